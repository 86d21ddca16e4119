import assert from "node:assert/strict";
import { message } from "./message.ts";

Deno.test("message leaves what OpenCode takes as one alone", () => {
  for (const text of ["use npm", "is it done?", "exit code 1", "a\n/b", "@x"]) {
    assert.equal(message(text), text);
  }
});

Deno.test("message leads what would be run or be a command of OpenCode's own", () => {
  assert.equal(message("!date"), "Message: !date");
  assert.equal(message(" /exit"), "Message: /exit");
  assert.equal(message("exit"), "Message: exit");
  assert.equal(message(":q"), "Message: :q");
});
