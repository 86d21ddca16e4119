import type { Outcome, Request, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { screenRows } from "../screen_row.ts";
import { findComposer } from "./composer.ts";
import {
  carriedOut,
  namesCommand,
  namesFile,
  notCarriedOut,
  turnSummary,
} from "./wordings.ts";

/** How much of a command or path surely stands in one row. */
const longestStart = 40;

/** Where the transcript names what was asked for, last. */
function namedAt(rows: readonly string[], request: Request): number {
  const text = request.command ?? request.path ?? "";
  const lines = text.split("\n").map((line) => line.trim());
  const start = lines.find((line) => line !== "")?.slice(0, longestStart);
  if (start === undefined) return -1;
  // Files are shown without what leads to the project.
  const file = request.command === undefined;
  const name = file ? start.split("/").at(-1)! : start;
  const call = file ? namesFile : namesCommand;
  return rows.findLastIndex((row) => call.test(row) && row.includes(name));
}

/**
 * Tells from the screen after a dialog what was answered, where the screen
 * says so plainly: for a moment after a no it looks as if the turn went on,
 * and commands that ran are soon only counted.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @returns `unknown` in doubt; Claude's record says it for certain.
 */
export function outcome(request: Request, after: Screen): Outcome {
  const rows = screenRows(after.text);
  const columns = after.columns ??
    Math.max(...rows.map((row) => cellWidth(row.text)));
  const end = findComposer(rows, columns)?.top ?? rows.length;
  const above = rows.slice(0, end).map((row) => row.text);
  const at = namedAt(above, request);
  if (at < 0) return "unknown";
  const results: string[] = [];
  for (const row of above.slice(at + 1)) {
    if (row === "" || turnSummary.test(row) || /^ {20,}\S/.test(row)) continue;
    // Something else came after it: this may be an older one that looks alike.
    if (!/^ {2}⎿ | {3,}/.test(row)) return "unknown";
    results.push(row.replace(/^ *⎿[ \u00a0]*/, ""));
  }
  if (results.some((row) => notCarriedOut.test(row))) return "denied";
  const files = request.kind === "write" || request.kind === "edit";
  return files && results.some((row) => carriedOut.test(row))
    ? "approved"
    : "unknown";
}
