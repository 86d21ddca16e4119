import { cellWidth } from "../cell_width.ts";

/** Cuts a word that is wider than a row. */
function chop(word: string, width: number): string[] {
  const rows = [""];
  let cells = 0;
  for (const character of word) {
    const size = cellWidth(character);
    if (cells + size > width && cells > 0) {
      rows.push("");
      cells = 0;
    }
    rows[rows.length - 1] += character;
    cells += size;
  }
  return rows;
}

function wrapLine(line: string, width: number): string[] {
  const rows: string[] = [];
  let row = "";
  let cells = 0;
  for (const part of line.match(/ |[^ ]+/g) ?? []) {
    const size = cellWidth(part);
    if (cells + size > width && cells > 0) {
      // Spaces that find no room are dropped, those before them too.
      if (part === " ") continue;
      rows.push(row.trimEnd());
      row = "";
      cells = 0;
    }
    if (size > width) {
      const pieces = chop(part, width);
      row = pieces.pop()!;
      cells = cellWidth(row);
      rows.push(...pieces);
    } else {
      row += part;
      cells += size;
    }
  }
  rows.push(row.trimEnd());
  return rows;
}

/**
 * Wraps a text as Gemini CLI's dialogs do: a word that does not fit begins the
 * next row, also one that is wider than a row, and all spaces at the break are
 * dropped.
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
 * assert.deepEqual(wrap("git commit   -m x", 10), ["git commit", "-m x"]);
 * ```
 */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}
