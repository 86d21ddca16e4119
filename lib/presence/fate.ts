import type { AgentRecord } from "../journal/mod.ts";
import { isPast } from "./server_key.ts";
import type { Presence } from "./presence.ts";

/**
 * What has become of an agent, seen from one tmux server.
 *
 * `running`: it is there. `lost`: it crashed, or its server is no more; nobody
 * meant it to end. `ended`: it ended as it should, or its pane was closed.
 * `elsewhere`: it was last seen on another server. `new`: it was never seen.
 */
export type Fate = "running" | "lost" | "ended" | "elsewhere" | "new";

/** What is known of an agent when its {@linkcode Fate} is asked for. */
export interface Trace {
  /** The server that runs where it is looked for; unset: none runs there. */
  readonly server?: string;
  /** Where it is on that server. */
  readonly presence?: Presence;
  /** Whether its program failed, where only its dead pane is left. */
  readonly failed?: boolean;
}

/**
 * Tells what has become of an agent.
 *
 * @example Usage
 * ```ts
 * import { fateOf } from "./fate.ts";
 * import assert from "node:assert/strict";
 *
 * const agent = {
 *   name: "web",
 *   kind: "claude",
 *   project: "/srv/web",
 *   autonomy: "assisted",
 *   created: 0,
 *   place: { server: "/tmp/tmux-1000/default 41 1700000000", pane: "%3" },
 * };
 * const server = "/tmp/tmux-1000/default 77 1700009999";
 * assert.equal(fateOf(agent, { server }), "lost");
 * assert.equal(fateOf({ ...agent, ended: 5 }, { server }), "ended");
 * ```
 *
 * @param agent The agent, as the journal has it.
 * @param trace What is left of it.
 * @returns Its fate.
 */
export function fateOf(agent: AgentRecord, trace: Trace): Fate {
  const { server, presence, failed } = trace;
  if (presence && presence.state !== "exited") return "running";
  if (agent.ended !== undefined) return "ended";
  // In a pane that lives on, somebody has a shell in front of them.
  if (presence) return presence.dead && failed ? "lost" : "ended";
  if (agent.place === undefined) return "new";
  if (server !== undefined && isPast(agent.place.server, server)) return "lost";
  return agent.place.server === server ? "ended" : "elsewhere";
}
