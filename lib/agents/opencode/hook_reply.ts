import type { HookAnswer } from "../agent.ts";

/**
 * Words an answer as orch's plugin takes it.
 *
 * @param answer The answer.
 * @returns The reply's body.
 *
 * @example Usage
 * ```ts
 * import { replyToHook } from "./hook_reply.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(replyToHook({ answer: "deny", reason: "Use npm." }), {
 *   answer: "deny",
 *   reason: "Use npm.",
 * });
 * ```
 */
export function replyToHook(
  answer: HookAnswer,
): Readonly<Record<string, unknown>> {
  return answer.answer === "deny"
    // Without a word, OpenCode would end the turn.
    ? { answer: "deny", reason: answer.reason.trim() || "Not allowed." }
    : { ...answer };
}
