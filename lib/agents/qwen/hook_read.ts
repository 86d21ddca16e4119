import type { HookEvent } from "../agent.ts";
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
  const request = requestOfTool(kind, tool, input);
  // A command can be told to run elsewhere.
  const directory = textOf(input.directory);
  return request && { request, ...given({ directory }) };
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
  ended: (body) => endedCall(body, kindOfTool),
};

/**
 * Reads a report of Qwen Code's.
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
 *   tool_name: "run_shell_command",
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
  const event = readReport(body, form);
  // After a call it goes on without a prompt.
  return event?.event === "prompt" && event.text === "" ? undefined : event;
}
