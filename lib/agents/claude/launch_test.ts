import assert from "node:assert/strict";
import { launch } from "./launch.ts";

Deno.test("launch asks for dialogs, whatever the person's settings say", () => {
  const { argv, environment, unset } = launch({
    project: "/src/shop",
    session: "0f3c",
    arguments: ["--allowedTools", "Read"],
    prompt: "begin",
  });
  assert.deepEqual(argv, [
    ...["claude", "--permission-mode", "default", "--session-id", "0f3c"],
    ...["--allowedTools", "Read", "--", "begin"],
  ]);
  assert.deepEqual(environment, {});
  assert.ok(unset.includes("CLAUDECODE"));
  // What a person sets for Claude stays set.
  const theirs = ["ANTHROPIC_API_KEY", "CLAUDE_CONFIG_DIR", "HOME", "PATH"];
  for (const name of theirs) assert.ok(!unset.includes(name), name);
});

Deno.test("launch gives only what it was told", () => {
  assert.deepEqual(launch({ project: "/src/shop" }).argv, [
    "claude",
    "--permission-mode",
    "default",
  ]);
});
