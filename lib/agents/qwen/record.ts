import type { Outcome, RecordedCall, RecordPlace } from "../agent.ts";
import { given, isObject, type Json, parseLine, textOf } from "../json.ts";
import { recordedCall } from "../gemini_family/recorded_call.ts";
import { kindOfTool } from "./tool_kinds.ts";

/** How the result of a call begins that a person turned down. */
const refusal = /^\[Operation Cancelled\] Reason: User did not allow tool call/;

/**
 * The file in which Qwen Code records a conversation. It holds a call before
 * the dialog for it is drawn.
 *
 * @param place Whose it is.
 * @param session The conversation's id.
 * @returns The file's path.
 *
 * @example Usage
 * ```ts
 * import { recordFile } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   recordFile({ home: "/home/ann", project: "/src/web_shop" }, "0f3c"),
 *   "/home/ann/.qwen/projects/-src-web-shop/chats/0f3c.jsonl",
 * );
 * ```
 */
export function recordFile(place: RecordPlace, session: string): string {
  const configuration = place.isolate ?? `${place.home}/.qwen`;
  const folder = place.project.replace(/[^a-zA-Z0-9]/g, "-");
  return `${configuration}/projects/${folder}/chats/${session}.jsonl`;
}

function partsOf(line: Json): Json[] {
  const message = isObject(line.message) ? line.message : {};
  return Array.isArray(message.parts) ? message.parts.filter(isObject) : [];
}

function callOf(call: Json): RecordedCall | undefined {
  const found = recordedCall(call, kindOfTool);
  const input = isObject(call.args) ? call.args : {};
  return found &&
    { ...found, ...given({ directory: textOf(input.directory) }) };
}

function outcomeOf(line: Json, reply: Json): Outcome {
  const result = isObject(line.toolCallResult) ? line.toolCallResult : {};
  // A command that fails has run all the same.
  if (result.status === "success") return "approved";
  const said = isObject(reply.response) ? textOf(reply.response.error) : "";
  return result.status === "cancelled" && refusal.test(said ?? "")
    ? "denied"
    : "unknown";
}

/**
 * Reads the calls and their outcomes from the end of a record.
 *
 * @param tail The end of the file; its first line may be cut.
 * @returns The calls, oldest first.
 *
 * @example Usage
 * ```ts
 * import { recordedCalls } from "./record.ts";
 * import assert from "node:assert/strict";
 *
 * const tail = JSON.stringify({
 *   type: "assistant",
 *   message: {
 *     parts: [{
 *       functionCall: {
 *         id: "1",
 *         name: "run_shell_command",
 *         args: { command: "npm test" },
 *       },
 *     }],
 *   },
 * });
 * assert.deepEqual(recordedCalls(tail), [
 *   { id: "1", kind: "command", command: "npm test" },
 * ]);
 * ```
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  for (const text of tail.split("\n")) {
    // Most lines are large and hold no call: look before parsing.
    if (!/"function(?:Call|Response)"/.test(text)) continue;
    const line = parseLine(text);
    for (const part of partsOf(line)) {
      if (line.type === "assistant" && isObject(part.functionCall)) {
        const call = callOf(part.functionCall);
        if (call) calls.set(call.id, call);
      } else if (
        line.type === "tool_result" && isObject(part.functionResponse)
      ) {
        const reply = part.functionResponse;
        const call = calls.get(textOf(reply.id) ?? "");
        if (!call) continue;
        calls.set(call.id, { ...call, outcome: outcomeOf(line, reply) });
      }
    }
  }
  return [...calls.values()];
}
