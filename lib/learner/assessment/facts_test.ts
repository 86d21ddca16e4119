import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith } from "../testing.ts";

function supervised(command: string): string {
  return decide(asked(command), contextWith({ autonomy: "supervised" }))
    .decision;
}

Deno.test("assessByFacts() takes no flag for the value of another", () => {
  for (
    const command of [
      "journalctl -u --rotate",
      "du -d --files0-from",
      "last -n --x",
      "tree -L -o",
    ]
  ) assert.equal(supervised(command), "ask", command);
  for (
    const command of [
      "journalctl -u nginx",
      "grep -e --foo notes.md",
      "head -n -5 notes.md",
      "grep -A -1 x notes.md",
    ]
  ) assert.equal(supervised(command), "allow", command);
});
