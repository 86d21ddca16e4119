import type { HookEvent, HookRequest } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { patchedFiles } from "./patched_files.ts";
import { resolve } from "./resolve.ts";

/** The name of an MCP server's tool. */
const mcpName = /^mcp__(.+?)__(.+)$/;

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
  const [, server, name] = mcpName.exec(tool) ?? [];
  return server === undefined || name === undefined
    ? undefined
    : { kind: "mcp", server, tool: name, ...more };
}

/** A call that has ended. */
function ended(body: Json): HookEvent | undefined {
  const id = textOf(body.tool_use_id);
  const call = asked(body);
  if (id === undefined || call === undefined) return undefined;
  const { kind, command, path } = call;
  return {
    event: "call",
    ...given({ session: textOf(body.session_id) }),
    call: {
      id,
      kind,
      ...given({
        command,
        path,
        helper: call.helper === undefined ? undefined : true as const,
      }),
      outcome: "approved",
    },
  };
}

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
      return { event: "turn-ended", ...given({ session }) };
    default:
      return undefined;
  }
}
