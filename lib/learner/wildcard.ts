/** What stands between the stars of patterns; people write but a few. */
const known = new Map<string, readonly string[]>();

/**
 * Whether a text fits a pattern in which `*` stands for anything and `\*` for a
 * star. Takes time in proportion to the text, whatever the pattern.
 *
 * @example Usage
 * ```ts
 * import { fitsWildcard } from "./wildcard.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(fitsWildcard("npm run *:unit", "npm run test:unit"), true);
 * assert.equal(fitsWildcard("npm run *:unit", "npm run test"), false);
 * ```
 *
 * @param pattern The pattern.
 * @param text The text.
 * @returns Whether all of the text fits all of the pattern.
 */
export function fitsWildcard(pattern: string, text: string): boolean {
  let pieces = known.get(pattern);
  if (pieces === undefined) {
    pieces = pattern.split(/(?<!\\)\*+/)
      .map((piece) => piece.replaceAll("\\*", "*"));
    known.set(pattern, pieces);
  }
  const first = pieces[0]!;
  if (pieces.length === 1) return text === first;
  if (!text.startsWith(first)) return false;
  const last = pieces.at(-1)!;
  let from = first.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index]!;
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
