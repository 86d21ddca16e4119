import { cellWidth } from "../cell_width.ts";

/** Rows as they fill, and how many cells of the last one are taken. */
interface Filling {
  readonly rows: string[];
  cells: number;
}

function put(filling: Filling, text: string, cells: number): void {
  filling.rows[filling.rows.length - 1] += text;
  filling.cells += cells;
}

function begin(filling: Filling): void {
  filling.rows.push("");
  filling.cells = 0;
}

/** Puts a word that is wider than a row into as many rows as it takes. */
function cut(filling: Filling, word: string, width: number): void {
  for (const character of word) {
    const cells = cellWidth(character);
    if (filling.cells + cells > width && filling.cells > 0) begin(filling);
    put(filling, character, cells);
  }
}

function wrapLine(line: string, width: number, shown: boolean): string[] {
  const filling: Filling = { rows: [""], cells: 0 };
  line.split(" ").forEach((word, index) => {
    if (index > 0) {
      if (filling.cells >= width) begin(filling);
      put(filling, " ", 1);
    }
    const size = cellWidth(word);
    if (size > width) {
      const here = 1 +
        Math.floor((size - (width - filling.cells) - 1) / width);
      if (Math.floor((size - 1) / width) < here) begin(filling);
      cut(filling, word, width);
      return;
    }
    const over = filling.cells + size > width;
    if (over && filling.cells > 0 && size > 0) begin(filling);
    put(filling, word, size);
  });
  return filling.rows.map((row, index) =>
    (index > 0 && !shown ? row.replace(/^ /, "") : row).replace(/ +$/, "")
  );
}

/**
 * Wraps a text as Claude Code's dialogs do: the space at a break stays on the
 * row that it ends, or, where that row is full, begins the next one: unseen
 * since 2.1.197, shown before.
 *
 * @param text The text, with its tabs expanded.
 * @param width How many cells a row can hold.
 * @param shown Whether a space that begins a row is shown.
 * @returns The rows as drawn, without spaces at their ends.
 *
 * @example Usage
 * ```ts
 * import { wrap } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrap("git commit -m x", 10), ["git commit", "-m x"]);
 * ```
 */
export function wrap(text: string, width: number, shown = false): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width, shown));
}
