import assert from "node:assert/strict";
import { message } from "./message.ts";

Deno.test("message keeps what Gemini would take for a command of its own", () => {
  for (const text of ["/quit", "!rm -rf /", "  /help", "?"]) {
    assert.equal(message(text), `Message: ${text.trimStart()}`);
  }

  assert.equal(message("exit the loop"), "exit the loop");
  assert.equal(message("see src/app.js"), "see src/app.js");
});

Deno.test("message lets Enter send a text that ends in a backslash", () => {
  assert.equal(message("a\\"), "a\\ ");
});
