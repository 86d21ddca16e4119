import assert from "node:assert/strict";
import { OrchError } from "../errors/mod.ts";
import { errorText } from "./error_text.ts";

Deno.test("errorText() says what failed and what to type next", () => {
  const error = new OrchError("No agent is called 'x'", {
    hint: "orch status",
  });
  assert.equal(
    errorText(error),
    "orch: No agent is called 'x'\n  try: orch status",
  );
});

Deno.test("errorText() shows where orch itself is at fault", () => {
  assert.match(errorText(new TypeError("oops")), /TypeError: oops\n +at /);
});
