import { cellWidth } from "../cell_width.ts";
import { mostReadings, openBackslash, sameRows } from "../readings.ts";
import { wrap } from "./wrap.ts";

/** Rows that a text was drawn on. */
export interface DrawnText {
  /** The rows without frame and indentation. */
  readonly rows: readonly string[];
  /** How many cells a row can hold. */
  readonly width: number;
}

/** What can stand between two rows, the likeliest first. */
interface Break {
  /** What is likely to be there. */
  readonly likely: readonly string[];
  /** What would be drawn alike, but nobody writes by accident. */
  readonly odd?: string;
}

function breakAfter(row: string, next: string, width: number): Break {
  const cells = cellWidth(row);
  // A row that begins with a space begins a line.
  if (row === "" || next === "" || next.startsWith(" ")) {
    return { likely: ["\n"] };
  }
  // Spaces at the end of a line are not drawn, and undo a backslash.
  if (openBackslash.test(row) && cells < width) {
    return { likely: ["\n"], odd: " \n" };
  }
  const word = cellWidth(/^[^ ]*/.exec(next)![0]);
  const room = width - cells - word;
  if (room > 0) return { likely: ["\n"], odd: " ".repeat(room + 1) };
  // A word that is wider than a row is cut where the row is full.
  const cut = cells === width || (cells === width - 1 && isWide(next));
  return { likely: cut ? [" ", "", "\n"] : [" ", "\n"] };
}

const isWide = (text: string) => cellWidth([...text][0] ?? "") === 2;

/**
 * Lists the texts that would be drawn as the given rows.
 *
 * A row that ends where the next word would not fit may have been wrapped
 * there, or may end in a newline: the drawing is the same, the meaning is not.
 * A newline may also be a great many spaces; each of those is listed once,
 * except where a here-document stands, which it could only make longer.
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
 * assert.deepEqual(readings({ rows: ["echo hello", "world"], width: 12 }), [
 *   "echo hello world",
 *   "echo hello\nworld",
 * ]);
 * ```
 */
export function readings(drawn: DrawnText): string[] {
  const { width } = drawn;
  const rows = drawn.rows.map((row) => row.trimEnd());
  const breaks = rows.slice(1).map((next, at) =>
    breakAfter(rows[at]!, next, width)
  );
  const count = breaks.reduce((all, { likely }) => all * likely.length, 1);
  if (count > mostReadings) return [];
  let gaps: string[][] = [[]];
  for (const { likely } of breaks) {
    gaps = gaps.flatMap((some) => likely.map((gap) => [...some, gap]));
  }
  const newlines = (some: readonly string[]) =>
    some.filter((gap) => gap.includes("\n")).length;
  gaps.sort((a, b) => newlines(a) - newlines(b));
  const [plain] = gaps;
  if (plain && !rows.some((row) => row.includes("<<"))) {
    breaks.forEach(({ odd }, at) => {
      if (odd !== undefined) gaps.push(plain.with(at, odd));
    });
  }
  return gaps.map((some) =>
    rows[0]! + some.map((gap, at) => gap + rows[at + 1]!).join("")
  ).filter((text) => sameRows(wrap(text, width), rows));
}
