import assert from "node:assert/strict";
import { type Key, KeyDecoder } from "./keys.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const keysOf = (...chunks: string[]): Key[] => {
  const decoder = new KeyDecoder();
  return [
    ...chunks.flatMap((chunk) => decoder.decode(bytes(chunk))),
    ...decoder.flush(),
  ];
};
const kinds = (...chunks: string[]) =>
  keysOf(...chunks).map((key) => "text" in key ? key.text : key.kind);

Deno.test("keys are told apart in one read", () => {
  assert.deepEqual(kinds("1"), ["1"]);
  assert.deepEqual(kinds("ab\x7f\x15\x03\r\n"), [
    "ab",
    "backspace",
    "clear",
    "interrupt",
    "enter",
    "newline",
  ]);
  assert.deepEqual(kinds("\x1b[A\x1b[B\x1bOA\x1b[1;5C\x1b[Zx"), [
    "up",
    "down",
    "up",
    "x",
  ]);
  assert.deepEqual(kinds("\x1b\rx"), ["newline", "x"]);
});

Deno.test("a lone Escape counts at once", () => {
  const decoder = new KeyDecoder();
  assert.deepEqual(decoder.decode(bytes("\x1b")), [{ kind: "escape" }]);
  assert.equal(decoder.pending, false);
});

Deno.test("an Escape behind other keys waits for what may follow", () => {
  const decoder = new KeyDecoder();
  assert.deepEqual(decoder.decode(bytes("a\x1b")), [
    { kind: "text", text: "a" },
  ]);
  assert.equal(decoder.pending, true);
  assert.deepEqual(decoder.flush(), [{ kind: "escape" }]);
  assert.deepEqual(kinds("a\x1b", "[A"), ["a", "up"]);
  assert.deepEqual(kinds("a\x1b[", "A"), ["a", "up"]);
});

Deno.test("a paste is one key, however it is cut", () => {
  const pasted = "one\r\ntwo\x1b[A\n日本\r三";
  const stream = bytes(`\x1b[200~${pasted}\x1b[201~\r`);
  for (let cut = 2; cut < stream.length; cut++) {
    const decoder = new KeyDecoder();
    const keys = [
      ...decoder.decode(stream.slice(0, cut)),
      ...decoder.decode(stream.slice(cut)),
    ];
    assert.deepEqual(keys, [
      { kind: "paste", text: "one\ntwo\x1b[A\n日本\n三" },
      { kind: "enter" },
    ], `cut at ${cut}`);
  }
});

Deno.test("a paste that is not over is not flushed", () => {
  const decoder = new KeyDecoder();
  assert.deepEqual(decoder.decode(bytes("\x1b[200~half")), []);
  assert.equal(decoder.pending, false);
  assert.deepEqual(decoder.flush(), []);
});
