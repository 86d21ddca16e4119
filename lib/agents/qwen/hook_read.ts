import type { HookEvent, HookRequest } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { kindOfTool, mcpTool } from "./tool_kinds.ts";

/** What a tool is to do, exactly; `undefined` when a part that counts is not. */
function asked(tool: string, input: Json): HookRequest | undefined {
  const kind = kindOfTool(tool);
  switch (kind) {
    case undefined:
      return undefined;
    case "command": {
      const command = textOf(input.command);
      return command === undefined ? undefined : {
        kind,
        command,
        ...given({ description: textOf(input.description) }),
      };
    }
    case "write":
    case "edit":
    case "read": {
      const path = textOf(
        input.file_path ?? input.notebook_path ?? input.absolute_path,
      );
      return path === undefined ? undefined : { kind, path };
    }
    case "fetch":
      return { kind, ...given({ url: textOf(input.url) }) };
    case "mcp":
      return { kind, ...mcpTool(tool) };
    default:
      return { kind };
  }
}

/** A call that has ended; one that was turned down is not reported. */
function ended(body: Json): HookEvent | undefined {
  const id = textOf(body.tool_use_id);
  const kind = kindOfTool(textOf(body.tool_name) ?? "");
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
      }),
      // It ran, whether it failed or not, unless a person stopped it.
      outcome: body.is_interrupt === true ? "unknown" : "approved",
    },
  };
}

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
  if (!isObject(body)) return undefined;
  const session = textOf(body.session_id);
  switch (body.hook_event_name) {
    case "PermissionRequest": {
      const input = isObject(body.tool_input) ? body.tool_input : undefined;
      const request = input && asked(textOf(body.tool_name) ?? "", input);
      return request && {
        event: "permission",
        ...given({
          session,
          // A command can be told to run elsewhere.
          directory: textOf(input.directory) ?? textOf(body.cwd),
        }),
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
    case "UserPromptSubmit": {
      // After a call it goes on without one.
      const text = textOf(body.prompt);
      return text === undefined
        ? undefined
        : { event: "prompt", ...given({ session }), text };
    }
    case "Stop":
    case "StopFailure":
      return { event: "turn-ended", ...given({ session }) };
    default:
      return undefined;
  }
}
