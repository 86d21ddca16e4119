import type { Outcome, Request, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { screenRows } from "../screen_row.ts";
import { findComposer } from "./composer.ts";

/** How the transcript words a call that was turned down. */
const turnedDown =
  /^ {2}⎿[ \u00a0]+Interrupted · |^[● ] ?Did not run \d+ call|^ {2}⎿ .*\b[Rr]ejected /;

/**
 * Tells from the screen after a dialog what was answered.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @returns `unknown` unless the screen says so plainly.
 */
export function outcome(request: Request, after: Screen): Outcome {
  const rows = screenRows(after.text);
  const columns = after.columns ??
    Math.max(...rows.map((row) => cellWidth(row.text)));
  const end = findComposer(rows, columns)?.top ?? rows.length;
  const above = rows.slice(0, end).map((row) => row.text);
  const asked = (request.command ?? request.path ?? "").split("\n")[0]!.trim();
  if (asked === "") return "unknown";
  const at = above.findLastIndex((row) => row.includes(asked.slice(0, 40)));
  if (at < 0) return "unknown";
  const since = above.slice(Math.max(0, at - 1));
  return since.some((row) => turnedDown.test(row)) ? "denied" : "unknown";
}
