import { type Call, trimmed } from "../gemini_family/call.ts";
import { command } from "./command_call.ts";
import { divide } from "./parts.ts";
import { change, fetch, mcp } from "./tool_call.ts";
import {
  callHeader,
  mcpQuestion,
  mcpSummary,
  planQuestion,
  toolKinds,
} from "./wordings.ts";

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
  const parts = divide(rows);
  if (!parts) return undefined;
  const isMcp = mcpQuestion.test(parts.question) ||
    mcpSummary.test(parts.summary[0]!);
  const kind = isMcp ? "mcp" : toolKinds[parts.tool] ??
    (parts.question === planQuestion ? "plan" : "question");
  const call = kind === "command"
    ? command(parts, columns)
    : kind === "write" || kind === "edit"
    ? change(kind, parts)
    : kind === "fetch"
    ? fetch(parts)
    : kind === "mcp"
    ? mcp(parts)
    : {
      kind,
      details: {},
      evidence: [...trimmed(parts.body), parts.question],
      trouble: "only a person can answer this",
    };
  const header = rows.findLast((row) => callHeader.test(row))!;
  return { ...call, evidence: [header, ...call.evidence] };
}
