import assert from "node:assert/strict";
import { decision } from "./decision.ts";

Deno.test("decision words allow and deny as the client takes them", () => {
  const decided = (behavior: unknown) => ({
    hookSpecificOutput: {
      hookEventName: "PermissionRequest",
      decision: behavior,
    },
  });
  assert.deepEqual(
    decision({ answer: "allow" }),
    decided({ behavior: "allow" }),
  );
  assert.deepEqual(
    decision({ answer: "deny", reason: "use npm" }),
    decided({ behavior: "deny", message: "use npm" }),
  );
});
