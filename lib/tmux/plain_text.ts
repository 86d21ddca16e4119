/**
 * Takes out what a terminal would act on instead of showing it.
 *
 * Escape sequences could end a bracketed paste early, and control characters
 * are keys. Newlines and tabs stay; a carriage return is a newline.
 *
 * @example Usage
 * ```ts
 * import { plainText } from "./plain_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainText("a\r\nb\u001b[201~\tc"), "a\nb[201~\tc");
 * ```
 *
 * @param text Any text.
 * @returns The text without C0 (but `\n` and `\t`), DEL and C1 characters.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}

/** The server parses a piece within about 10 ms, and serves others between. */
const pieceLength = 200_000;

/**
 * Cuts text into pieces that a server takes without stalling.
 *
 * @example Usage
 * ```ts
 * import { piecesOf } from "./plain_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(piecesOf("a👍b", 2), ["a👍", "b"]);
 * ```
 *
 * @param text The text.
 * @param length How long a piece may be, in UTF-16 units; a character that
 * straddles the end still belongs to it.
 * @returns The pieces, none of them empty.
 */
export function piecesOf(text: string, length: number = pieceLength): string[] {
  const pieces = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + length;
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last < 0xdc00) end++;
    pieces.push(text.slice(start, end));
  }
  return pieces;
}
