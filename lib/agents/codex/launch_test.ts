import assert from "node:assert/strict";
import { launch } from "./launch.ts";

Deno.test("launch makes Codex ask, and leaves the person the last word", () => {
  const { argv, environment, unset } = launch({
    project: "/src/shop",
    arguments: ["--config", 'sandbox_mode="read-only"'],
    prompt: "--help me",
  });
  const text = argv.join(" ");
  assert.ok(text.includes('approval_policy="on-request"'));
  const sandboxes = argv.filter((word) => word.startsWith("sandbox_mode="));
  assert.equal(sandboxes.at(-1), 'sandbox_mode="read-only"');
  assert.deepEqual(argv.slice(-2), ["--", "--help me"]);
  assert.deepEqual(environment, {});
  assert.ok(unset.includes("CODEX_SANDBOX"));
  assert.ok(!unset.includes("CODEX_HOME"));
});

Deno.test("launch goes on with a conversation, in a folder of its own", () => {
  const resumed = launch({ project: "/p", resume: "01a2", isolate: "/own" });
  assert.deepEqual(resumed.argv.slice(0, 3), ["codex", "resume", "01a2"]);
  assert.deepEqual(resumed.environment, { CODEX_HOME: "/own" });
  const latest = launch({ project: "/p", resumeLatest: true });
  assert.deepEqual(latest.argv.slice(0, 3), ["codex", "resume", "--last"]);
});
