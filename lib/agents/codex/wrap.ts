import { cellWidth } from "../cell_width.ts";

/** A row as it fills: what is settled, blanks, and the word after them. */
class Filling {
  readonly rows: string[] = [];
  #line = "";
  #lineCells = 0;
  #blanks = 0;
  #word = "";
  #wordCells = 0;
  #afterWord = false;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  take(character: string, cells: number): void {
    if (cells > this.#width) return;
    const blank = character === " ";
    const all = this.#blanks + this.#wordCells + cells;
    if (
      (this.#afterWord && blank) ||
      (this.#lineCells === 0 && all > this.#width)
    ) this.#settle();
    const over = cells > 0 &&
      this.#lineCells + this.#blanks + this.#wordCells >= this.#width;
    this.#afterWord = !blank;
    if (this.#lineCells >= this.#width || over) {
      // Blanks that fill the row are not seen, nor is one more.
      const room = Math.max(0, this.#width - this.#lineCells);
      this.#push();
      this.#blanks = Math.max(0, this.#blanks - room);
      if (blank && this.#blanks === 0) return;
    }
    if (blank) this.#blanks++;
    else {
      this.#word += character;
      this.#wordCells += cells;
    }
  }

  /** Adds what waits to the row. */
  #settle(): void {
    this.#line += " ".repeat(this.#blanks) + this.#word;
    this.#lineCells += this.#blanks + this.#wordCells;
    this.#blanks = 0;
    this.#word = "";
    this.#wordCells = 0;
  }

  #push(): void {
    this.rows.push(this.#line.replace(/ +$/, ""));
    this.#line = "";
    this.#lineCells = 0;
  }

  end(): string[] {
    const onlyBlanks = this.#line === "" && this.#word === "" &&
      this.#blanks > 0;
    if (onlyBlanks) this.rows.push("");
    this.#settle();
    if (this.#line !== "") this.#push();
    if (this.rows.length === 0) this.rows.push("");
    return this.rows;
  }
}

/**
 * Wraps a line as Codex's dialogs do: at blanks, never at hyphens. A word that
 * is wider than a row is cut. Blanks that do not fit on a row are pushed on to
 * the next, and as many of them as were left of the row are not seen.
 *
 * @param line The line.
 * @param width How many cells a row can hold.
 * @returns The rows as drawn, without blanks at their ends.
 *
 * @example Usage
 * ```ts
 * import { wrapLine } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrapLine("git commit -m x", 10), ["git commit", "-m x"]);
 * ```
 */
export function wrapLine(line: string, width: number): string[] {
  const filling = new Filling(width);
  for (const character of line) {
    filling.take(character, cellWidth(character));
  }
  return filling.end();
}
