import assert from "node:assert/strict";
import { gemini } from "../gemini/mod.ts";
import { qwen } from "../qwen/mod.ts";

const project = "/src/shop";

for (const { program, launch } of [gemini, qwen]) {
  Deno.test(`launch of ${program} asks before it acts, and copies nothing`, () => {
    const { argv, environment, unset } = launch({ project });
    assert.deepEqual(argv, [program, "--approval-mode=default"]);
    assert.deepEqual(environment, {});
    assert.ok(unset.includes("GEMINI_CLI"));
    assert.ok(unset.includes("CLAUDECODE"));
  });

  Deno.test(`launch of ${program} goes on with a conversation instead of beginning one`, () => {
    const session = "1c3a4a5e-0d6b-4b44-9a8f-000000000000";
    assert.ok(
      launch({ project, session }).argv.includes(`--session-id=${session}`),
    );
    assert.deepEqual(
      launch({ project, session, resume: "0f3c" }).argv.slice(2),
      [
        "--resume=0f3c",
      ],
    );
    assert.equal(
      launch({ project, session, resumeLatest: true }).argv.length,
      3,
    );
  });

  Deno.test(`launch of ${program} gives the prompt last, whatever it begins with`, () => {
    const { argv } = launch({
      project,
      arguments: ["--model", "small"],
      prompt: "--version",
    });
    assert.equal(argv.at(-1), "--prompt-interactive=--version");
  });

  Deno.test(`launch of ${program} names a configuration of the agent's own`, () => {
    const { environment } = launch({ project, isolate: "/state/own" });
    assert.deepEqual(Object.values(environment), ["/state/own"]);
  });
}
