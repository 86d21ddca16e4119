import { agentOf } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
import { OrchError } from "../errors/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import type { SetUpAgent } from "./set_up_agent.ts";
import { keepPane } from "./start_script.ts";

/** How an agent is started. */
export interface StartAgentOptions {
  /** The agent's first prompt. */
  readonly brief?: string;
  /** Variables for its pane. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The width of its session, in cells, until somebody attaches. */
  readonly columns?: number;
  /** The height of its session, in cells, until somebody attaches. */
  readonly rows?: number;
  /**
   * Where time comes from.
   *
   * @default {systemClock}
   */
  readonly clock?: Clock;
}

/** How long a start script may take before its agent runs, in milliseconds. */
const patience = 3000;

/** Between two looks at the pane, in milliseconds. */
const pause = 20;

/**
 * Opens a tmux session of an agent's own and starts the agent in it.
 *
 * The session has the agent's name. When the agent ends, its pane stays, with
 * what it said last.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @param agent The agent, from `setUpAgent`.
 * @param options Its briefing and surroundings.
 * @returns Its pane.
 * @throws {OrchError} When it runs already, or ended as soon as it was started.
 */
export async function startAgent(
  tmux: Tmux,
  agent: SetUpAgent,
  options: StartAgentOptions = {},
): Promise<PaneId> {
  const { brief, environment, columns, rows, clock = systemClock } = options;
  const pane = await tmux.newSession({
    name: agent.record.name,
    directory: agent.record.project,
    argv: ["/bin/sh", agent.startScript, ...(brief ? [brief] : [])],
    window: agent.record.kind,
    // Its own pane, nobody else's: what the agent said last stays to be read.
    environment: { ...environment, [keepPane]: "1" },
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows }),
  });
  const last = await firstMoments(tmux, pane, agent, clock);
  if (last !== undefined) {
    throw new OrchError(
      `${agent.record.name} ended as soon as it was started:\n${last.trim()}`,
      { hint: `sh ${agent.startScript}    to see for yourself` },
    );
  }
  await tmux.setPaneAgent(pane, agent.record.name);
  return pane;
}

/**
 * Waits until the agent's program runs, or has ended at once.
 *
 * @returns What it said last when it has ended.
 */
async function firstMoments(
  tmux: Tmux,
  pane: PaneId,
  agent: SetUpAgent,
  clock: Clock,
): Promise<string | undefined> {
  const programs = agentOf(agent.record.kind)?.programs ?? [];
  const deadline = clock.now() + patience;
  while (clock.now() < deadline) {
    const info = (await tmux.panes()).find(({ id }) => id === pane);
    if (!info) return "";
    const { text, program } = await tmux.capture(pane, { escapes: false });
    if (info.dead) {
      await tmux.killSession(agent.record.name);
      return text;
    }
    if (programs.includes(program)) return undefined;
    await clock.sleep(pause);
  }
}
