import assert from "node:assert/strict";
import { nativeSample } from "../testing_native_rules.ts";
import { geminiNativeRules } from "./native_rules.ts";

Deno.test("Gemini CLI is told whole arguments, and a family as a list of words", () => {
  const { text } = geminiNativeRules(nativeSample);
  const patterns = [
    ...text.matchAll(/argsPattern = '(.*)'\ndecision = "(.*)"/g),
  ]
    .map(([, pattern, decision]) => [decision, pattern]);
  assert.deepEqual(patterns, [
    ["allow", '"command":"npm run build"'],
    ["allow", '"command":"go vet( -json| -v)*"'],
    ["allow", '"command":"go vet \\./\\.\\.\\."'],
    ["ask_user", '"command":"go vet \\./slow"'],
    ["ask_user", '"command":"make deploy"'],
  ]);
  const matches = (command: string) =>
    patterns.filter(([, pattern]) =>
      new RegExp(pattern!).test(JSON.stringify({ command }))
    ).map(([decision]) => decision);
  assert.deepEqual(matches("go vet -v -json"), ["allow"]);
  assert.deepEqual(matches("go vet -vettool=x"), []);
  assert.deepEqual(matches("npm run build --x"), []);
  assert.deepEqual(matches("true; npm run build"), []);
  assert.deepEqual(matches('npm run build"'), []);
  assert.deepEqual(matches("go vet xxslow"), []);
});

Deno.test("Gemini CLI takes no group that is repeated and holds a quantifier", () => {
  const { text } = geminiNativeRules({
    allowed: [{
      title: "g++ *",
      commands: [["g++", "-x"]],
      family: { start: ["g++"], words: ["-std=c++20", "-x"] },
    }],
    asked: [],
  });
  assert.ok(text.includes(`'"command":"g\\+\\+ -x"'`), text);
  assert.doesNotMatch(text, /\)\*/);
});
