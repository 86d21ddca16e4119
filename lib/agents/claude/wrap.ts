import { cellWidth } from "../cell_width.ts";

/** Puts a word that is wider than a row into as many rows as it takes. */
function cut(rows: string[], word: string, width: number): void {
  let cells = cellWidth(rows.at(-1)!);
  for (const character of word) {
    const more = cellWidth(character);
    if (cells + more > width && cells > 0) {
      rows.push("");
      cells = 0;
    }
    rows[rows.length - 1] += character;
    cells += more;
  }
}

function wrapLine(line: string, width: number): string[] {
  const rows = [""];
  line.split(" ").forEach((word, index) => {
    let cells = cellWidth(rows.at(-1)!);
    if (index > 0) {
      if (cells >= width) {
        rows.push("");
        cells = 0;
      }
      rows[rows.length - 1] += " ";
      cells++;
    }
    const size = cellWidth(word);
    if (size > width) {
      const here = 1 + Math.floor((size - (width - cells) - 1) / width);
      if (Math.floor((size - 1) / width) < here) rows.push("");
      cut(rows, word, width);
      return;
    }
    if (cells + size > width && cells > 0 && size > 0) rows.push("");
    rows[rows.length - 1] += word;
  });
  return rows.map((row, index) =>
    (index > 0 ? row.replace(/^ /, "") : row).replace(/ +$/, "")
  );
}

/**
 * Wraps a text as Claude Code's dialogs do: the space at a break stays on the
 * row that it ends, or, where that row is full, begins the next one unseen.
 *
 * @param text The text, with its tabs expanded.
 * @param width How many cells a row can hold.
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
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}
