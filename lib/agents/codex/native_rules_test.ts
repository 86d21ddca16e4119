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

Deno.test("Codex is told how commands begin, if a person wants it so", () => {
  const { text, unsaid } = codexNativeRules({
    allowed: [{
      title: "go vet *",
      commands: [["go", "vet", "-v"], ["go", "vet"]],
    }],
    asked: [["go", "vet", "./slow"], ["make", "deploy"]],
  }, { prefixes: true });
  assert.deepEqual(unsaid, []);
  const allowing = text.split("prefix_rule").filter((rule) =>
    rule.includes('"allow"')
  );
  assert.equal(allowing.length, 1, "what is shorter covers the longer");
  assert.ok(
    allowing[0]!.startsWith(`(
    pattern = ["go","vet"],
    decision = "allow",
    match = [["go","vet"]],
    not_match = [["make","deploy"]],
)
`),
    text,
  );
});
