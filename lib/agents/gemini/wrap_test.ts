import assert from "node:assert/strict";
import { wrap } from "./wrap.ts";

Deno.test("wrap drops all spaces at a break", () => {
  assert.deepEqual(wrap("node a.js     b", 10), ["node a.js", "b"]);
  assert.deepEqual(wrap("aaaa bbbbb     c", 10), ["aaaa bbbbb", "c"]);
});

Deno.test("wrap begins a row with a word that is wider than one", () => {
  assert.deepEqual(wrap("a bbbbbbbbbbbb c", 5), [
    "a",
    "bbbbb",
    "bbbbb",
    "bb c",
  ]);
  assert.deepEqual(wrap("x 漢字漢字", 5), ["x", "漢字", "漢字"]);
});

Deno.test("wrap keeps the indentation of lines", () => {
  assert.deepEqual(wrap("if x\n  then\n\nfi", 10), [
    "if x",
    "  then",
    "",
    "fi",
  ]);
});
