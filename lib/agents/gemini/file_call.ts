import type { RequestKind } from "../agent.ts";
import { type Call, trimmed } from "../gemini_family/call.ts";
import { changeCall } from "../gemini_family/change.ts";
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
  const rest = trimmed(body.tail);
  return changeCall(kind, summary, {
    rows: body.inside,
    tail: rest,
    whole: rest.length === 1 && rest[0] === wordings.changeQuestion,
    wordings,
  });
}
