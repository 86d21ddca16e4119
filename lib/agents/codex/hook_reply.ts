import type { HookAnswer } from "../agent.ts";

/**
 * Words an answer to a permission report as Codex takes it. Anything but a
 * plain allow or deny leaves it its dialog.
 *
 * @param answer The answer.
 * @returns The reply's body.
 *
 * @example Usage
 * ```ts
 * import { replyToHook } from "./hook_reply.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(replyToHook({ answer: "none" }), {});
 * ```
 */
export function replyToHook(
  answer: HookAnswer,
): Readonly<Record<string, unknown>> {
  if (answer.answer === "none") return {};
  return {
    hookSpecificOutput: {
      hookEventName: "PermissionRequest",
      decision: answer.answer === "allow"
        ? { behavior: "allow" }
        : { behavior: "deny", message: answer.reason },
    },
  };
}
