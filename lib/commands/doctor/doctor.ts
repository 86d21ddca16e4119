import { ExitCode, OrchError } from "../../errors/mod.ts";
import { Journal } from "../../journal/mod.ts";
import { readAgentFile } from "../../learner/mod.ts";
import { ensureTmux, tmuxVersion } from "../../tmux/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, pathsFor } from "../world.ts";
import type { DoctorFlags } from "./mod.ts";

/** One thing that was checked. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}

/** Runs `orch doctor`. */
export async function doctor(
  this: OrchContext,
  flags: DoctorFlags,
): Promise<void> {
  if (flags.fix) {
    await ensureTmux((message) => this.process.stderr.write(`${message}\n`));
  }
  const paths = pathsFor(this);
  const findings: Finding[] = [
    { name: "deno", ok: true, detail: Deno.version.deno },
    await check("tmux", async () => (await tmuxVersion()).text),
    await check("tmux server", () => serverDetail(this, flags)),
  ];
  const names: string[] = [];
  findings.push(
    await check("journal", () => {
      try {
        using journal = Journal.open(paths.journal, { create: false });
        names.push(...journal.agents().map((agent) => agent.name));
        const waiting = journal.requests({ waiting: true }).length;
        return `${names.length} agents, ${waiting} requests waiting`;
      } catch (error) {
        if (error instanceof OrchError && error.exitCode === 3) {
          return "none yet";
        }
        throw error;
      }
    }),
  );
  for (const name of names) {
    findings.push(
      await check(`agent file of ${name}`, async () => {
        const file = await readAgentFile(paths.agentFile(name));
        return file ? `${file.rules.length} rules` : "none yet";
      }),
    );
  }
  if (findings.some((finding) => !finding.ok)) {
    this.process.exitCode = ExitCode.failed;
  }
  if (flags.json) return printJson(this, { findings });
  for (const { name, ok, detail, hint } of findings) {
    print(this, `${ok ? "ok  " : "FAIL"} ${name}: ${detail}`);
    if (hint !== undefined) print(this, `       try: ${hint}`);
  }
}

async function serverDetail(
  context: OrchContext,
  flags: DoctorFlags,
): Promise<string> {
  try {
    await using tmux = await connectTmux(context, flags, { start: false });
    const agents = (await tmux.panes()).filter((pane) => pane.agent);
    const hooks = (await tmux.command("show-hooks", "-g"))
      .filter((line) => /\[\d{3,}\]/.test(line) && line.includes("orch"));
    return `${agents.length} panes with agents` +
      (hooks.length > 0 ? `, ${hooks.length} hooks of orch's` : "");
  } catch (error) {
    if (error instanceof OrchError) return "not running";
    throw error;
  }
}

async function check(
  name: string,
  look: () => string | Promise<string>,
): Promise<Finding> {
  try {
    return { name, ok: true, detail: await look() };
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    return {
      name,
      ok: false,
      detail: error.message,
      ...(error.hint !== undefined && { hint: error.hint }),
    };
  }
}
