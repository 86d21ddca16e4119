import assert from "node:assert/strict";
import { PassingClock } from "../../test/harness/passing_clock.ts";
import type { Agent, Request } from "./agent.ts";
import { answer, type AnswerResult } from "./answer.ts";
import { claude } from "./claude/claude.ts";
import type { Terminal } from "./terminal.ts";

const rule = "─".repeat(80);
const dashes = "╌".repeat(80);

/**
 * Draws a dialog of Claude Code for a command.
 *
 * @param command The command.
 * @param options The rows to choose from.
 * @param above What stands above it.
 * @returns The screen.
 */
export function dialog(
  command: string,
  options: string[],
  above = "",
): string {
  return [
    above,
    rule,
    " Bash command",
    " Run it",
    dashes,
    ` ${command}`,
    dashes,
    " This command requires approval",
    "",
    " Do you want to proceed?",
    ...options.map((label, at) => ` ${at ? " " : "❯"} ${at + 1}. ${label}`),
    "",
    " Esc to cancel · Tab to amend",
  ].join("\n");
}

/** The screen when nothing is asked. */
export const idle: string = ["done", rule, "❯\u00a0", rule, "  ? for shortcuts"]
  .join("\n");
/** The rows to choose from that most dialogs have. */
export const three: string[] = [
  "Yes",
  "Yes, and don't ask again for: rm *",
  "No",
];

/** A terminal whose screen a test changes as keys arrive and time passes. */
export class ScriptedTerminal implements Terminal {
  /** The keys that arrived, and when. */
  keys: { key: string; at: number }[] = [];
  text: string;
  title = "";
  onKey: (key: string) => void = () => {};
  onLook: (looks: number) => void = () => {};
  looks = 0;
  constructor(text: string, readonly clock: PassingClock) {
    this.text = text;
  }
  capture() {
    this.onLook(++this.looks);
    const { text, title } = this;
    return Promise.resolve({ text, columns: 80, rows: 24, title });
  }
  keyIf(_: string, rows: readonly string[], key: string) {
    const shown = this.text.split("\n");
    const all = rows.every((row) => shown.some((one) => one.includes(row)));
    if (all) {
      this.keys.push({ key, at: this.clock.time });
      this.onKey(key);
    }
    return Promise.resolve(all);
  }
  paste() {
    return Promise.reject(new Error("nothing is to be pasted"));
  }
}

/**
 * Reads the request on a screen.
 *
 * @param text The screen.
 * @returns What is asked.
 */
export function asked(text: string): Request {
  const state = claude.read({ text, columns: 80 });
  assert.equal(state.state, "asking");
  return state.state === "asking" ? state.request : assert.fail();
}

/** What became of an answer. */
export interface Played {
  result: AnswerResult;
  terminal: ScriptedTerminal;
}

/**
 * Answers what a screen asks.
 *
 * @param text The screen.
 * @param meaning The answer.
 * @param script Says what the terminal does then.
 * @param more What differs from a plain answer to Claude Code.
 * @returns What became of it.
 */
export async function play(
  text: string,
  meaning: "once" | "deny",
  script: (terminal: ScriptedTerminal) => void,
  more: { request?: Request; agent?: Agent; answered?: boolean } = {},
): Promise<Played> {
  const clock = new PassingClock();
  const terminal = new ScriptedTerminal(text, clock);
  script(terminal);
  const result = await answer({
    tmux: terminal,
    pane: "%1",
    agent: more.agent ?? claude,
    request: more.request ?? asked(text),
    meaning,
    marker: "1",
    clock,
    ...(more.answered === undefined
      ? {}
      : { answered: () => Promise.resolve(more.answered!) }),
  });
  return { result, terminal };
}

/**
 * Lets the dialog go with the first key.
 *
 * @param terminal The terminal.
 */
export const closes = (terminal: ScriptedTerminal): void => {
  terminal.onKey = () => terminal.text = idle;
};
