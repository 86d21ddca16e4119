/** More readings than this, and the screen says too little to decide on. */
export const mostReadings = 256;

/** Ends in a backslash that a space after it would change the meaning of. */
export const openBackslash: RegExp = /(?:^|[^\\])(?:\\\\)*\\$/;

/** A newline at the end of a row that is not full is likelier than this. */
export const costOfSpaces = 4;

/** A text and how unlikely it is. */
export interface Reading {
  /** The text. */
  readonly text: string;
  /** How unlikely it is: a newline counts one. */
  readonly cost: number;
}

/** A line that some rows can stand for. */
export interface Line extends Reading {
  /** Index of the row after them. */
  readonly next: number;
}

/** Which lines rows can stand for, as a client wraps its lines. */
export interface Lines {
  /** How many rows there are. */
  readonly count: number;
  /** Whether a row can end in a real newline. */
  readonly newlines: boolean;
  /**
   * Lists the lines that the rows from one on can begin with.
   *
   * @param row The index of the row.
   * @returns The lines; `undefined` when they are too many.
   */
  from(row: number): readonly Line[] | undefined;
  /**
   * Lists the ways a line can end where the screen shows no space.
   *
   * @param line The line.
   * @returns The line, and those drawn alike.
   */
  endings(line: Line): readonly Reading[];
}

/**
 * Lists the texts that rows can stand for, put together from their lines.
 *
 * @param lines The lines.
 * @returns The texts, the likeliest first. None when no text would be drawn
 * like this, or more than {@linkcode mostReadings} would.
 *
 * @example Usage
 * ```ts
 * import { readingsFrom } from "./readings.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = ["cd src", "ls"];
 * const texts = readingsFrom({
 *   count: rows.length,
 *   newlines: true,
 *   from: (row) => [{ text: rows[row]!, cost: 0, next: row + 1 }],
 *   endings: (line) => [line],
 * });
 * assert.deepEqual(texts, ["cd src\nls"]);
 * ```
 */
export function readingsFrom(lines: Lines): string[] {
  // texts[i] holds every reading of the rows from i on.
  const texts: Reading[][] = [];
  for (let row = lines.count - 1; row >= 0; row--) {
    const begun = lines.from(row);
    if (!begun) return [];
    const found: Reading[] = [];
    for (const line of begun) {
      for (const { text, cost } of lines.endings(line)) {
        if (line.next === lines.count) found.push({ text, cost });
        else if (lines.newlines) {
          for (const rest of texts[line.next]!) {
            found.push({
              text: `${text}\n${rest.text}`,
              cost: cost + 1 + rest.cost,
            });
          }
        }
      }
      if (found.length > mostReadings) return [];
    }
    texts[row] = found;
  }
  const sorted = (texts[0] ?? []).sort((a, b) => a.cost - b.cost);
  return [...new Set(sorted.map(({ text }) => text))];
}

/**
 * Tells whether a text is drawn as the given rows.
 *
 * @param wrapped The rows that it is wrapped into.
 * @param drawn The given ones.
 */
export function sameRows(
  wrapped: readonly string[],
  drawn: readonly string[],
): boolean {
  return wrapped.length === drawn.length &&
    wrapped.every((row, at) => row === drawn[at]);
}
