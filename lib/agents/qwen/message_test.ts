import assert from "node:assert/strict";
import { message } from "./message.ts";

Deno.test("message keeps what Qwen would take for a command of its own", () => {
  for (const text of ["/quit", "!rm -rf /", "  /help", "?"]) {
    assert.equal(message(text), `Message: ${text.trimStart()}`);
  }
  for (const text of ["exit", "QUIT", " :wq! "]) {
    assert.match(message(text), /^Message: /);
  }
  assert.equal(message("exit the loop"), "exit the loop");
  assert.equal(message("see src/app.js"), "see src/app.js");
});

Deno.test("message lets Enter send a text that ends in a backslash", () => {
  assert.equal(message("a\\"), "a\\ ");
});
