import assert from "node:assert/strict";
import { nativeSample } from "../testing_native_rules.ts";
import { codexNativeRules } from "./native_rules.ts";

Deno.test("Codex is told only what to ask about", () => {
  const { text, unsaid } = codexNativeRules(nativeSample);
  assert.deepEqual(unsaid, ["npm run build", "go vet *"]);
  assert.doesNotMatch(text, /"allow"/);
  assert.ok(
    text.endsWith(`prefix_rule(
    pattern = ["make","deploy"],
    decision = "prompt",
    match = [["make","deploy"]],
    not_match = [["npm","run","build"], ["go","vet","-v"], ["go","vet","./..."]],
)
`),
    text,
  );
});

Deno.test("Codex is given no example that a rule would match", () => {
  const { text } = codexNativeRules({
    allowed: [{ title: "go vet", commands: [["go", "vet", "-v"]] }],
    asked: [["go", "vet"]],
  });
  assert.doesNotMatch(text, /not_match/);
});
