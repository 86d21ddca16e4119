import type { RecordedCall, RequestKind } from "../agent.ts";
import { isObject, type Json, textOf } from "../json.ts";
import { commandAndPath } from "../tool_call.ts";

/**
 * Reads a call as the clients of this family record it.
 *
 * @param call The call.
 * @param kindOf What kind of thing a tool asks for.
 * @returns What was called; `undefined` when the tool is not known.
 */
export function recordedCall(
  call: Json,
  kindOf: (tool: string) => RequestKind | undefined,
): RecordedCall | undefined {
  const id = textOf(call.id);
  const kind = kindOf(textOf(call.name) ?? "");
  if (id === undefined || kind === undefined) return undefined;
  return { id, kind, ...commandAndPath(isObject(call.args) ? call.args : {}) };
}
