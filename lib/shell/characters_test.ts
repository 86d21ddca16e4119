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

Deno.test("hiddenCharacters() finds every control character, wherever it is", () => {
  const lines = ["ls", "git status && ls", "echo 'a b'", "cat <<E\na\nE\n"];
  for (let code = 0; code < 0xa0; code++) {
    const character = String.fromCharCode(code);
    if (/[\t\n -~]/.test(character)) continue;
    for (const line of lines) {
      for (let at = 0; at <= line.length; at++) {
        const text = line.slice(0, at) + character + line.slice(at);
        const { opaque } = parse(text, {});
        assert.notDeepEqual(opaque, [], JSON.stringify(text));
      }
    }
  }
});

/** Format characters that are drawn under the number that follows. */
const drawn =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;

Deno.test("hiddenCharacters() finds every character that takes no cell", () => {
  for (let code = 0xa0; code < 0x30000; code++) {
    const character = String.fromCodePoint(code);
    if (!/\p{Cf}|\p{Z}/u.test(character) || drawn.test(character)) continue;
    const { opaque } = parse(`ls ${character} a`, {});
    assert.notDeepEqual(opaque, [], code.toString(16));
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
