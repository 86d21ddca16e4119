import { resolve } from "node:path/posix";
import type { HookEvent, HookRequest, RecordedCall } from "../agent.ts";
import { given, isObject, type Json, textOf } from "../json.ts";
import { readReport, type ReportForm } from "../reporting/read_report.ts";
import { commandAndPath } from "../tool_call.ts";
import { kindOfTool } from "./tool_kinds.ts";

/** What a dialog asks for, exactly; `undefined` when it is not known. */
function asked(details: Json): HookRequest | undefined {
  switch (details.type) {
    case "exec": {
      const command = textOf(details.command);
      return command === undefined ? undefined : { kind: "command", command };
    }
    case "edit": {
      const path = textOf(details.filePath);
      if (path === undefined) return undefined;
      return { kind: details.originalContent === "" ? "write" : "edit", path };
    }
    case "info": {
      const urls = Array.isArray(details.urls) ? details.urls : [];
      const url = urls.length === 1 ? textOf(urls[0]) : undefined;
      return { kind: "fetch", ...given({ url }) };
    }
    case "mcp":
      return {
        kind: "mcp",
        ...given({
          server: textOf(details.serverName),
          tool: textOf(details.toolName),
        }),
      };
    case "ask_user":
      return { kind: "question" };
    case "exit_plan_mode":
      return { kind: "plan" };
    default:
      return undefined;
  }
}

/** A call that begins or has ended; what was turned down is not reported. */
function called(body: Json): RecordedCall | undefined {
  const tool = textOf(body.tool_name) ?? "";
  const kind = kindOfTool(tool);
  const at = textOf(body.timestamp);
  if (kind === undefined || at === undefined) return undefined;
  const input = isObject(body.tool_input) ? body.tool_input : {};
  const folder = textOf(body.cwd);
  return {
    // Its own id is not told.
    id: `${tool} ${at}`,
    kind,
    ...commandAndPath(input),
    ...(kind === "command" && folder !== undefined && {
      directory: resolve(folder, textOf(input.dir_path) ?? ""),
    }),
    ...(body.hook_event_name === "AfterTool" && { outcome: "approved" }),
  };
}

const form: ReportForm = {
  events: {
    Notification: "permission",
    AfterTool: "call",
    BeforeTool: "call",
    SessionStart: "session",
    BeforeAgent: "prompt",
    AfterAgent: "turn-ended",
  },
  asked: ({ notification_type, details }) => {
    if (notification_type !== "ToolPermission") return undefined;
    const request = isObject(details) ? asked(details) : undefined;
    return request && {
      unanswerable: true,
      request,
      // A command can be told to run elsewhere; that its call has told before.
      ...(request.kind === "command" && { directory: "" }),
    };
  },
  ended: called,
};

/**
 * Reads a report of Gemini CLI's.
 *
 * What it asks for it tells in a notification, some 30 to 600 ms before the
 * dialog is drawn. It takes no answer to it: the dialog stays.
 *
 * @param body What it sent, parsed from JSON. Anything can be in it.
 * @returns What it says; `undefined` when it is of no interest, not whole, or
 * about something that is not known.
 *
 * @example Usage
 * ```ts
 * import { readHook } from "./hook_read.ts";
 * import assert from "node:assert/strict";
 *
 * const event = readHook({
 *   hook_event_name: "Notification",
 *   notification_type: "ToolPermission",
 *   session_id: "0f3c",
 *   details: { type: "exec", command: "npm test" },
 * });
 * assert.deepEqual(event, {
 *   event: "permission",
 *   session: "0f3c",
 *   directory: "",
 *   unanswerable: true,
 *   request: { kind: "command", command: "npm test" },
 * });
 * assert.equal(readHook("garbage"), undefined);
 * ```
 */
export function readHook(body: unknown): HookEvent | undefined {
  return readReport(body, form);
}
