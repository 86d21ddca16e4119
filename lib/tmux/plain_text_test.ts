import assert from "node:assert/strict";
import { piecesOf, plainText } from "./plain_text.ts";

Deno.test("plainText() leaves nothing that a terminal acts on", () => {
  const all = Array.from(
    { length: 0x100 },
    (_, code) => String.fromCharCode(code),
  ).join("");
  const expected = [...all].filter((character) => {
    const code = character.charCodeAt(0);
    return code === 9 || code === 10 || code === 13 ||
      (code >= 0x20 && code < 0x7f) || code >= 0xa0;
  }).join("").replace("\r", "\n");
  assert.equal(plainText(all), expected);
});

Deno.test("plainText() keeps letters of all scripts", () => {
  const text = "é ✓ 漢字 👩‍💻 \u00a0 e\u0301";
  assert.equal(plainText(text), text);
});

Deno.test("piecesOf() loses nothing and splits no character", () => {
  const text = "a👍".repeat(50);
  for (const length of [1, 2, 3, 7, 1000]) {
    const pieces = piecesOf(text, length);
    assert.equal(pieces.join(""), text);
    for (const piece of pieces) assert.ok(piece.isWellFormed(), piece);
  }
  assert.deepEqual(piecesOf("", 5), []);
});
