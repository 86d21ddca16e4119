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
  const [first, ...rest] = pattern.split(/(?<!\\)\*+/)
    .map((piece) => piece.replaceAll("\\*", "*"));
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first!)) return false;
  let from = first!.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
