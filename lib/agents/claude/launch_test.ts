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

Deno.test("launch goes on with a conversation instead of beginning one", () => {
  const resumed = launch({
    project: "/src/shop",
    session: "1a2b",
    resume: "0f3c",
    prompt: "go on",
  });
  assert.deepEqual(resumed.argv.slice(3), ["--resume", "0f3c", "--", "go on"]);
  const latest = launch({ project: "/src/shop", resumeLatest: true });
  assert.deepEqual(latest.argv.slice(3), ["--continue"]);
});

Deno.test("launch gives an isolated Claude a configuration of its own", () => {
  const { environment } = launch({ project: "/src/shop", isolate: "/own" });
  assert.deepEqual(environment, { CLAUDE_CONFIG_DIR: "/own" });
});
