import type { Clock } from "../clock/mod.ts";
import type { Agent, AgentState } from "./agent.ts";
import type { Terminal, TerminalPane } from "./terminal.ts";

/** What {@linkcode tell} is to do, and with what. */
export interface TellOptions {
  /** The server. */
  readonly tmux: Terminal;
  /** The agent's pane. */
  readonly pane: TerminalPane;
  /** The kind of agent in it. */
  readonly agent: Agent;
  /** What it is told. */
  readonly text: string;
  /**
   * Whether it is told although its usage limit was reached, and only then: its
   * screen must show the limit, and no menu.
   */
  readonly limited?: true;
  /**
   * Whether the very text may stand in the composer already, because whoever
   * pasted it was stopped before Enter.
   */
  readonly again?: true;
  /**
   * Left in the pane together with Enter.
   *
   * @default {"tell"}
   */
  readonly marker?: string;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Ends waiting early. */
  readonly signal?: AbortSignal;
}

/**
 * How it went.
 *
 * `typed`: the text was sent and left the composer. `busy`: the agent did not
 * become free, or shows no limit where one was expected. `draft`: somebody's
 * text stands in the composer. `asking`: a dialog is open. `lost`: the text
 * went in and did not leave the composer; it stands there. `exited`: no agent
 * is there.
 */
export type Told = "typed" | "busy" | "draft" | "asking" | "lost" | "exited";

/** How long an agent may take to become free, and to take a text. */
const patience = 10_000;

/** Between two looks at the screen, in milliseconds. */
const pause = 50;

/** Earlier after a paste an Enter may become a newline, in milliseconds. */
const settle = 100;

/**
 * Tells an agent something, as a person would at its composer.
 *
 * Waits until the agent is idle and its composer is empty, pastes the text,
 * sees it stand there, presses Enter, and sees it leave. No key reaches a
 * dialog, a menu or a person's draft.
 *
 * Requires what the tmux connection requires.
 *
 * @param options Whom and what.
 * @returns How it went.
 */
export async function tell(options: TellOptions): Promise<Told> {
  const { tmux, pane, agent, clock, signal } = options;
  const text = agent.message?.(options.text) ?? options.text;
  const free = options.limited
    ? await look(options)
    : await until(options, (state) => state.state === "idle");
  if (free.state === "asking" || free.state === "exited") return free.state;
  if (free.state !== (options.limited ? "limited" : "idle")) return "busy";
  // A menu takes keys as a dialog does.
  if ("menu" in free && free.menu) return "asking";
  const draft = draftOf(free);
  const ours = options.again && draft !== undefined &&
    squeeze(draft) === squeeze(text);
  if (draft !== undefined && !ours) return "draft";
  if (!ours) {
    await tmux.paste(pane, text);
    await clock.sleep(settle, signal);
  }
  return await send(options, text);
}

/** Sends what stands in the composer, if it is the text. */
async function send(options: TellOptions, text: string): Promise<Told> {
  const { tmux, pane, marker = "tell" } = options;
  const echoed = await until(
    options,
    (state) => isEcho(draftOf(state), text) || isAsking(state),
  );
  if (isAsking(echoed)) return "asking";
  const draft = draftOf(echoed);
  // Somebody typed at the same time: what stands there is not ours to send.
  if (draft === undefined || !isEcho(draft, text)) return "lost";
  for (let attempt = 0; attempt < 2; attempt++) {
    // Enter would approve a dialog: only while the composer is on the screen.
    if (isAsking(await look(options))) return "asking";
    const row = composerOf(echoed) ?? beginningOf(draft);
    if (!await tmux.keyIf(pane, [row], "Enter", marker)) break;
    const sent = await until(
      options,
      (state) => draftOf(state) === undefined,
      1500,
    );
    if (draftOf(sent) === undefined) return "typed";
  }
  return "lost";
}

/** A text without what wrapping may change. */
const squeeze = (text: string) => text.replace(/\s+/g, "");

/** Whether a dialog or a menu takes the keys. */
function isAsking(state: AgentState): boolean {
  return state.state === "asking" ||
    (state.state === "limited" && state.menu !== undefined);
}

/** Whether a composer shows a text, as far as composers show long ones. */
function isEcho(draft: string | undefined, text: string): boolean {
  if (draft === undefined) return false;
  const shown = squeeze(draft);
  return /^\[Pasted\b/.test(draft) || squeeze(text).startsWith(shown) ||
    shown === squeeze(text);
}

async function until(
  options: TellOptions,
  wanted: (state: AgentState) => boolean,
  milliseconds = patience,
): Promise<AgentState> {
  const { clock, signal } = options;
  const deadline = clock.now() + milliseconds;
  while (true) {
    const state = await look(options);
    const over = clock.now() >= deadline || signal?.aborted;
    if (wanted(state) || over || state.state === "exited") return state;
    await clock.sleep(pause, signal);
  }
}

async function look(options: TellOptions): Promise<AgentState> {
  return options.agent.read(await options.tmux.capture(options.pane));
}

/** What surely stands within one row, however the composer wraps. */
function beginningOf(draft: string): string {
  return draft.trimStart().split(/\n|(?<=.{20})\s/)[0]!.slice(0, 20).trim();
}

function draftOf(state: AgentState): string | undefined {
  return "draft" in state ? state.draft : undefined;
}

function composerOf(state: AgentState): string | undefined {
  return "composer" in state ? state.composer : undefined;
}
