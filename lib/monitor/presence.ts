import { agentOf, type AgentState, stateOf } from "../agents/mod.ts";
import type { AgentRecord } from "../journal/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";

/** Where an agent is on a tmux server, and what it does there. */
export interface Presence {
  /** Its pane. */
  readonly pane: PaneId;
  /** Its session's name. */
  readonly session: string;
  /** Whether its program has ended and only the pane is left. */
  readonly dead: boolean;
  /** What its screen shows; `exited` when its program has ended. */
  readonly state: AgentState["state"];
}

/**
 * Finds agents on a tmux server.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @param agents The agents.
 * @returns Those that have a pane, by name; of several panes with one name, one
 * in which the agent runs comes first.
 */
export async function presences(
  tmux: Tmux,
  agents: readonly AgentRecord[],
): Promise<Map<string, Presence>> {
  const found = new Map<string, Presence>();
  const panes = (await tmux.panes()).filter((pane) => pane.agent !== undefined);
  const alive = panes.filter((pane) => !pane.dead).map((pane) => pane.id);
  const captures = await tmux.captures(alive);
  for (const { id, agent: name, session, dead } of panes) {
    const record = agents.find((agent) => agent.name === name);
    const kind = record && agentOf(record.kind);
    const capture = captures.get(id);
    if (!record || !kind || (!capture && !dead)) continue;
    const state = capture ? stateOf(kind, capture).state : "exited";
    const known = found.get(record.name);
    if (known && known.state !== "exited") continue;
    found.set(record.name, { pane: id, session, dead, state });
  }
  return found;
}

/**
 * Tells whether the program of a dead pane has failed or was killed.
 *
 * @param tmux The server.
 * @param pane The pane.
 * @returns Whether it ended otherwise than with exit code 0; `undefined` when
 * there is no such dead pane.
 */
export async function hasFailed(
  tmux: Tmux,
  pane: string,
): Promise<boolean | undefined> {
  const facts = await tmux.command(
    ...["display-message", "-p", "-t", pane] as const,
    "#{pane_id} #{pane_dead} #{pane_dead_status}",
  ).catch(() => []);
  // A missing pane makes tmux answer for another one, or for none.
  const [id, dead, status] = (facts[0] ?? "").split(" ");
  return id === pane && dead === "1" ? status !== "0" : undefined;
}
