import type { HookEvent, HookRequest } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { kindOfTool, mcpTool } from "./tool_kinds.ts";

/** What a tool is to do, exactly; `undefined` when a part that counts is not. */
function asked(body: Json): HookRequest | undefined {
  const tool = textOf(body.tool_name);
  const input = body.tool_input;
  const kind = tool === undefined ? undefined : kindOfTool(tool);
  if (tool === undefined || kind === undefined || !isObject(input)) {
    return undefined;
  }
  const more = given({
    helper: textOf(body.agent_type) ?? textOf(body.agent_id),
  });
  switch (kind) {
    case "command": {
      const command = textOf(input.command);
      // Out of the person's sandbox it is more than the command alone.
      if (command === undefined || input.dangerouslyDisableSandbox === true) {
        return undefined;
      }
      const description = textOf(input.description);
      return { kind, command, ...given({ description }), ...more };
    }
    case "write":
    case "edit":
    case "read": {
      const path = textOf(input.file_path ?? input.notebook_path);
      return path === undefined ? undefined : { kind, path, ...more };
    }
    case "fetch": {
      const url = textOf(input.url);
      if (url === undefined && tool !== "WebSearch") return undefined;
      return { kind, ...given({ url }), ...more };
    }
    case "mcp":
      return { kind, ...mcpTool(tool), ...more };
    default:
      return { kind, ...more };
  }
}

/** A call that has ended. */
function ended(body: Json): HookEvent | undefined {
  const id = textOf(body.tool_use_id);
  const tool = textOf(body.tool_name);
  const kind = tool === undefined ? undefined : kindOfTool(tool);
  if (id === undefined || kind === undefined) return undefined;
  const input = isObject(body.tool_input) ? body.tool_input : {};
  return {
    event: "call",
    ...given({ session: textOf(body.session_id) }),
    call: {
      id,
      kind,
      ...given({
        command: textOf(input.command),
        path: textOf(input.file_path ?? input.notebook_path),
        helper: textOf(body.agent_id) === undefined ? undefined : true as const,
      }),
      // It ran, whether it failed or not, unless a person stopped it.
      outcome: body.is_interrupt === true ? "unknown" : "approved",
    },
  };
}

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
  if (!isObject(body)) return undefined;
  const session = textOf(body.session_id);
  switch (body.hook_event_name) {
    case "PermissionRequest": {
      const request = asked(body);
      return request && {
        event: "permission",
        ...given({ session, directory: textOf(body.cwd) }),
        request,
      };
    }
    case "PostToolUse":
    case "PostToolUseFailure":
      return ended(body);
    case "SessionStart":
      return session === undefined ? undefined : {
        event: "session",
        session,
        ...given({ record: textOf(body.transcript_path) }),
      };
    case "UserPromptSubmit":
      return typeof body.prompt === "string"
        ? { event: "prompt", ...given({ session }), text: body.prompt }
        : undefined;
    case "Stop":
    case "StopFailure":
      return { event: "turn-ended", ...given({ session }) };
    default:
      return undefined;
  }
}
