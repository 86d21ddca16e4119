import type { Outcome, Request, Screen } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { screenRows } from "../screen_row.ts";
import { callRow } from "./draw.ts";

/** What calls are named in the transcript. */
export const tools: Readonly<Record<string, string>> = {
  command: "Run",
  write: "Write",
  edit: "Edit",
};

/**
 * Tells from the transcript what a person answered: the last settled call with
 * the same words counts.
 *
 * @param request The dialog that is gone.
 * @param after The screen that follows it.
 * @returns The answer; `unknown` when the call was withdrawn or cannot be seen.
 */
export function outcome(request: Request, after: Screen): Outcome {
  const rows = screenRows(after.text).map((row) => row.text);
  const columns = after.columns ??
    Math.max(0, ...rows.map((row) => cellWidth(row)));
  const tool = tools[request.kind];
  if (tool === undefined) return "unknown";
  const subjects = request.kind === "command"
    ? request.readings ?? [request.command ?? ""]
    : [request.path ?? ""];
  const rowsOf = (state: "approved" | "denied" | "withdrawn") =>
    new Set(subjects.map((subject) => callRow(state, tool, subject, columns)));
  const approved = rowsOf("approved");
  const denied = rowsOf("denied");
  const withdrawn = rowsOf("withdrawn");
  for (const row of rows.toReversed()) {
    if (approved.has(row)) return "approved";
    if (denied.has(row)) return "denied";
    if (withdrawn.has(row)) return "unknown";
  }
  return "unknown";
}
