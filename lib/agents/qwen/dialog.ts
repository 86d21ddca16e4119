import type { Request } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import { highlight, readChoices } from "../gemini_family/choices.ts";
import { frameAt } from "../gemini_family/frame.ts";
import { meaningOf } from "../gemini_family/meanings.ts";
import type { ScreenRow } from "../screen_row.ts";
import { callOf } from "./call.ts";
import {
  changeQuestion,
  commandQuestion,
  mcpQuestion,
  meanings,
  moreRows,
  waitingRow,
} from "./wordings.ts";

/** Whether rows end in a question that only dialogs about calls ask. */
const asksForCall = (rows: readonly string[]) =>
  rows.some((row) =>
    row.trim() === changeQuestion || commandQuestion.test(row.trim()) ||
    mcpQuestion.test(row.trim())
  );

/**
 * Reads a dialog about a call that ends the screen: a frame, the tool, what it
 * would do, the choices, and under it a row that says it waits.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns The request, or `undefined` when the screen ends in something else.
 */
export function readPermission(
  rows: readonly ScreenRow[],
  columns: number,
): Request | undefined {
  if (!waitingRow.test(rows.at(-1)?.text ?? "")) return undefined;
  let bottom = rows.length - 2;
  while (
    bottom > 0 &&
    (rows[bottom]!.text === "" || moreRows.test(rows[bottom]!.text))
  ) bottom--;
  const frame = frameAt(rows, bottom);
  if (!frame || frame.indent !== 2 || frame.width < columns - 6) {
    return undefined;
  }
  const choices = readChoices(frame.rows, meaningOf(meanings));
  const own = frame.rows.slice(0, choices?.first);
  const call = frame.top < 0 ? undefined : callOf(own, frame.width);
  if (!call && !asksForCall(own)) return undefined;
  const count = (meaning: string) =>
    choices?.options.filter((option) => option.meaning === meaning).length;
  const asks = call?.kind === "question" || call?.kind === "plan";
  const trouble = !call
    ? "its top is out of view"
    : asks
    ? call.trouble
    : !choices || count("once") !== 1 || count("deny") !== 1
    ? "its options are not known"
    : choices.trouble ?? call.trouble ??
      (frame.even ? undefined : "its frame is broken");
  return buildRequest({
    kind: call?.kind ?? "command",
    details: call?.details,
    rows: frame.rows,
    highlight,
    evidence: call?.evidence ?? own,
    options: choices && call?.kind === "question"
      ? {
        ...choices,
        options: choices.options.map((option) => ({
          ...option,
          meaning: "other",
        })),
      }
      : choices,
    trouble,
    callTrouble: call?.trouble,
  });
}
