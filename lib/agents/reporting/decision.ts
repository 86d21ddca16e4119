import type { HookAnswer } from "../agent.ts";

/**
 * Words an answer to a `PermissionRequest` report as a decision, which Claude
 * Code and the clients that have taken over its hooks obey. Anything but a
 * plain allow or deny leaves the agent its dialog.
 *
 * @param answer The answer.
 * @returns The reply's body.
 *
 * @example Usage
 * ```ts
 * import { decision } from "./decision.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(decision({ answer: "none" }), {});
 * ```
 */
export function decision(
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
