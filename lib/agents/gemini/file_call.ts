import type { RequestKind } from "../agent.ts";
import {
  type Call,
  changedPath,
  doubtInPath,
  folded,
  trimmed,
  unread,
} from "../gemini_family/call.ts";
import type { Body } from "./body.ts";
import * as wordings from "./wordings.ts";

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
  const path = changedPath(summary, wordings);
  const rest = trimmed(tail);
  const trouble = inside.some((row) => wordings.foldedRows.test(row.trim()))
    ? folded
    : rest.length !== 1 || rest[0] !== wordings.changeQuestion
    ? unread
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
