import { agentOf, type AgentState, stateOf } from "../../agents/mod.ts";
import { OrchError } from "../../errors/mod.ts";
import type { AgentRecord } from "../../journal/mod.ts";
import type { Tmux } from "../../tmux/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import { connectTmux, openJournal } from "../world.ts";
import type { StatusFlags } from "./mod.ts";

/** What an agent is doing, or that it is not in this tmux server. */
type Doing = AgentState["state"] | "not running";

const day = 24 * 60 * 60 * 1000;

/** Runs `orch status`. */
export async function status(
  this: OrchContext,
  flags: StatusFlags,
): Promise<void> {
  using journal = openJournal(this);
  const agents = journal.agents();
  const [states, tallies] = await Promise.all([
    statesOf(this, flags, agents),
    // Meanwhile, the first tmux client is being started.
    journal.tally(this.clock.now() - day),
  ]);
  const lines = agents.map((agent) => {
    const { waiting, requests, byOrch, byPeople } = tallies.get(agent.name) ??
      { waiting: 0, requests: 0, byOrch: 0, byPeople: 0 };
    const { pane, state } = states.get(agent.name) ??
      { pane: undefined, state: "not running" as const };
    return {
      name: agent.name,
      kind: agent.kind,
      project: agent.project,
      autonomy: agent.autonomy,
      pane: pane ?? null,
      state,
      waiting,
      day: { requests, byOrch, byPeople },
    };
  });
  if (flags.json) return printJson(this, { agents: lines });
  if (lines.length === 0) {
    print(this, "No agent is set up yet.");
    return print(this, "  try: orch setup");
  }
  const rows = lines.map((line) => [
    line.name,
    line.kind,
    line.state,
    line.waiting > 0 ? String(line.waiting) : "-",
    `${line.day.byOrch}/${line.day.requests}`,
    line.project,
  ]);
  const head = [
    "AGENT",
    "KIND",
    "STATE",
    "WAITING",
    "ANSWERED TODAY",
    "PROJECT",
  ];
  const width = this.terminal.output ? this.terminal.size().columns : 200;
  for (const row of table(head, rows)) print(this, cut(row, width));
  if (lines.some((line) => line.waiting > 0)) {
    print(this, "\norch approvals    shows what waits for you");
  }
}

async function statesOf(
  context: OrchContext,
  flags: StatusFlags,
  agents: readonly AgentRecord[],
): Promise<Map<string, { pane: string; state: Doing }>> {
  const states = new Map<string, { pane: string; state: Doing }>();
  if (agents.length === 0) return states;
  let connected: Tmux;
  try {
    connected = await connectTmux(context, flags, { start: false });
  } catch (error) {
    // No server, no panes: everything that can be said is in the journal.
    if (error instanceof OrchError) return states;
    throw error;
  }
  await using tmux = connected;
  const panes = (await tmux.panes()).filter((pane) => pane.agent !== undefined);
  const alive = panes.filter((pane) => !pane.dead).map((pane) => pane.id);
  const captures = await tmux.captures(alive);
  for (const pane of panes) {
    const record = agents.find((agent) => agent.name === pane.agent);
    const agent = record && agentOf(record.kind);
    const capture = captures.get(pane.id);
    if (!record || !agent || (!capture && !pane.dead)) continue;
    const state: Doing = capture ? stateOf(agent, capture).state : "exited";
    states.set(record.name, { pane: pane.id, state });
  }
  return states;
}
