import { cellWidth } from "../cell_width.ts";
import { wrapLine } from "./wrap.ts";

/** More readings than this, and the screen says too little to decide on. */
export const mostReadings = 256;

/** Ends in a backslash that a blank after it would change the meaning of. */
const openBackslash = /(?:^|[^\\])(?:\\\\)*\\$/;

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

/** A text and how unlikely it is. */
interface Reading {
  readonly text: string;
  readonly cost: number;
}

/** A line that some rows can stand for, and where the rows after it begin. */
interface Line extends Reading {
  readonly next: number;
}

/** A newline at the end of a row that is not full is likelier than this. */
const costOfBlanks = 4;

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
        cost: cost + (gap.length > 1 ? costOfBlanks : 0),
      }))
    ).filter(({ text }) => {
      const again = wrapLine(text, width);
      return again.length === next + 1 - from &&
        again.every((row, at) => row === rows[from + at]);
    });
    if (joined.length === 0 || joined.length > mostReadings) break;
    for (const line of joined) found.push({ ...line, next: next + 1 });
  }
  return found;
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
  // texts[i] holds every reading of the rows from i on.
  const texts: Reading[][] = [];
  for (let from = rows.length - 1; from >= 0; from--) {
    const found: Reading[] = [];
    for (const { text, next, cost } of linesFrom(rows, from, width)) {
      if (next === rows.length) found.push({ text, cost });
      else if (newlines) {
        for (const rest of texts[next]!) {
          const all = cost + 1 + rest.cost;
          found.push({ text: `${text}\n${rest.text}`, cost: all });
          if (!openBackslash.test(text)) continue;
          found.push({
            text: `${text} \n${rest.text}`,
            cost: all + costOfBlanks,
          });
        }
      }
      if (found.length > mostReadings) return [];
    }
    texts[from] = found;
  }
  const sorted = (texts[0] ?? []).sort((a, b) => a.cost - b.cost);
  return [...new Set(sorted.map(({ text }) => text))];
}
