import { cellWidth } from "../cell_width.ts";

/** Rows that a text was drawn on. */
export interface DrawnText {
  /** The rows without frame and indentation. */
  readonly rows: readonly string[];
  /** How many cells a row can hold. */
  readonly width: number;
  /** Whether a row can end in a real newline. */
  readonly newlines: boolean;
}

/** More readings than this, and the screen says too little to decide on. */
export const mostReadings = 64;

const firstWord = (row: string) => /^ *[^ ]*/.exec(row)![0];

/** What can stand in the text between two rows, the likeliest first. */
function gaps(
  row: string,
  next: string,
  width: number,
  newlines: boolean,
): string[] {
  const found: string[] = [];
  const cells = cellWidth(row);
  const word = firstWord(next);
  // One cell: the space that a full row pushes to the next one is counted
  // there and not drawn. Two: wide characters can leave a cell empty.
  const slack = /^[\x20-\x7e]*$/.test(row + word) ? 1 : 2;
  const last = /[^ ]*$/.exec(row)![0];
  const joined = cellWidth(last) + cellWidth(word);
  if (cells >= width - slack && joined > width - slack && word !== "") {
    found.push("");
  }
  if (cells + 1 + cellWidth(word) > width - slack) found.push(" ");
  if (newlines || found.length === 0) found.push("\n");
  return found;
}

/**
 * Lists every text that would be drawn as the given rows.
 *
 * A row that ends where the next word would not fit may have been wrapped
 * there, or may end in a newline: the drawing is the same, the meaning is not.
 *
 * @param drawn The rows and how wide they can be.
 * @returns The texts with the fewest newlines first, and whether these are all.
 *
 * @example Usage
 * ```ts
 * import { readings } from "./readings.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = ["echo hello", "world"];
 * assert.deepEqual(readings({ rows, width: 12, newlines: true }), {
 *   texts: ["echo hello world", "echo hello\nworld"],
 *   all: true,
 * });
 * ```
 */
export function readings(
  drawn: DrawnText,
): { texts: string[]; all: boolean } {
  const { rows, width } = drawn;
  let texts: { text: string; newlines: number }[] = [
    { text: rows[0] ?? "", newlines: 0 },
  ];
  let all = true;
  for (let i = 1; i < rows.length; i++) {
    const choices = gaps(rows[i - 1]!, rows[i]!, width, drawn.newlines);
    const grown = texts.flatMap(({ text, newlines }) =>
      choices.map((gap) => ({
        text: text + gap + rows[i],
        newlines: newlines + (gap === "\n" ? 1 : 0),
      }))
    );
    if (grown.length > mostReadings) {
      all = false;
      grown.sort((a, b) => a.newlines - b.newlines);
      grown.length = mostReadings;
    }
    texts = grown;
  }
  texts.sort((a, b) => a.newlines - b.newlines);
  return { texts: texts.map(({ text }) => text), all };
}
