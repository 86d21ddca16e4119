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

/** Rows that a text was drawn on. */
export interface DrawnText {
  /** The rows without frame and indentation. */
  readonly rows: readonly string[];
  /** How many cells a row can hold. */
  readonly width: number;
  /** Whether a row can end in a real newline. */
  readonly newlines: boolean;
  /** Whether a space that begins a row is shown, as before 2.1.197. */
  readonly spacesShown?: boolean;
}

/** More spaces than this in a row are not looked for where a row ends. */
const mostSpaces = 3;

/** What can stand in a line between a row that wraps and the next one. */
function gaps(
  row: string,
  next: string,
  { width, spacesShown }: DrawnText,
): string[] {
  const cells = cellWidth(row);
  const word = /^[^ ]*/.exec(next)![0];
  // All but those that filled the row are shown.
  if (word === "" && next !== "" && spacesShown) {
    return [" ".repeat(Math.max(0, width - cells))];
  }
  // Spaces run on over the break: those that filled the row, one unseen.
  if (word === "" && next !== "") {
    return [" ".repeat(Math.max(0, width - cells) + 1)];
  }
  // One cell more: the space that a full row pushes to the next one unseen.
  // Two: a character of two cells that did not fit leaves one empty.
  const found: string[] = [];
  if (row === "" || cells >= width - 2) found.push("");
  if (cells + 2 + cellWidth(word) > width) found.push(" ");
  // Where one space would have left room for the word, more may not have.
  const least = width - cells - cellWidth(word) + 1;
  if (least > 1 && least <= mostSpaces && cells + least <= width) {
    found.push(" ".repeat(least));
  }
  return found;
}

/** Lists the lines that the rows from one on can begin with. */
function linesFrom(
  rows: readonly string[],
  from: number,
  how: DrawnText,
): Line[] {
  const found: Line[] = [];
  let joined: Reading[] = [{ text: rows[from]!, cost: 0 }];
  for (let next = from + 1; joined.length > 0; next++) {
    const drawn = rows.slice(from, next);
    for (const line of joined) {
      const again = wrap(line.text, how.width, how.spacesShown);
      if (sameRows(again, drawn)) found.push({ ...line, next });
    }
    const row = rows[next];
    if (row === undefined || joined.length > mostReadings) break;
    joined = joined.flatMap(({ text, cost }) =>
      gaps(rows[next - 1]!, row, how).map((gap) => ({
        text: text + gap + row,
        cost: cost + (gap.length > 1 ? costOfSpaces : 0),
      }))
    );
  }
  return found;
}

/** The ways a line can end where the screen shows no space. */
function endings(
  reading: Reading,
  { width, spacesShown }: DrawnText,
): Reading[] {
  const { text, cost } = reading;
  const spaced = `${text} `;
  const unseen = openBackslash.test(text) &&
    wrap(spaced, width, spacesShown).length ===
      wrap(text, width, spacesShown).length;
  return unseen
    ? [reading, { text: spaced, cost: cost + costOfSpaces }]
    : [reading];
}

/**
 * Lists every text that would be drawn as the given rows.
 *
 * A row that ends where the next word would not fit may have been wrapped
 * there, or may end in a newline: the drawing is the same, the meaning is not.
 * Spaces before a newline are not drawn; they are read as none, except after a
 * backslash, where both are listed. Nor are those at the end of a row that goes
 * on in the next one: they are read as one space wherever it can be but one.
 *
 * @param drawn The rows and how wide they can be.
 * @returns The texts, the likeliest (with the fewest newlines) first. None
 * when no text would be drawn like this, or more than
 * {@linkcode mostReadings} would.
 *
 * @example Usage
 * ```ts
 * import { readings } from "./readings.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = ["echo hello", "world"];
 * assert.deepEqual(readings({ rows, width: 12, newlines: true }), [
 *   "echo hello world",
 *   "echo hello\nworld",
 * ]);
 * ```
 */
export function readings(drawn: DrawnText): string[] {
  const rows = drawn.rows.map((row) => row.replace(/ +$/, ""));
  return readingsFrom({
    count: rows.length,
    newlines: drawn.newlines,
    from: (row) => linesFrom(rows, row, drawn),
    endings: (line) => endings(line, drawn),
  });
}
