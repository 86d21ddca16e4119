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
import { wrapLine } from "./wrap.ts";

/** What can stand in a line between a row that wraps and the next one. */
function gaps(row: string, next: string, width: number): string[] {
  const cells = cellWidth(row);
  const left = Math.max(0, width - cells);
  const indent = /^ */.exec(next)![0].length;
  // Blanks run on over the break: those that filled the row and one more are
  // unseen.
  if (indent > 0) return [" ".repeat(left + 1 + indent)];
  const word = cellWidth(/^[^ ]*/.exec(next)![0]);
  const found: string[] = [];
  // A character of two cells that did not fit leaves one empty.
  if (left < 2) found.push("");
  if (cells + 1 + word > width) {
    found.push(" ");
    // The first blank belongs to the backslash, a second one would divide.
    if (openBackslash.test(row)) found.push("  ");
  }
  return found;
}

/** Lists the lines that the rows from one on can begin with. */
function linesFrom(
  rows: readonly string[],
  from: number,
  width: number,
): Line[] {
  const found: Line[] = [{ text: rows[from]!, next: from + 1, cost: 0 }];
  let joined: Reading[] = [{ text: rows[from]!, cost: 0 }];
  for (let next = from + 1; next < rows.length; next++) {
    joined = joined.flatMap(({ text, cost }) =>
      gaps(rows[next - 1]!, rows[next]!, width).map((gap) => ({
        text: text + gap + rows[next]!,
        cost: cost + (gap.length > 1 ? costOfSpaces : 0),
      }))
    ).filter(({ text }) =>
      sameRows(wrapLine(text, width), rows.slice(from, next + 1))
    );
    if (joined.length === 0 || joined.length > mostReadings) break;
    for (const line of joined) found.push({ ...line, next: next + 1 });
  }
  return found;
}

/** The ways a line can end where the screen shows no blank. */
function endings(line: Line, count: number): Reading[] {
  const { text, cost, next } = line;
  return next < count && openBackslash.test(text)
    ? [line, { text: `${text} `, cost: cost + costOfSpaces }]
    : [line];
}

/**
 * Lists the texts that Codex would draw as the given rows.
 *
 * A row that ends where the next word would not fit may have been wrapped
 * there, or may end in a newline: the drawing is the same, the meaning is not.
 * Blanks before a newline are not drawn and several blanks at a break are not
 * told from one; they are read as none and as one, except after a backslash,
 * where more are listed.
 *
 * @param rows The rows without indentation.
 * @param width How many cells a row can hold.
 * @param newlines Whether a row can end in a newline.
 * @returns The texts, the likeliest (with the fewest newlines) first. None when no text
 * would be drawn like this, or more than {@linkcode mostReadings} would.
 *
 * @example Usage
 * ```ts
 * import { readings } from "./readings.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readings(["echo hello", "world"], 12, true), [
 *   "echo hello world",
 *   "echo hello\nworld",
 * ]);
 * ```
 */
export function readings(
  rows: readonly string[],
  width: number,
  newlines: boolean,
): string[] {
  return readingsFrom({
    count: rows.length,
    newlines,
    from: (row) => linesFrom(rows, row, width),
    endings: (line) => endings(line, rows.length),
  });
}
