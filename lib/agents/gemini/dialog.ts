import type { Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { buildRequest } from "../build_request.ts";
import { callOf, lowerCallOf } from "./call.ts";
import { highlight, readChoices } from "../gemini_family/choices.ts";
import { frameAt } from "../gemini_family/frame.ts";
import { meaningOf } from "../gemini_family/meanings.ts";
import {
  changeQuestion,
  commandQuestion,
  fetchQuestion,
  mcpQuestion,
  meanings,
} from "./wordings.ts";

/** What a dialog whose first row is out of view asks for, by its question. */
function kindOf(rows: readonly string[]): RequestKind | undefined {
  const texts = rows.map((row) => row.trim());
  if (texts.includes(commandQuestion)) return "command";
  if (texts.includes(changeQuestion)) return "edit";
  if (texts.includes(fetchQuestion)) return "fetch";
  return texts.some((row) => mcpQuestion.test(row)) ? "mcp" : undefined;
}

/**
 * Reads a dialog about a call that ends the screen: a frame as wide as the
 * pane, the tool, what it would do, the choices.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns The request, or `undefined` when the screen ends in something else.
 */
export function readPermission(
  rows: readonly ScreenRow[],
  columns: number,
): Request | undefined {
  const frame = frameAt(rows, rows.length - 1);
  // Boxes in the transcript are narrower.
  if (!frame || frame.indent > 0 || frame.width < columns) return undefined;
  const choices = readChoices(frame.rows, meaningOf(meanings));
  const own = frame.rows.slice(0, choices?.first);
  const call = callOf(own, frame.width) ??
    (frame.top < 0 ? lowerCallOf(own, frame.width) : undefined);
  const kind = call?.kind ?? (frame.top < 0 ? kindOf(own) : undefined);
  if (kind === undefined) return undefined;
  const count = (meaning: string) =>
    choices?.options.filter((option) => option.meaning === meaning).length;
  const after = frame.rows.slice(choices?.end).some((row) => row !== "");
  const trouble = !call
    ? "its top is out of view"
    : !choices || after || count("once") !== 1 || count("deny") !== 1
    ? "its options are not known"
    : choices.trouble ?? call.trouble ??
      (frame.even ? undefined : "its frame is broken");
  return buildRequest({
    kind,
    details: call?.details,
    rows: frame.rows,
    highlight,
    evidence: call?.evidence ?? own,
    options: choices,
    trouble,
    callTrouble: call?.trouble,
  });
}
