import type { AgentState, RequestKind } from "../agent.ts";
import { buildRequest } from "../build_request.ts";
import {
  highlight,
  readChoices,
  trustedFolder,
} from "../gemini_family/choices.ts";
import { frameAt } from "../gemini_family/frame.ts";
import { meaningOf } from "../gemini_family/meanings.ts";
import type { ScreenRow } from "../screen_row.ts";
import {
  startupRows,
  trustMeanings,
  trustQuestion,
  waitingFooter,
} from "./wordings.ts";

function kindOf(texts: readonly string[]): RequestKind | undefined {
  if (texts.includes(trustQuestion)) return "trust";
  return texts.some((row) => startupRows.some((known) => known.test(row)))
    ? "startup"
    : undefined;
}

/**
 * Reads whatever else can wait for a person at the end of the screen: the
 * folder's trust, a picker, a start-up screen. None of it but the folder's
 * trust is answered without a person.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @returns What Qwen waits for, or `undefined` when nothing seems to wait.
 */
export function readOther(rows: readonly ScreenRow[]): AgentState | undefined {
  let bottom = rows.length - 1;
  const least = Math.max(0, rows.length - 4);
  while (bottom >= least && !frameAt(rows, bottom)) bottom--;
  const frame = bottom < least ? undefined : frameAt(rows, bottom);
  if (!frame) return undefined;
  const texts = frame.rows.map((row) => row.trim());
  const found = frame.top < 0 ? undefined : kindOf(texts);
  // What is quoted stands further right.
  const known = found === "trust" && frame.indent !== 3 ? undefined : found;
  const choices = readChoices(
    frame.rows,
    meaningOf(known === "trust" ? trustMeanings : []),
  );
  const waits = texts.some((row) => waitingFooter.test(row));
  const lit = choices !== undefined && choices.selected !== undefined;
  if (known === undefined && !waits && !lit) return undefined;
  const own = texts.slice(0, choices?.first).filter((row) => row !== "");
  const folder = known === "trust" ? trustedFolder(choices) : undefined;
  const request = buildRequest({
    kind: known ?? "question",
    details: folder === undefined ? {} : { path: folder },
    rows: frame.rows,
    highlight,
    evidence: own.slice(0, 4),
    options: choices,
    trouble: folder === undefined || !choices
      ? "only a person can answer this"
      : choices.trouble,
  });
  return { state: "asking", request };
}
