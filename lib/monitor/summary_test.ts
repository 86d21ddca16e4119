import assert from "node:assert/strict";
import type { Request } from "../agents/mod.ts";
import { summaryOf } from "./summary.ts";

const summary = (command: string) =>
  summaryOf({ kind: "command", command } as Request);

Deno.test("summaryOf() shows what a terminal would obey or hide", () => {
  assert.equal(
    summary("ls\x1b]0;; rm -rf a\x07"),
    "ls<U+001B>]0;; rm -rf a<U+0007>",
  );
  assert.equal(summary("find x\t-delete"), "find x<U+0009>-delete");
  assert.equal(
    summary("l\u200bs \u202ea\u00a0"),
    "l<U+200B>s <U+202E>a<U+00A0>",
  );
  assert.equal(summary("l\u{e0041}s"), "l<U+E0041>s");
  assert.equal(summary("a\r\nb"), "a<U+000D> ⏎ b");
});

Deno.test("summaryOf() puts lines into one, and leaves letters alone", () => {
  assert.equal(summary("a  \n\n  b"), "a ⏎ b");
  assert.equal(summary("touch größe 日本.txt 🎉"), "touch größe 日本.txt 🎉");
  const write = { kind: "write", path: "a\x1b[2Kb" } as Request;
  assert.equal(summaryOf(write), "write a<U+001B>[2Kb");
});
