import assert from "node:assert/strict";
import { launch } from "./launch.ts";

const project = "/src/shop";

Deno.test("launch makes OpenCode ask, whatever its settings say", () => {
  const { environment } = launch({ project });
  assert.deepEqual(JSON.parse(environment.OPENCODE_PERMISSION!), {
    bash: "ask",
    edit: "ask",
    webfetch: "ask",
  });
});

Deno.test("launch goes on with a conversation", () => {
  assert.deepEqual(launch({ project, resume: "ses_1" }).argv, [
    "opencode",
    "--session",
    "ses_1",
  ]);
  assert.deepEqual(launch({ project, resumeLatest: true }).argv, [
    "opencode",
    "--continue",
  ]);
});

Deno.test("launch gives a prompt as one word, after a person's own arguments", () => {
  const { argv } = launch({
    project,
    prompt: "--auto, $(date)",
    arguments: ["--model", "lab/one"],
  });
  assert.deepEqual(argv, [
    "opencode",
    "--model",
    "lab/one",
    "--prompt=--auto, $(date)",
  ]);
});

Deno.test("launch gives a configuration of its own, and no credential", () => {
  const { environment, unset } = launch({ project, isolate: "/own" });
  assert.equal(environment.XDG_CONFIG_HOME, "/own");
  assert.equal(environment.XDG_DATA_HOME, undefined);
  assert.ok(unset.includes("OPENCODE"));
});
