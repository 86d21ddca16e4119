import assert from "node:assert/strict";
import { nativeSample } from "../testing_native_rules.ts";
import { opencodeNativeRules } from "./native_rules.ts";

Deno.test("OpenCode asks first, then allows, then asks about what was denied", () => {
  const { text } = opencodeNativeRules(nativeSample);
  const { bash } = JSON.parse(text).permission;
  assert.deepEqual(Object.entries(bash), [
    ["*", "ask"],
    ["npm run build", "allow"],
    ["go vet -v", "allow"],
    ["go vet ./...", "allow"],
    ["go vet ./slow", "ask"],
    ["make deploy", "ask"],
  ]);
});

Deno.test("OpenCode is asked last about what is both allowed and denied", () => {
  const words = ["make", "check"];
  const { text } = opencodeNativeRules({
    allowed: [
      { title: "make check", commands: [words] },
      { title: "make lint", commands: [["make", "lint"]] },
    ],
    asked: [words],
  });
  assert.deepEqual(Object.entries(JSON.parse(text).permission.bash).at(-1), [
    "make check",
    "ask",
  ]);
});
