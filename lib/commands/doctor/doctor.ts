import { ExitCode, OrchError } from "../../errors/mod.ts";
import { Journal } from "../../journal/mod.ts";
import { type KeptScreen, unknownScreens } from "../../monitor/mod.ts";
import type { Paths } from "../../paths/mod.ts";
import { ensureTmux, tmuxVersion } from "../../tmux/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { pathsFor, runningTmux } from "../world.ts";
import { agentFindings } from "./agent_findings.ts";
import { check, type Finding } from "./finding.ts";
import type { DoctorFlags } from "./mod.ts";
import { serverFindings } from "./server_findings.ts";
import { unknownFindings, unknownKinds } from "./unknown_findings.ts";

/** Runs `orch doctor`. */
export async function doctor(
  this: OrchContext,
  flags: DoctorFlags,
): Promise<void> {
  if (flags.fix) {
    await ensureTmux((message) => this.process.stderr.write(`${message}\n`));
  }
  const paths = pathsFor(this);
  const unknown = await unknownScreens(paths.unknown);
  const findings = await findingsFor(this, flags, paths, unknown);
  if (findings.some((finding) => !finding.ok)) {
    this.process.exitCode = ExitCode.failed;
  }
  if (flags.json) {
    return printJson(this, { findings, unknown: unknownKinds(unknown) });
  }
  for (const { name, ok, detail, hint } of findings) {
    const mark = !ok ? "FAIL" : hint === undefined ? "ok  " : "look";
    print(this, `${mark} ${name}: ${detail}`);
    if (hint !== undefined) print(this, `       try: ${hint}`);
  }
}

async function findingsFor(
  context: OrchContext,
  flags: DoctorFlags,
  paths: Paths,
  unknown: readonly KeptScreen[],
): Promise<Finding[]> {
  const now = context.clock.now();
  const findings: Finding[] = [
    { name: "deno", ok: true, detail: Deno.version.deno },
    await check("tmux", async () => (await tmuxVersion()).text),
  ];
  await using tmux = await runningTmux(context, flags);
  findings.push(...await serverFindings(tmux));
  let journal: Journal | undefined;
  const found = await check("journal", () => {
    journal = openedJournal(context, paths);
    if (!journal) return "none yet";
    const waiting = journal.requests.all({ waiting: true }).length;
    return `${journal.agents.all().length} agents, ${waiting} requests waiting`;
  });
  using opened = journal;
  findings.push(found);
  if (opened) {
    findings.push(
      ...await agentFindings({ journal: opened, paths, tmux, now }),
    );
  }
  return [...findings, ...unknownFindings(unknown, now)];
}

function openedJournal(
  context: OrchContext,
  paths: Paths,
): Journal | undefined {
  try {
    return Journal.open(paths.journal, { create: false, clock: context.clock });
  } catch (error) {
    if (error instanceof OrchError && error.exitCode === ExitCode.notFound) {
      return undefined;
    }
    throw error;
  }
}
