import type { PaneId } from "./pane_info.ts";
import { quote, quoteCommand } from "./quote.ts";

/** What {@linkcode keyIfCommands} is told. */
export interface KeyIf {
  /** The pane. */
  readonly pane: PaneId;
  /** What must all be on its screen, each within one row. */
  readonly rows: readonly string[];
  /** The key to send then. */
  readonly key: string;
  /** What to leave in the pane's `@orch_sent`. */
  readonly marker: string;
  /** Distinguishes this try from all others; letters and digits. */
  readonly nonce: string;
}

/**
 * Commands that look at a pane's screen and send a key, for one pass of the
 * server.
 *
 * Each row goes into an option, as a glob that matches nothing but its text,
 * and the condition names the options: tmux does not expand again what an
 * option holds, so no row can be read as a format. The branch leaves a trace,
 * the only proof that it ran: what a branch prints need not reach us.
 *
 * A pane whose keys would go elsewhere counts as a screen that does not match:
 * one in a mode, dead, with its input off, or synchronized with its
 * neighbours, which would get the key too.
 *
 * @example Usage
 * ```ts
 * import { keyIfCommands } from "./key_if.ts";
 * import assert from "node:assert/strict";
 *
 * const { look } = keyIfCommands({
 *   pane: "%1",
 *   rows: ["1. Yes"],
 *   key: "1",
 *   marker: "request-7",
 *   nonce: "a1",
 * });
 * assert.match(look, /send-keys -t %1 -- 1/);
 * ```
 *
 * @param request What to look for and what to send.
 * @returns `look` does it, `trace` prints `1` if the key was sent, `clean`
 * takes back the options.
 */
export function keyIfCommands(
  request: KeyIf,
): { look: string; trace: string; clean: string } {
  const { pane, rows, key, marker, nonce } = request;
  const options = rows.map((_, index) => `@orch_row_${nonce}_${index}`);
  const trace = `@orch_trace_${nonce}`;
  const branch = [
    quoteCommand(["set-option", "-p", "-t", pane, "@orch_sent", marker]),
    quoteCommand(["send-keys", "-t", pane, "--", key]),
    `set-option -s ${trace} 1`,
  ];
  const condition = conditionOf(options);
  return {
    look: [
      ...rows.map((row, index) =>
        `set-option -s ${options[index]} ${quote(globOf(row))}`
      ),
      `if-shell -F -t ${pane} '${condition}' { ${branch.join(" ; ")} }`,
    ].join(" ; "),
    trace: `display-message -p '#{${trace}}'`,
    clean: [...options, trace]
      .map((option) => `set-option -su ${option}`)
      .join(" ; "),
  };
}

/** A glob that matches exactly the text. */
function globOf(text: string): string {
  return text.replace(/[\\*?[\]]/g, "\\$&");
}

function conditionOf(options: readonly string[]): string {
  const wrong = [
    "pane_in_mode",
    "pane_dead",
    "pane_input_off",
    "pane_synchronized",
  ];
  const checks = [
    ...wrong.map((flag) => `#{?${flag},n,y}`),
    ...options.map((option) => `#{?#{C:#{${option}}},y,n}`),
  ];
  return `#{==:${checks.join("")},${"y".repeat(checks.length)}}`;
}
