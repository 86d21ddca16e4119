import { cellWidth } from "../cell_width.ts";

/** After these a row can end. */
const breaks =
  /[ \t\-/\\.,;:!?()[\]{}\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u00ad\u2010]/;

/** How much of a text fits into a row. */
function fitting(text: string, width: number): number {
  let cells = 0;
  let at = 0;
  for (const character of text) {
    cells += cellWidth(character);
    if (cells > width && at > 0) break;
    at += character.length;
  }
  return at;
}

/** Where a row ends by its last break; 0 where it has none. */
function breakIn(text: string): number {
  let at = text.length;
  while (at > 0 && !breaks.test(text[at - 1]!)) at--;
  return at;
}

function wrapLine(line: string, width: number): string[] {
  const rows: string[] = [];
  let rest = line;
  let chopped = false;
  const take = (length: number) => {
    rows.push(rest.slice(0, length).replace(/ +$/, ""));
    rest = rest.slice(length);
  };
  while (cellWidth(rest) > width) {
    const most = fitting(rest, width);
    const at: number = chopped ? 0 : breakIn(rest.slice(0, most));
    // Once a word was cut, all that follows it is cut where rows are full.
    chopped ||= at === 0;
    take(at || most);
  }
  take(rest.length);
  return rows;
}

/**
 * Wraps a text as OpenCode's panels do: a row ends after a space, a dash, a
 * slash or another mark, the last one that fits. Where there is none, it ends in
 * the middle of a word, and so do all after it. Nothing is dropped: spaces at
 * the break stay on the row that they end, or begin the next one.
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
