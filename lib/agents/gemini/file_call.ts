import type { RequestKind } from "../agent.ts";
import { type Body, folded, trimmed } from "./body.ts";
import type { Call } from "./call.ts";
import {
  changeQuestion,
  createSummary,
  foldedRows,
  writeSummary,
} from "./wordings.ts";

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

/**
 * Reads a change of a file in its box.
 *
 * @param kind Whether it is written or edited.
 * @param summary What stands beside the tool's name.
 * @param body The box and what stands around it.
 * @returns What is asked for.
 */
export function change(kind: RequestKind, summary: string, body: Body): Call {
  const { inside, tail } = body;
  const path = summary.startsWith(writeSummary)
    ? summary.slice(writeSummary.length)
    : summary.startsWith(createSummary)
    ? summary.slice(createSummary.length)
    : /^(.+?): /.exec(summary)?.[1] ?? "";
  const rest = trimmed(tail);
  const trouble = inside.some((row) => foldedRows.test(row.trim()))
    ? folded
    : rest.length !== 1 || rest[0] !== changeQuestion
    ? "a note in it is not understood"
    : inside.length === 0
    ? "it is still being drawn"
    : doubtInPath(path);
  return {
    kind,
    details: path === "" ? {} : { path },
    evidence: [...inside, ...rest],
    ...(trouble === undefined ? {} : { trouble }),
  };
}
