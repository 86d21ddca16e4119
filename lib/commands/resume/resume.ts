import { ExitCode, OrchError } from "../../errors/mod.ts";
import { fatesOf } from "../../presence/mod.ts";
import { type Continuation, resumeAgent } from "../../team/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal, pathsFor } from "../world.ts";
import type { ResumeFlags } from "./mod.ts";

/** What became of one agent. */
type Line =
  | {
    readonly agent: string;
    readonly pane: string;
    readonly continues: Continuation;
    readonly session: string | null;
  }
  | { readonly agent: string; readonly error: string };

const continuations: Readonly<Record<Continuation, string>> = {
  session: "goes on with its conversation",
  latest: "goes on with the latest conversation that it finds in its folder",
  fresh: "begins anew: no conversation of it is known",
};

/** Runs `orch resume`. */
export async function resume(
  this: OrchContext,
  flags: ResumeFlags,
  ...names: string[]
): Promise<void> {
  using journal = openJournal(this);
  const paths = pathsFor(this);
  // All of them are there before the first is started.
  for (const name of names) journal.agents.require(name);
  await using tmux = await connectTmux(this, flags);
  const wanted = names.length > 0
    ? [...new Set(names)]
    : (await fatesOf(journal.agents.all(), tmux))
      .filter(({ fate }) => fate === "lost").map(({ agent }) => agent.name);
  const lines: Line[] = [];
  for (const agent of wanted) {
    try {
      const { clock } = this;
      const { pane, continues, session } = await resumeAgent(tmux, agent, {
        journal,
        paths,
        clock,
      });
      lines.push({ agent, pane, continues, session: session ?? null });
    } catch (error) {
      if (!(error instanceof OrchError)) throw error;
      // One that cannot be started must not keep the others from it.
      lines.push({ agent, error: error.message });
      this.process.exitCode = ExitCode.failed;
    }
  }
  if (flags.json) return printJson(this, { agents: lines });
  if (lines.length === 0) return print(this, "No agent was lost.");
  for (const line of lines) {
    if ("error" in line) {
      this.process.stderr.write(`orch: ${line.error}\n`);
    } else {
      const { agent, continues, pane } = line;
      print(this, `${agent} ${continuations[continues]} (${pane})`);
    }
  }
}
