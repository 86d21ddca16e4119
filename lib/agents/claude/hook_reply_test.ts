import assert from "node:assert/strict";
import { replyToHook } from "./hook_reply.ts";

Deno.test("replyToHook words allow and deny as the client takes them", () => {
  const decided = (decision: unknown) => ({
    hookSpecificOutput: { hookEventName: "PermissionRequest", decision },
  });
  assert.deepEqual(
    replyToHook({ answer: "allow" }),
    decided({ behavior: "allow" }),
  );
  assert.deepEqual(
    replyToHook({ answer: "deny", reason: "use npm" }),
    decided({ behavior: "deny", message: "use npm" }),
  );
});
