import { cellWidth } from "../cell_width.ts";
import {
  costOfSpaces,
  type Line,
  mostReadings,
  openBackslash,
  type Reading,
  readingsFrom,
  sameRows,
} from "../readings.ts";
import { wrap } from "./wrap.ts";

/** More rows than this can be read in too many ways to try. */
const mostRows = 12;

/** What can stand in a line between a row that wraps and the next one. */
function gaps(row: string, next: string, width: number): string[] {
  const room = width - cellWidth(row);
  // Spaces that run on over the break have filled the row unseen.
  if (next.startsWith(" ")) return [" ".repeat(Math.max(0, room))];
  return room > 0 ? ["", " "] : [""];
}

/** Lists the lines that the rows from one on can begin with, if not too many. */
function linesFrom(
  rows: readonly string[],
  from: number,
  width: number,
): Line[] | undefined {
  const found: Line[] = [];
  let joined: Reading[] = [{ text: rows[from]!, cost: 0 }];
  for (let next = from + 1; joined.length > 0; next++) {
    const drawn = rows.slice(from, next);
    for (const line of joined) {
      if (sameRows(wrap(line.text, width), drawn)) {
        found.push({ ...line, next });
      }
    }
    const row = rows[next];
    if (row === undefined) break;
    if (joined.length > mostReadings) return undefined;
    joined = joined.flatMap(({ text, cost }) =>
      gaps(rows[next - 1]!, row, width)
        .map((gap) => ({
          text: text + gap + row,
          cost: cost + (gap.length > 1 ? costOfSpaces : 0),
        }))
        .filter((one) => isBegun(one.text, rows, from, next, width))
    );
  }
  return found;
}

/**
 * Whether a text's first rows are the given ones, but for the last two: what
 * follows can still move what they hold.
 */
function isBegun(
  text: string,
  rows: readonly string[],
  from: number,
  last: number,
  width: number,
): boolean {
  const drawn = wrap(text, width);
  for (let at = from; at < last - 1; at++) {
    if (drawn[at - from] !== rows[at]) return false;
  }
  return true;
}

/** The ways a line can end where the screen shows no space. */
function endings(reading: Reading, width: number): Reading[] {
  const { text, cost } = reading;
  const spaced = `${text} `;
  const unseen = openBackslash.test(text) &&
    wrap(spaced, width).length === wrap(text, width).length;
  return unseen ? [reading, { text: spaced, cost: cost + 1 }] : [reading];
}

/**
 * Lists every text that OpenCode would draw as the given rows.
 *
 * A row can end in a break that wrapping made, with or without a space that
 * is not seen, or in a newline: the drawing is the same, the meaning is not.
 * Spaces before a newline are not drawn; they are read as none, except after a
 * backslash, where both are listed. Of several spaces at a break, one is read.
 *
 * @param drawn The rows.
 * @param width How many cells a row can hold.
 * @param newlines Whether the text can hold newlines.
 * @returns The texts, those with the fewest newlines first. None when no text
 * would be drawn like this, or more than {@linkcode mostReadings} would, or
 * where the rows are too many.
 *
 * @example Usage
 * ```ts
 * import { readings } from "./readings.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readings(["echo hello", "world"], 12), [
 *   "echo hello world",
 *   "echo hello\nworld",
 * ]);
 * ```
 */
export function readings(
  drawn: readonly string[],
  width: number,
  newlines = true,
): string[] {
  if (drawn.length > mostRows) return [];
  const rows = drawn.map((row) => row.replace(/ +$/, ""));
  return readingsFrom({
    count: rows.length,
    newlines,
    from: (row) => linesFrom(rows, row, width),
    endings: (line) => endings(line, width),
  });
}
