import assert from "node:assert/strict";
import { message } from "./message.ts";

Deno.test("message keeps what Codex would take for a command of its own", () => {
  for (
    const text of ["!rm x", " /quit", "? what", "#1", "$skill", "exit", ":q"]
  ) {
    const worded = message(text);
    assert.ok(worded.startsWith("Message: "), text);
    assert.ok(worded.endsWith(text.trimStart()), text);
  }
  for (const text of ["go on", "exit the loop", "use a/b", "wow!"]) {
    assert.equal(message(text), text);
  }
});
