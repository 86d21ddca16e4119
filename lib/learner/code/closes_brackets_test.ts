import assert from "node:assert/strict";
import { closesBrackets } from "./closes_brackets.ts";

Deno.test("closesBrackets() knows where all programs see the end", () => {
  for (
    const pattern of [
      "",
      "a.b",
      "\\[",
      "[a]",
      "[^a]b",
      "[]a]",
      "[^]a]",
      "[[:space:]x]",
      "[[]",
      "[\\t\\\\]",
      "[\\/]",
      "a]",
    ]
  ) assert.ok(closesBrackets(pattern), pattern);
  for (
    const pattern of [
      "[",
      "[a",
      "[]",
      "[^]",
      "[^",
      "[[:space:]",
      "[[:space",
      "[\\]",
      "[a\\]b]",
      "[[.a.]]",
      "\\",
    ]
  ) assert.ok(!closesBrackets(pattern), pattern);
});
