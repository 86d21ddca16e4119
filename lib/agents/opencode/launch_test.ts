import assert from "node:assert/strict";
import { launch } from "./launch.ts";

const project = "/src/shop";

Deno.test("launch makes OpenCode ask, by rules that replace none of a person's", () => {
  const { environment } = launch({ project });
  const asked = JSON.parse(environment.OPENCODE_PERMISSION!);
  const placed = JSON.parse(environment.OPENCODE_CONFIG_CONTENT!);
  assert.deepEqual(new Set(Object.values(asked)), new Set(["ask"]));
  // Each has its place in front; what allows is never left alone.
  assert.deepEqual(Object.keys(placed), ["tools"]);
  assert.deepEqual(Object.keys(placed.tools), Object.keys(asked));
  for (const name of ["*", "bash", "edit", "webfetch"]) {
    assert.ok(!(name in asked), name);
  }
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
