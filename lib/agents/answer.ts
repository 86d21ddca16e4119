import type { Clock } from "../clock/mod.ts";
import type { Agent, AgentState, Request } from "./agent.ts";
import type { Terminal, TerminalPane } from "./terminal.ts";

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
  /** When the dialog was first seen, in milliseconds since 1970. */
  readonly seen: number;
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

/** How long a dialog may take to go after the key, in milliseconds. */
const patience = 2000;

/** After this long on the very same screen, the key counts as ignored. */
const ignoredAfter = 600;

/** Between two looks at the screen, in milliseconds. */
const pause = 20;

/** Kinds of dialogs that a plain no answers without ending something else. */
const deniable = new Set(["command", "write", "edit", "read", "fetch", "mcp"]);

/**
 * Presses the one key that gives an answer to one dialog.
 *
 * The key is the one that this dialog's own row shows for the meaning; a no is
 * the agent's key for it. It is pressed after the agent's guard time, and only
 * if in that very moment the pane still shows the dialog's rows. Then the
 * dialog must go. A key that had no effect at all, the whole screen being
 * still the same, is pressed once more; never when anything changed.
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
  const key = keyOf(request, agent, meaning);
  if (key === undefined) {
    return {
      status: "refused",
      reason: `it has no option that means ${meaning}`,
    };
  }
  const guard = options.seen + agent.guard - clock.now();
  if (guard > 0) await clock.sleep(guard, signal);
  if (signal?.aborted) return { status: "refused", reason: "orch is ending" };
  for (let attempts = 1; attempts <= 2; attempts++) {
    const before = await look(options);
    const pressed = shows(before.state, request) &&
      await options.tmux.keyIf(
        options.pane,
        request.evidence,
        key,
        options.marker,
      );
    if (!pressed) {
      return attempts === 1
        ? { status: "changed" }
        : { status: "sent", gone: false, attempts: attempts - 1 };
    }
    const after = await observe(options, before.text);
    if (after !== "ignored") {
      return { status: "sent", gone: after === "gone", attempts };
    }
  }
  return { status: "sent", gone: false, attempts: 2 };
}

function keyOf(
  request: Request,
  agent: Agent,
  meaning: "once" | "deny",
): string | undefined {
  if (meaning === "deny") {
    return deniable.has(request.kind) ? agent.denyKey : undefined;
  }
  const fitting = request.options.filter((option) => option.meaning === "once");
  // Two rows that mean the same are two rows that were not understood.
  return fitting.length === 1 ? fitting[0]?.key : undefined;
}

/** Watches the screen until the dialog is gone, or the key was ignored. */
async function observe(
  options: AnswerOptions,
  before: string,
): Promise<"gone" | "ignored" | "stuck"> {
  const { clock, request, signal } = options;
  const start = clock.now();
  let absent = 0;
  while (true) {
    const { state, text } = await look(options);
    // One look can fall into the middle of a redraw.
    absent = shows(state, request) ? 0 : absent + 1;
    if (absent === 2) return "gone";
    const waited = clock.now() - start;
    if (absent > 0 && !signal?.aborted) {
      await clock.sleep(pause, signal);
      continue;
    }
    const still = steady(text) === steady(before);
    const late = waited >= ignoredAfter;
    // An equal dialog can be this one or the next, on a changed screen and,
    // after a while, on the same; only the agent's own record can tell.
    if ((!still || late) && await options.answered?.()) return "gone";
    if (still && late) return "ignored";
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

async function look(
  options: AnswerOptions,
): Promise<{ state: AgentState; text: string }> {
  const screen = await options.tmux.capture(options.pane);
  return { state: options.agent.read(screen), text: screen.text };
}

function shows(state: AgentState, request: Request): boolean {
  return state.state === "asking" &&
    state.request.fingerprint === request.fingerprint;
}
