import assert from "node:assert/strict";
import { nativeSample } from "../testing_native_rules.ts";
import { claudeNativeRules } from "./native_rules.ts";

Deno.test("Claude Code is told whole commands, and what to ask about", () => {
  const { text, unsaid } = claudeNativeRules(nativeSample);
  assert.deepEqual(JSON.parse(text), {
    permissions: {
      allow: ["Bash(npm run build)", "Bash(go vet -v)", "Bash(go vet ./...)"],
      ask: ["Bash(go vet ./slow)", "Bash(make deploy)"],
    },
  });
  assert.doesNotMatch(text, /\*/, "no pattern says more than a command");
  assert.deepEqual(unsaid, []);
  const none = claudeNativeRules({ allowed: [], asked: [] });
  assert.deepEqual(JSON.parse(none.text), { permissions: { allow: [] } });
});
