import { OrchError } from "../errors/mod.ts";
import type { AgentRecord } from "../journal/mod.ts";
import { Tmux } from "../tmux/mod.ts";
import { type Fate, fateOf } from "./fate.ts";
import { hasFailed, type Presence, presences } from "./presence.ts";
import { serverKey, socketOf } from "./server_key.ts";

/** An agent and what has become of it. */
export interface AgentFate {
  /** The agent. */
  readonly agent: AgentRecord;
  /** What has become of it. */
  readonly fate: Fate;
  /** Where it is, or its dead pane, on the server that was asked. */
  readonly presence?: Presence;
}

/**
 * Finds out what has become of agents. Those that were last seen on another
 * tmux server are looked for there; where that server is no more, they are
 * lost.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param agents The agents, as the journal has them.
 * @param tmux The server that is asked; unset when none runs.
 * @returns Each with its fate, in the same order.
 */
export async function fatesOf(
  agents: readonly AgentRecord[],
  tmux: Tmux | undefined,
): Promise<AgentFate[]> {
  const here = tmux
    ? await fatesOn(agents, tmux)
    : agents.map((agent) => ({ agent, fate: fateOf(agent, {}) }));
  const away = new Map<string, Promise<Map<string, Fate>>>();
  return await Promise.all(here.map(async (one) => {
    const { agent, fate } = one;
    if (fate !== "elsewhere" || !agent.place) return one;
    const socket = socketOf(agent.place.server);
    const asked = away.get(socket) ??
      fatesAt(socket, agents.filter((other) => isAt(other, socket)));
    away.set(socket, asked);
    return { agent, fate: (await asked).get(agent.name) ?? fate };
  }));
}

function isAt(agent: AgentRecord, socket: string): boolean {
  return agent.place !== undefined && socketOf(agent.place.server) === socket;
}

async function fatesOn(
  agents: readonly AgentRecord[],
  tmux: Tmux,
): Promise<AgentFate[]> {
  const server = await serverKey(tmux);
  const present = await presences(tmux, agents);
  return await Promise.all(agents.map(async (agent) => {
    const presence = present.get(agent.name);
    if (!presence) return { agent, fate: fateOf(agent, { server }) };
    const failed = presence.dead && agent.ended === undefined &&
      await hasFailed(tmux, presence.pane);
    const fate = fateOf(agent, {
      server,
      presence,
      ...(failed && { failed }),
    });
    return { agent, fate, presence };
  }));
}

/** What has become of agents on another server, if it still runs. */
async function fatesAt(
  socket: string,
  agents: readonly AgentRecord[],
): Promise<Map<string, Fate>> {
  const map = (fates: readonly { agent: AgentRecord; fate: Fate }[]) =>
    new Map(fates.map(({ agent, fate }) => [agent.name, fate]));
  let tmux: Tmux;
  try {
    tmux = await Tmux.connect({ socket, start: false });
  } catch (error) {
    if (!(error instanceof OrchError)) throw error;
    return map(agents.map((agent) => ({
      agent,
      fate: agent.ended === undefined ? "lost" : "ended",
    })));
  }
  await using other = tmux;
  return map(
    (await fatesOn(agents, other)).map(({ agent, fate }) => ({
      agent,
      // It runs, only not where it was asked for.
      fate: fate === "running" ? "elsewhere" : fate,
    })),
  );
}
