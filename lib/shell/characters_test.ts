import assert from "node:assert/strict";
import { hiddenCharacters } from "./characters.ts";
import { parse } from "./mod.ts";

Deno.test("hiddenCharacters() finds what people cannot see", () => {
  const hidden: readonly (readonly [string, string])[] = [
    ["\r", "carriage return"],
    ["\0", "control character"],
    ["\x1b[2K", "control character"],
    ["\x7f", "control character"],
    ["\x85", "control character"],
    ["\\\x07", "control character"],
    ["\u00a0", "unusual space"],
    ["\u2003", "unusual space"],
    ["\u3000", "unusual space"],
    ["\u2028", "unusual space"],
    ["\u200b", "invisible character"],
    ["\u200d", "invisible character"],
    ["\ufeff", "invisible character"],
    ["\u{e0041}", "invisible character"],
    ["\u202e", "bidi character"],
    ["\u2066", "bidi character"],
    ["\ud800", "broken character"],
    ["\ufffd", "broken character"],
    ["$\\\n(a)", "expansion across lines"],
  ];
  for (const [characters, reason] of hidden) {
    const text = `echo ${characters} b`;
    const found = hiddenCharacters(text).map((one) => one.reason);
    assert.deepEqual(found, [reason], JSON.stringify(characters));
    assert.notDeepEqual(parse(text, {}).opaque, []);
  }
});

Deno.test("hiddenCharacters() leaves text of all languages alone", () => {
  for (
    const text of ["echo a\tb\nc", "größe", "日本語", "привет", "שלום", "😀 ✅"]
  ) {
    assert.deepEqual(hiddenCharacters(text), [], text);
  }
});

Deno.test("characters are looked for in the scripts of inner shells too", () => {
  const line = parse("bash -c $'ls \\b'", {});
  assert.deepEqual(line.opaque.map(({ reason }) => reason), [
    "control character",
  ]);
});
