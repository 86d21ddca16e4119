import assert from "node:assert/strict";
import { wrap } from "./wrap.ts";

Deno.test("wrap ends a row after the last break that fits", () => {
  assert.deepEqual(wrap("$ find . -name x -not -path y", 14), [
    "$ find . -",
    "name x -not -",
    "path y",
  ]);
  assert.deepEqual(wrap("$ dump > shop.sql.gz", 18), [
    "$ dump > shop.sql.",
    "gz",
  ]);
});

Deno.test("wrap leaves a text that just fits on one row", () => {
  assert.deepEqual(wrap("$ touch a-b", 11), ["$ touch a-b"]);
});

Deno.test("wrap cuts where rows are full once a word was cut", () => {
  assert.deepEqual(wrap(`$ touch ${"x".repeat(12)}/a-b c d e f g`, 10), [
    "$ touch",
    "xxxxxxxxxx",
    "xx/a-b c d",
    " e f g",
  ]);
});

Deno.test("wrap drops no space", () => {
  assert.deepEqual(wrap("aaaa      bbbb", 8), ["aaaa", "  bbbb"]);
});
