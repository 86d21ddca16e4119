import type { HookEvent, HookRequest, RecordedCall } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { readReport, type ReportForm } from "../reporting/read_report.ts";
import { mcpTool } from "../tool_kind.ts";
import { patchedFiles } from "./patched_files.ts";
import { resolve } from "./resolve.ts";

/** What a tool is to do, exactly; `undefined` when a part that counts is not. */
function asked(body: Json): HookRequest | undefined {
  const tool = textOf(body.tool_name);
  const input = body.tool_input;
  if (tool === undefined || !isObject(input)) return undefined;
  const more = given({
    description: textOf(input.description),
    helper: textOf(body.agent_type) ?? textOf(body.agent_id),
  });
  if (tool === "Bash") {
    const command = textOf(input.command);
    return command === undefined ? undefined : {
      kind: "command",
      command,
      ...more,
    };
  }
  if (tool === "apply_patch") {
    const files = patchedFiles(textOf(input.command) ?? "");
    const [path] = files;
    // Of several files, one may be where nothing may be written.
    return path === undefined || files.length > 1 ? undefined : {
      kind: "edit",
      path: resolve(textOf(body.cwd) ?? "", path),
      ...more,
    };
  }
  const named = mcpTool(tool);
  return named && { kind: "mcp", ...named, input, ...more };
}

/** A call that has ended. */
function ended(body: Json): RecordedCall | undefined {
  const id = textOf(body.tool_use_id);
  const call = asked(body);
  if (id === undefined || call === undefined) return undefined;
  const { kind, command, path, server, tool, input } = call;
  const helper = call.helper === undefined ? undefined : true as const;
  const told = { command, path, server, tool, input, helper };
  return { id, kind, ...given(told), outcome: "approved" };
}

const form: ReportForm = {
  events: {
    PermissionRequest: "permission",
    PostToolUse: "call",
    SessionStart: "session",
    UserPromptSubmit: "prompt",
    Stop: "turn-ended",
  },
  asked: (body) => {
    const request = asked(body);
    return request && { request };
  },
  ended,
};

/**
 * Reads a report of Codex's.
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
