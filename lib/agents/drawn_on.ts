/** Characters that terminals show nothing, or a stand-in, for. */
const unseen = /^[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]$/u;
const standIn = "\ufffd";

/** Where matching stands: an index into the text's characters. */
type At = number | undefined;

/** Matches one row, its blanks as wide as they are but for tabs. */
function matchRow(
  row: readonly string[],
  text: readonly string[],
  from: number,
): At {
  let at = from;
  for (let i = 0; i < row.length;) {
    const shown = row[i]!;
    const meant = text[at];
    if (meant === undefined || meant === "\n") return undefined;
    if (shown === " " && (meant === " " || meant === "\t")) {
      let blanks = 0;
      while (row[i + blanks] === " ") blanks++;
      let fewest = 0;
      let most = 0;
      while (text[at] === " " || text[at] === "\t") {
        fewest++;
        most += text[at] === "\t" ? 8 : 1;
        at++;
      }
      if (blanks < fewest || blanks > most) return undefined;
      i += blanks;
    } else if (shown === meant || (shown === standIn && unseen.test(meant))) {
      at++;
      i++;
    } else if (unseen.test(meant)) at++;
    else return undefined;
  }
  while (
    text[at] !== undefined && text[at] !== "\n" && unseen.test(text[at]!) &&
    text[at] !== "\t"
  ) at++;
  return at;
}

/** Steps over what a break between two rows swallows. */
function matchBreak(
  next: readonly string[],
  text: readonly string[],
  from: number,
): At {
  let end = from;
  while (text[end] === " " || text[end] === "\t") end++;
  if (text[end] === "\n") return end + 1;
  let indent = 0;
  while (next[indent] === " ") indent++;
  // Blanks that run on over the break: the last of them begin the next row.
  return indent === 0 ? end : end - indent >= from ? end - indent : undefined;
}

/**
 * Tells whether a text can be what is drawn on the given rows.
 *
 * Every row must show its part of the text, in order and without a gap. Only
 * what drawing loses may differ: blanks at the end of a row, one newline where
 * a row ends, the width of tabs, characters that show as nothing or as a
 * stand-in.
 *
 * @param rows The rows, without frame and indentation.
 * @param text The text.
 *
 * @example Usage
 * ```ts
 * import { isDrawnOn } from "./drawn_on.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isDrawnOn(["git commit", "-m x"], "git commit -m x"));
 * assert.ok(isDrawnOn(["git commit", "-m x"], "git commit\n-m x"));
 * assert.ok(!isDrawnOn(["git commit", "-m x"], "git commit -m x; date"));
 * ```
 */
export function isDrawnOn(rows: readonly string[], text: string): boolean {
  const characters = [...text];
  let at = 0;
  for (const [index, row] of rows.entries()) {
    const shown = [...row.replace(/ +$/, "")];
    const start: At = index === 0 ? 0 : matchBreak(shown, characters, at);
    const end: At = start === undefined
      ? undefined
      : matchRow(shown, characters, start);
    if (end === undefined) return false;
    at = end;
  }
  return characters.slice(at).every((rest) => /^[ \t\n]$/.test(rest));
}
