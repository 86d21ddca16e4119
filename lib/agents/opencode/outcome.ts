import type { Outcome, Request, Screen } from "../agent.ts";
import { screenRows } from "../screen_row.ts";
import { findComposer } from "./composer.ts";
import { mainColumn } from "./panel.ts";

/** How much of a command or path surely stands in one row. */
const longestStart = 30;

/** The sign before a call in the transcript, by kind. */
const signs: Readonly<Record<string, string>> = {
  command: "$ ",
  edit: "← ",
  write: "← ",
};

/** Switches on the line that strikes a text through. */
// deno-lint-ignore no-control-regex
const struck = /\x1b\[(?:\d+;)*9(?:;\d+)*m/;

/**
 * Tells from the screen after a panel what was answered, where the screen says
 * so plainly: a call that was turned down is struck through, one that ran is
 * followed by what it put out.
 *
 * @param request The panel that is gone.
 * @param after The screen that follows it.
 * @returns `unknown` in doubt; OpenCode's own reports say it for certain.
 */
export function outcome(request: Request, after: Screen): Outcome {
  const sign = signs[request.kind];
  const text = request.command ?? request.path ?? "";
  const start = text.split("\n")[0]!.slice(0, longestStart).trim();
  if (sign === undefined || start === "") return "unknown";
  const raw = after.text.split("\n");
  const rows = mainColumn(screenRows(after.text), after.columns).rows;
  const end = findComposer(rows)?.top;
  if (end === undefined) return "unknown";
  const at = rows.slice(0, end).findLastIndex((row) =>
    row.text.includes(sign) && row.text.includes(start)
  );
  const row = rows[at]?.text;
  if (row === undefined) return "unknown";
  if (struck.test(raw[at] ?? "")) return "denied";
  // Only what has run stands in a block of its own, with its output.
  return request.kind === "command" && row.startsWith(`  ┃  ${sign}${start}`)
    ? "approved"
    : "unknown";
}
