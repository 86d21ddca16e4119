import { type Call, folded, trimmed } from "../gemini_family/call.ts";
import { divide, strange, summaryRow } from "./body.ts";
import { command } from "./command_call.ts";
import { change } from "./file_call.ts";
import { other } from "./tool_call.ts";
import {
  callHeader,
  commandQuestion,
  foldedRows,
  queueCount,
  toolKinds,
} from "./wordings.ts";

/**
 * Reads a command or a change, in a box under the tool's name.
 *
 * @param rows The dialog's rows.
 * @param columns The width of the pane.
 * @returns What is asked for; `undefined` when it is not drawn so.
 */
export function boxed(
  rows: readonly string[],
  columns: number,
): Call | undefined {
  const header = callHeader.exec((rows[0] ?? "").replace(queueCount, ""));
  if (!header) return undefined;
  const kind = toolKinds[header[1]!]!;
  const summary = (header[2] ?? "").trim();
  const body = divide(rows.slice(1));
  const isFolded = rows.some((row) => foldedRows.test(row.trim()));
  if (!body || !body.head.every((row) => summaryRow.test(row))) {
    const trouble = isFolded ? folded : strange;
    return { kind, details: {}, evidence: rows.slice(0, 1), trouble };
  }
  const call = kind === "command"
    ? command(summary, body, columns)
    : change(kind, summary, body);
  return {
    ...call,
    evidence: [rows[0]!, ...call.evidence],
    ...(isFolded ? { trouble: folded } : {}),
  };
}

/**
 * Reads what a dialog is about whose first rows are out of view. The summary
 * of a short command repeats it in as many rows, so that both do not fit into
 * a short pane; the command's own box has to be there as a whole.
 *
 * @param rows The rows that are in view, without the frame.
 * @param columns The width of the dialog.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood; `undefined` when this is no dialog about a command.
 */
export function lowerCallOf(
  rows: readonly string[],
  columns: number,
): Call | undefined {
  const body = divide(rows);
  if (!body || trimmed(body.tail)[0] !== commandQuestion) return undefined;
  if (!body.head.every((row) => summaryRow.test(row))) return undefined;
  const { description: _, ...details } = command("", body, columns).details;
  return { ...command("", body, columns), details };
}

/**
 * Reads what a dialog is about from its rows above the choices.
 *
 * @param rows The rows, without the frame.
 * @param columns The width of the dialog.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood; `undefined` when this is no dialog about a call.
 */
export function callOf(
  rows: readonly string[],
  columns: number,
): Call | undefined {
  return boxed(rows, columns) ?? other(rows);
}
