import type { Request, RequestKind } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import { highlight, readChoices } from "../gemini_family/choices.ts";
import { meaningOf } from "../gemini_family/meanings.ts";
import type { ScreenRow } from "../screen_row.ts";
import {
  changeQuestion,
  commandQuestion,
  mcpQuestion,
  meanings,
  waitingRow,
} from "./wordings.ts";

function kindOf(texts: readonly string[]): RequestKind {
  if (texts.some((row) => commandQuestion.test(row))) return "command";
  if (texts.includes(changeQuestion)) return "edit";
  return texts.some((row) => mcpQuestion.test(row)) ? "mcp" : "question";
}

/**
 * Reads a dialog that says it waits but has no frame, as later releases draw
 * it. Nothing tells where it begins, so that it is always for a person.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @returns The request, or `undefined` when nothing seems to wait.
 */
export function readUnframed(rows: readonly ScreenRow[]): Request | undefined {
  const texts = rows.map((row) => row.text.replace(/ *█$/, ""));
  if (!waitingRow.test(texts.at(-1) ?? "")) return undefined;
  const choices = readChoices(texts, meaningOf(meanings));
  if (choices?.selected === undefined || choices.end < texts.length - 5) {
    return undefined;
  }
  const own = texts.slice(Math.max(0, choices.first - 3), choices.end);
  return buildRequest({
    kind: kindOf(own.map((row) => row.trim())),
    rows: own,
    highlight,
    evidence: [],
    options: choices,
    trouble: "its layout is not known",
  });
}
