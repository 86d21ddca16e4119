import type { Clock } from "../clock/mod.ts";
import type { Agent, AgentState, KeyStep, Request } from "./agent.ts";
import { Pulse } from "./pulse.ts";
import type { Terminal, TerminalPane, TerminalScreen } from "./terminal.ts";

/** What {@linkcode answer} is to do, and with what. */
export interface AnswerOptions {
  /** The server. */
  readonly tmux: Terminal;
  /** The pane that shows the dialog. */
  readonly pane: TerminalPane;
  /** The kind of agent in it. */
  readonly agent: Agent;
  /** The dialog that is answered, and no other. */
  readonly request: Request;
  /** The answer. */
  readonly meaning: "once" | "deny";
  /** Left in the pane together with the key. */
  readonly marker: string;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Asks the agent's own record whether the call was answered. */
  readonly answered?: () => Promise<boolean>;
  /** Ends waiting early. */
  readonly signal?: AbortSignal;
}

/**
 * How it went.
 *
 * `sent`: the key was pressed, and whether the dialog is gone. `changed`: the
 * dialog was not there any more, no key was pressed. `refused`: this dialog
 * must not be answered so, no key was pressed.
 */
export type AnswerResult =
  | {
    readonly status: "sent";
    /** Whether the dialog was seen to be gone. */
    readonly gone: boolean;
    /** How many keys were pressed. */
    readonly attempts: number;
  }
  | { readonly status: "changed" }
  | {
    readonly status: "refused";
    /** Why, as a clause. */
    readonly reason: string;
  };

/**
 * How long a dialog may take to go after the key, in milliseconds: some agents
 * start anew once a folder is trusted.
 */
const patience = 5000;

/** After this long on the very same screen, a key can count as ignored. */
const ignoredAfter = 600;

/** What is drawn this long after a key is drawn by a program that has read. */
const readAfter = 150;

/** Between two looks at the screen, in milliseconds. */
const pause = 20;

/** The most keys that only move the highlight. */
const mostMoves = 12;

/**
 * Gives an answer to one dialog.
 *
 * The key is the one that this dialog's own row shows for the meaning; a no is
 * the agent's key for it. It is pressed after the agent's guard time, and only
 * if in that very moment the pane still shows the dialog's rows. Then the
 * dialog must go. A key that had no effect at all, the whole screen being
 * still the same, is pressed once more; never when anything changed, and never
 * when nothing moves: an agent that hangs reads its keys later, and the second
 * would answer what it shows then.
 *
 * Where the agent then shows a page that asks for one more key before that very
 * answer counts, that key is pressed by the same rules.
 *
 * Requires what the tmux connection requires.
 *
 * @param options The dialog and the answer.
 * @returns How it went.
 */
export async function answer(options: AnswerOptions): Promise<AnswerResult> {
  const { clock, request, agent, meaning, signal } = options;
  if (meaning === "once" && !request.complete) {
    const why = request.incompleteBecause ?? "it is not whole on the screen";
    return { status: "refused", reason: why };
  }
  if (agent.keyFor(request, meaning) === undefined) {
    return {
      status: "refused",
      reason: `it has no option that means ${meaning}`,
    };
  }
  // When it was heard of tells nothing: a hook tells it before it is drawn.
  await clock.sleep(agent.guard, signal);
  if (signal?.aborted) return { status: "refused", reason: "orch is ending" };
  const result = await pressUntilGone(options);
  if (result.status !== "sent" || !result.gone) return result;
  const page = await pageAfter(options);
  if (!page) return result;
  const confirmed = await pressUntilGone({ ...options, request: page });
  // Without the page, what it was about may be asked anew.
  return confirmed.status === "sent"
    ? { ...confirmed, attempts: result.attempts + confirmed.attempts }
    : { ...result, gone: !shows((await look(options)).state, request) };
}

/** Presses the key, and once more where it had no effect at all. */
async function pressUntilGone(options: AnswerOptions): Promise<AnswerResult> {
  for (let attempts = 1; attempts <= 2; attempts++) {
    const before = await highlight(options);
    if (before === undefined) {
      return attempts === 1
        ? { status: "refused", reason: "the highlight does not move to it" }
        : { status: "sent", gone: false, attempts: attempts - 1 };
    }
    if (!await press(options, before)) {
      if (attempts === 1) return { status: "changed" };
      // The key took its time: what kept the second from being pressed may be
      // that the first has taken effect.
      const late = await observe(options, before);
      return { status: "sent", gone: late === "gone", attempts: attempts - 1 };
    }
    const after = await observe(options, before);
    if (after !== "ignored") {
      return { status: "sent", gone: after === "gone", attempts };
    }
  }
  return { status: "sent", gone: false, attempts: 2 };
}

/** The page that asks for one more key, if the answer has led to one. */
async function pageAfter(
  options: AnswerOptions,
): Promise<Request | undefined> {
  const { agent, clock, meaning, signal } = options;
  const start = clock.now();
  while (true) {
    const { state } = await look(options);
    if (state.state === "asking") {
      const { request } = state;
      return request.confirms === meaning && agent.keyFor(request, meaning)
        ? request
        : undefined;
    }
    // A screen that is being drawn can still become that page.
    const drawn = state.state !== "starting";
    if (drawn || clock.now() - start >= ignoredAfter || signal?.aborted) {
      return undefined;
    }
    await clock.sleep(pause, signal);
  }
}

/**
 * Moves the highlight to the answer, where the dialog wants that.
 *
 * @returns What is then to be seen; nothing if the highlight does not move.
 */
async function highlight(options: AnswerOptions): Promise<Look | undefined> {
  for (let moves = 0; moves <= mostMoves; moves++) {
    const seen = await look(options);
    const step = stepOn(seen, options);
    if (!step || step.final) return seen;
    if (!await press(options, seen)) return look(options);
    if (!await moved(options, seen)) return undefined;
  }
  return undefined;
}

/** Waits until a key that moves the highlight shows. */
async function moved(options: AnswerOptions, before: Look): Promise<boolean> {
  const { clock, signal } = options;
  const start = clock.now();
  while (clock.now() - start < patience && !signal?.aborted) {
    const { state } = await look(options);
    if (selectedIn(state) !== selectedIn(before.state)) return true;
    await clock.sleep(pause, signal);
  }
  return false;
}

function selectedIn(state: AgentState): number | undefined {
  return state.state === "asking" ? state.request.selected : undefined;
}

/** Presses the key that the dialog wants next, if it still stands there. */
async function press(options: AnswerOptions, seen: Look): Promise<boolean> {
  const step = stepOn(seen, options);
  if (!step) return false;
  return await options.tmux.keyIf(
    options.pane,
    [...options.request.evidence, ...step.rows ?? []],
    step.key,
    // Only the key that answers counts as the answer after a crash.
    step.final ? options.marker : `${options.marker} moves`,
  );
}

function stepOn(seen: Look, options: AnswerOptions): KeyStep | undefined {
  const { agent, meaning, request } = options;
  return seen.state.state === "asking" && shows(seen.state, request)
    ? agent.keyFor(seen.state.request, meaning)
    : undefined;
}

/** Watches the screen until the dialog is gone, or the key was ignored. */
async function observe(
  options: AnswerOptions,
  before: Look,
): Promise<"gone" | "ignored" | "stuck"> {
  const { clock, request, signal } = options;
  const start = clock.now();
  const pulse = new Pulse();
  let absent = 0;
  while (true) {
    const { state, screen } = await look(options);
    // One look can fall into the middle of a redraw.
    absent = shows(state, request) ? 0 : absent + 1;
    if (absent === 2) return "gone";
    const waited = clock.now() - start;
    if (absent > 0 && !signal?.aborted) {
      await clock.sleep(pause, signal);
      continue;
    }
    const still = steady(screen.text) === steady(before.screen.text);
    const late = waited >= ignoredAfter;
    const alive = waited >= readAfter && pulse.beats(screen);
    // An equal dialog can be this one or the next, on a changed screen and,
    // after a while, on the same; only the agent's own record can tell.
    if ((!still || late) && await options.answered?.()) return "gone";
    if (still && late && alive) return "ignored";
    if (waited >= patience || signal?.aborted) return "stuck";
    await clock.sleep(pause, signal);
  }
}

/**
 * A screen without what moves by itself while a dialog waits: the bullet that
 * blinks before what is asked for, a picture made of blocks, all colours. What
 * another dialog would bring, rows of text, stays.
 */
function steady(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\x1b\[[0-9;:]*m/g, "")
    .replace(/^[●⏺○∙•]/gm, " ")
    .replace(/[\u2580-\u259f~]/g, " ")
    .replace(/ +$/gm, "");
}

/** A screen, and what it was read as. */
interface Look {
  readonly state: AgentState;
  readonly screen: TerminalScreen;
}

async function look(options: AnswerOptions): Promise<Look> {
  const screen = await options.tmux.capture(options.pane);
  return { state: options.agent.read(screen), screen };
}

function shows(state: AgentState, request: Request): boolean {
  return state.state === "asking" &&
    state.request.fingerprint === request.fingerprint;
}
