import type { HookEvent, RecordedCall } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import {
  type AskedReport,
  readReport,
  type ReportForm,
} from "../reporting/read_report.ts";
import { endedCall, requestOfTool } from "../tool_call.ts";
import { kindOfTool } from "./tool_kinds.ts";

/** What a tool is to do, exactly; `undefined` when a part that counts is not. */
function asked(body: Json): AskedReport | undefined {
  const tool = textOf(body.tool_name) ?? "";
  const kind = kindOfTool(tool);
  const input = body.tool_input;
  if (kind === undefined || !isObject(input)) return undefined;
  // Out of the person's sandbox it is more than the command alone.
  if (kind === "command" && input.dangerouslyDisableSandbox === true) {
    return undefined;
  }
  const request = requestOfTool(kind, tool, input);
  if (!request || (tool === "WebFetch" && request.url === undefined)) {
    return undefined;
  }
  const helper = textOf(body.agent_type) ?? textOf(body.agent_id);
  return { request: { ...request, ...given({ helper }) } };
}

function ended(body: Json): RecordedCall | undefined {
  const call = endedCall(body, kindOfTool);
  const helper = textOf(body.agent_id) === undefined
    ? undefined
    : true as const;
  return call && { ...call, ...given({ helper }) };
}

const form: ReportForm = {
  events: {
    PermissionRequest: "permission",
    PostToolUse: "call",
    PostToolUseFailure: "call",
    SessionStart: "session",
    UserPromptSubmit: "prompt",
    Stop: "turn-ended",
    StopFailure: "turn-ended",
  },
  asked,
  ended,
};

/**
 * Reads a report of Claude Code's.
 *
 * @param body What it sent, parsed from JSON. Anything can be in it.
 * @returns What it says; `undefined` when it is of no interest, not whole, or
 * about a tool that is not known.
 *
 * @example Usage
 * ```ts
 * import { readHook } from "./hook_read.ts";
 * import assert from "node:assert/strict";
 *
 * const event = readHook({
 *   hook_event_name: "PermissionRequest",
 *   session_id: "0f3c",
 *   tool_name: "Bash",
 *   tool_input: { command: "npm test" },
 * });
 * assert.deepEqual(event, {
 *   event: "permission",
 *   session: "0f3c",
 *   request: { kind: "command", command: "npm test" },
 * });
 * assert.equal(readHook("garbage"), undefined);
 * ```
 */
export function readHook(body: unknown): HookEvent | undefined {
  return readReport(body, form);
}
