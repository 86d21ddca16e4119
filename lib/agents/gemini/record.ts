import type { Outcome, RecordedCall } from "../agent.ts";
import { isObject, type Json, parseLine, textOf } from "../json.ts";
import { recordedCall } from "../gemini_family/recorded_call.ts";
import { kindOfTool } from "./tool_kinds.ts";

/** How the result of a call begins that a person turned down. */
const refusal = /^\[Operation Cancelled\] Reason: User denied execution\./;

function saidBy(call: Json): string {
  const [result] = Array.isArray(call.result) ? call.result : [];
  const reply = isObject(result) && isObject(result.functionResponse)
    ? result.functionResponse.response
    : undefined;
  return isObject(reply) ? textOf(reply.error) ?? "" : "";
}

function outcomeOf(call: Json): Outcome {
  // A command that fails has run all the same.
  if (call.status === "success") return "approved";
  return call.status === "cancelled" && refusal.test(saidBy(call))
    ? "denied"
    : "unknown";
}

function callOf(call: Json): RecordedCall | undefined {
  const found = recordedCall(call, kindOfTool);
  return found && { ...found, outcome: outcomeOf(call) };
}

/**
 * Reads the calls and their outcomes from the end of a record. Gemini CLI
 * writes a call down when it has ended: a record tells what became of it, and
 * not what a dialog is for.
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
 *   type: "gemini",
 *   toolCalls: [{
 *     id: "1",
 *     name: "run_shell_command",
 *     args: { command: "npm test" },
 *     status: "success",
 *   }],
 * });
 * assert.deepEqual(recordedCalls(tail), [
 *   { id: "1", kind: "command", command: "npm test", outcome: "approved" },
 * ]);
 * ```
 */
export function recordedCalls(tail: string): RecordedCall[] {
  const calls = new Map<string, RecordedCall>();
  for (const text of tail.split("\n")) {
    // Most lines are large and hold no call: look before parsing.
    if (!text.includes('"toolCalls"')) continue;
    const { toolCalls } = parseLine(text);
    for (const one of Array.isArray(toolCalls) ? toolCalls : []) {
      const call = isObject(one) ? callOf(one) : undefined;
      if (call) calls.set(call.id, call);
    }
  }
  return [...calls.values()];
}
