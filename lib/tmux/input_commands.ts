import type { PaneId } from "./pane_info.ts";
import { quote, quoteCommand } from "./quote.ts";

/** Input for a pane, and what must hold for it to be given. */
export interface Input {
  /** The pane. */
  readonly pane: PaneId;
  /** Commands that give the input. */
  readonly give: readonly string[];
  /**
   * Texts that must all be on the screen, each within one row. With them, a
   * pane in a mode is left alone; without, the mode is left first.
   */
  readonly rows?: readonly string[];
  /** The server it must be, as `pid start_time`. Unset: any. */
  readonly server?: string | undefined;
  /** Distinguishes this try from all others; letters and digits. */
  readonly nonce: string;
}

/** Commands for one pass of the server. */
export interface InputCommands {
  /** Looks, and gives the input if all holds. */
  readonly look: string;
  /** Prints one line for {@linkcode whatBecame}. */
  readonly trace: string;
  /** Takes back the options that the others needed. */
  readonly clean: string;
}

/**
 * Commands that look at a pane and give it input, for one pass of the server.
 *
 * Each row goes into an option, as a glob that matches nothing but its text,
 * and the condition names the options: tmux does not expand again what an
 * option holds, so no row can be read as a format. The branch leaves a trace,
 * the only proof that it ran: what a branch prints need not reach us.
 *
 * Input never goes where it would be lost or heard by others: into a pane
 * whose program has ended, whose input is off, or that is synchronized with
 * its neighbours.
 *
 * @example Usage
 * ```ts
 * import { inputCommands } from "./input_commands.ts";
 * import assert from "node:assert/strict";
 *
 * const { look } = inputCommands({
 *   pane: "%1",
 *   give: ["send-keys -t %1 -- 1"],
 *   rows: ["1. Yes"],
 *   nonce: "a1",
 * });
 * assert.match(look, /^set-option -s @orch_row_a1_0 "1. Yes" ; if-shell/);
 * ```
 *
 * @param input The input and its conditions.
 * @returns The commands.
 */
export function inputCommands(input: Input): InputCommands {
  const { pane, rows, nonce } = input;
  const server = (input.server ?? "").replace(/[^0-9 ]/g, "");
  const obstacles = [
    ...(input.server === undefined
      ? []
      : [`#{!=:#{pid} #{start_time},${server}}`]),
    ...flags.map((flag) => `#{?${flag},1,0}`),
  ];
  const options = (rows ?? []).map((_, index) => `@orch_row_${nonce}_${index}`);
  const trace = `@orch_trace_${nonce}`;
  const branch = [
    ...(rows ? [] : [`copy-mode -q -t ${pane}`]),
    ...input.give,
    `set-option -s ${trace} 1`,
  ];
  const condition = conditionOf([
    ...obstacles.map((obstacle) => `#{?${obstacle},n,y}`),
    ...(rows ? ["#{?pane_in_mode,n,y}"] : []),
    ...options.map((option) => `#{?#{C:#{${option}}},y,n}`),
  ]);
  const report = [`#{${trace}}`, "#{pane_id}", ...obstacles];
  return {
    look: [
      ...(rows ?? []).map((row, index) =>
        `set-option -s ${options[index]} ${quote(globOf(row))}`
      ),
      `if-shell -F -t ${pane} '${condition}' { ${branch.join(" ; ")} }`,
    ].join(" ; "),
    trace: quoteCommand(
      ["display-message", "-p", "-t", pane, report.join(",")],
    ),
    clean: [...options, trace]
      .map((option) => `set-option -su ${option}`)
      .join(" ; "),
  };
}

/** What keeps input from reaching the pane and no other, last to first. */
const flags = ["pane_dead", "pane_input_off", "pane_synchronized"];

/** What a person would call them. */
const reasons = [
  "its server is gone, and it with it",
  "its program has ended",
  "its input is turned off",
  "its input is synchronized with other panes",
];

/** What became of input. */
export interface Outcome {
  /** Whether it was given. */
  readonly given: boolean;
  /** What stood against it; unset when only a row was missing. */
  readonly obstacle: string | undefined;
}

/**
 * Reads what `trace` printed.
 *
 * @param line The line.
 * @returns What became of the input.
 */
export function whatBecame(line: string | undefined): Outcome {
  const [trace, id, ...obstacles] = (line ?? "").split(",");
  const obstacle = reasons.slice(-obstacles.length)[obstacles.indexOf("1")];
  return {
    given: trace === "1",
    obstacle: obstacle ?? (id ? undefined : "can't find the pane"),
  };
}

/** A glob that matches exactly the text. */
function globOf(text: string): string {
  return text.replace(/[\\*?[\]]/g, "\\$&");
}

/** A format that is 1 when every check says `y`. */
function conditionOf(checks: readonly string[]): string {
  return `#{==:${checks.join("")},${"y".repeat(checks.length)}}`;
}
