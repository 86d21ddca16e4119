import { OrchError } from "../../errors/mod.ts";
import type { AgentRecord } from "../../journal/mod.ts";
import { presences } from "../../presence/mod.ts";
import { tearDownAgent } from "../../team/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal, pathsFor } from "../world.ts";
import type { TeardownFlags } from "./mod.ts";

/** Runs `orch teardown`. */
export async function teardown(
  this: OrchContext,
  flags: TeardownFlags,
  name: string,
): Promise<void> {
  using journal = openJournal(this, { create: false });
  const agent = journal.agents.require(name);
  const pane = await paneOf(this, flags, agent);
  if (pane !== undefined && !flags.force) {
    throw new OrchError(`${name} still runs, in pane ${pane}`, {
      hint: `tmux kill-pane -t ${pane}, or the same command with --force`,
    });
  }
  const done = await tearDownAgent({
    journal,
    paths: pathsFor(this),
    name,
    forget: flags.forget,
  });
  if (flags.json) return printJson(this, { name, ...done });
  print(this, `Tore down ${name} (${agent.kind}) for ${agent.project}`);
  for (const path of done.changed) {
    print(this, `  took its entries out of  ${path}`);
  }
  for (const path of done.removed) print(this, `  removed  ${path}`);
  for (const path of done.kept) print(this, `  kept     ${path}`);
}

/** The pane it runs in on the tmux server that is meant, if it does. */
async function paneOf(
  context: OrchContext,
  flags: TeardownFlags,
  agent: AgentRecord,
): Promise<string | undefined> {
  try {
    await using tmux = await connectTmux(context, flags, { start: false });
    const presence = (await presences(tmux, [agent])).get(agent.name);
    return presence && presence.state !== "exited" ? presence.pane : undefined;
  } catch (error) {
    // Without a server, nothing runs on it.
    if (error instanceof OrchError) return undefined;
    throw error;
  }
}
