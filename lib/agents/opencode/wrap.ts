import { cellWidth } from "../cell_width.ts";

/** After these a row can end. */
const breaks =
  /[ \t\-/\\.,;:!?()[\]{}\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u00ad\u2010]/;

/** The last place at which a text that is too long for a row can be cut. */
function cutAt(text: string, width: number): number {
  let cells = 0;
  let at = 0;
  let last = 0;
  for (const character of text) {
    cells += cellWidth(character);
    if (cells > width) break;
    at += character.length;
    if (breaks.test(character)) last = at;
  }
  return last > 0 ? last : Math.max(at, [...text][0]?.length ?? 0);
}

function wrapLine(line: string, width: number): string[] {
  const rows: string[] = [];
  let rest = line;
  while (cellWidth(rest) > width) {
    const at = cutAt(rest, width);
    rows.push(rest.slice(0, at).replace(/ +$/, ""));
    rest = rest.slice(at);
  }
  // A rest that would fill its row is parted at its last break all the same.
  const whole = cellWidth(rest) === width ? cutAt(rest, width) : 0;
  if (whole > 0 && whole < rest.length) {
    rows.push(rest.slice(0, whole).replace(/ +$/, ""));
    rest = rest.slice(whole);
  }
  rows.push(rest.replace(/ +$/, ""));
  return rows;
}

/**
 * Wraps a text as OpenCode's panels do: a row ends after a space, a dash, a
 * slash or another mark, the last one that fits, and where there is none in
 * the middle of a word. Nothing is dropped: spaces at the break stay on the
 * row that they end, or begin the next one.
 *
 * @param text The text.
 * @param width How many cells a row can hold.
 * @returns The rows as drawn, without spaces at their ends.
 *
 * @example Usage
 * ```ts
 * import { wrap } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrap("npm run a-b-c", 12), ["npm run a-b-", "c"]);
 * ```
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}
