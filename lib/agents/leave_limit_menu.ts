import type { Clock } from "../clock/mod.ts";
import type { Agent, AgentState, Request } from "./agent.ts";
import type { Terminal, TerminalPane } from "./terminal.ts";

/** What {@linkcode leaveLimitMenu} is to do, and with what. */
export interface LeaveLimitMenuOptions {
  /** The server. */
  readonly tmux: Terminal;
  /** The agent's pane. */
  readonly pane: TerminalPane;
  /** The kind of agent in it. */
  readonly agent: Agent;
  /** Left in the pane together with the key. */
  readonly marker: string;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Ends waiting early. */
  readonly signal?: AbortSignal;
}

/** How long the menu may take to go after a key, in milliseconds. */
const patience = 2000;

/** Between two looks at the screen, in milliseconds. */
const pause = 50;

/** The most keys that only move the highlight. */
const mostMoves = 12;

/**
 * Leaves the menu that some clients show when a usage limit was reached, so
 * that the agent waits.
 *
 * Only by a key that the kind of agent knows to buy nothing, switch nothing and
 * lose nothing, and only while the menu's rows are still on the screen in the
 * moment of the key.
 *
 * Requires what the tmux connection requires.
 *
 * @param options Where and with what.
 * @returns Whether no menu is there any more.
 */
export async function leaveLimitMenu(
  options: LeaveLimitMenuOptions,
): Promise<boolean> {
  const { tmux, pane, agent, marker, clock, signal } = options;
  for (let keys = 0; keys <= mostMoves && !signal?.aborted; keys++) {
    const before = await look(options);
    const menu = menuOf(before);
    if (!menu) return before.state !== "asking";
    const step = agent.leaveLimitMenu?.(menu);
    if (!step) return false;
    const rows = [...menu.evidence, ...step.rows ?? []];
    if (!await tmux.keyIf(pane, rows, step.key, marker)) return false;
    const deadline = clock.now() + patience;
    let now = await look(options);
    while (sameMenu(menuOf(now), menu)) {
      if (clock.now() >= deadline || signal?.aborted) return false;
      await clock.sleep(pause, signal);
      now = await look(options);
    }
    if (step.final) return menuOf(now) === undefined && now.state !== "asking";
  }
  return false;
}

async function look(options: LeaveLimitMenuOptions): Promise<AgentState> {
  return options.agent.read(await options.tmux.capture(options.pane));
}

function menuOf(state: AgentState): Request | undefined {
  return state.state === "limited" ? state.menu : undefined;
}

function sameMenu(now: Request | undefined, menu: Request): boolean {
  return now?.fingerprint === menu.fingerprint &&
    now.selected === menu.selected;
}
