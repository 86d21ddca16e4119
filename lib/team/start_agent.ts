import { agentOf } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
import { OrchError } from "../errors/mod.ts";
import type { Journal } from "../journal/mod.ts";
import { serverKey } from "../presence/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import type { SetUpAgent } from "./set_up_agent.ts";
import { keepPane, resumeVariable } from "./start_script.ts";

/** What is started. */
export type StartedAgent = Pick<SetUpAgent, "record" | "startScript">;

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
   * The conversation to go on with: its id, or {@linkcode latestSession} where
   * the kind of agent can find the latest one itself.
   */
  readonly resume?: string;
  /** A session that gets a window with the agent, instead of one of its own. */
  readonly session?: string;
  /** Where it is written down that the agent runs, and in which conversation. */
  readonly journal?: Journal;
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
 * @param agent The agent, as from `setUpAgent`.
 * @param options Its briefing and surroundings.
 * @returns Its pane.
 * @throws {OrchError} When it runs already, or ended as soon as it was started.
 */
export async function startAgent(
  tmux: Tmux,
  agent: StartedAgent,
  options: StartAgentOptions = {},
): Promise<PaneId> {
  const { brief, environment, columns, rows, resume, session } = options;
  const { clock = systemClock } = options;
  const { record, startScript } = agent;
  const program = {
    directory: record.project,
    argv: ["/bin/sh", startScript, ...(brief ? [brief] : [])],
    window: record.kind,
    environment: {
      ...environment,
      // Its own pane, nobody else's: what the agent said last stays to be read.
      [keepPane]: "1",
      ...(resume !== undefined && { [resumeVariable]: resume }),
    },
  };
  const pane = session === undefined
    ? await tmux.newSession({
      name: record.name,
      ...program,
      ...(columns !== undefined && { columns }),
      ...(rows !== undefined && { rows }),
    })
    : await tmux.newWindow({ session, ...program });
  const last = await firstMoments(tmux, pane, agent, clock);
  if (last !== undefined) {
    throw new OrchError(
      `${record.name} ended as soon as it was started:\n${last.trim()}`,
      { hint: `sh ${startScript}    to see for yourself` },
    );
  }
  await tmux.setPaneAgent(pane, record.name);
  options.journal?.agents.attach(record.name, {
    server: await serverKey(tmux),
    pane,
  });
  const [conversation] = await tmux.command(
    ...["show-options", "-pqv", "-t", pane, "@orch_session"] as const,
  );
  if (conversation) {
    options.journal?.agents.setSession(record.name, conversation);
  }
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
  agent: StartedAgent,
  clock: Clock,
): Promise<string | undefined> {
  const programs = agentOf(agent.record.kind)?.programs ?? [];
  const deadline = clock.now() + patience;
  while (clock.now() < deadline) {
    const info = (await tmux.panes()).find(({ id }) => id === pane);
    if (!info) return "";
    const { text, program } = await tmux.capture(pane, { escapes: false });
    if (info.dead) {
      await tmux.command("kill-pane", "-t", pane);
      return text;
    }
    if (programs.includes(program)) return undefined;
    await clock.sleep(pause);
  }
}
