import { agentOf, type AgentState, stateOf } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
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

/** How long tmux may take to learn how a program has ended, milliseconds. */
const patience = 500;

/** Between two questions, in milliseconds. */
const pause = 20;

/**
 * Tells whether the program of a dead pane has failed or was killed.
 *
 * @param tmux The server.
 * @param pane The pane.
 * @param clock Where time comes from.
 * @returns Whether it ended otherwise than with exit code 0; `undefined` when
 * there is no such dead pane.
 */
export async function hasFailed(
  tmux: Tmux,
  pane: string,
  clock: Clock = systemClock,
): Promise<boolean | undefined> {
  const deadline = clock.now() + patience;
  for (let asked = 0;; asked++) {
    const facts = await tmux.command(
      ...["display-message", "-p", "-t", pane] as const,
      "#{pane_id} #{pane_dead} #{pane_dead_status} #{pane_dead_signal}",
    ).catch(() => []);
    // A missing pane makes tmux answer for another one, or for none.
    const [id, dead, status, signal] = (facts[0] ?? "").split(" ");
    if (id !== pane || dead !== "1") return undefined;
    if (status || signal) return status !== "0";
    // Before tmux 3.3, one that was killed has neither.
    if (clock.now() >= deadline) return true;
    // tmux sometimes misses that a program has ended, and learns it from the
    // end of the next one.
    if (asked === 2) await tmux.command("run-shell", "-b", ":");
    await clock.sleep(pause);
  }
}
