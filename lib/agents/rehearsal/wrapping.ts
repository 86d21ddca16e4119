import { cellWidth } from "../cell_width.ts";

/**
 * Where a word that is wider than a row begins: on the row that is already
 * begun if that saves a row (`fill`), or always on a row of its own (`next`).
 */
export type LongWords = "fill" | "next";

/** How many readings of one text are listed before it counts as unreadable. */
export const mostReadings = 256;

/**
 * Wraps a text as terminal agents do: at spaces, which vanish at the break;
 * words wider than a row are cut where the row ends; newlines stay.
 *
 * @example Usage
 * ```ts
 * import { wrapText } from "./wrapping.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrapText("git commit -m x", 10), ["git commit", "-m x"]);
 * assert.deepEqual(wrapText("abcdef", 4), ["abcd", "ef"]);
 * ```
 *
 * @param text The text, without escapes.
 * @param width The cells in a row; at least 2.
 * @param longWords Where words wider than a row begin.
 * @returns The rows, at least one.
 */
export function wrapText(
  text: string,
  width: number,
  longWords: LongWords = "fill",
): string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width, longWords));
}

function wrapLine(
  line: string,
  width: number,
  longWords: LongWords,
): string[] {
  if (cellWidth(line) <= width) return [line];
  const rows: string[] = [];
  const indent = /^ */.exec(line)?.[0] ?? "";
  // An indent wider than the row cannot be told from blank rows: drop it.
  let row = indent.length < width ? indent : "";
  let cells = row.length;
  let fresh = true;
  let gap = 0;
  for (const word of line.slice(indent.length).split(" ")) {
    if (word === "") {
      gap++;
      continue;
    }
    const size = cellWidth(word);
    if (!fresh && cells + gap + size <= width) {
      row += " ".repeat(gap) + word;
      cells += gap + size;
    } else if (fresh && cells + size <= width) {
      row += word;
      cells += size;
    } else {
      const start = cells + (fresh ? 0 : gap);
      const saved = Math.ceil(size / width) >
        Math.ceil(Math.max(0, size - (width - start)) / width);
      const here = fresh ||
        (size > width && longWords === "fill" && start < width && saved);
      if (here) {
        row += fresh ? "" : " ".repeat(gap);
        cells = start;
      } else {
        rows.push(row);
        row = "";
        cells = 0;
      }
      for (const character of word) {
        const more = cellWidth(character);
        if (cells + more > width && cells > 0) {
          rows.push(row);
          row = "";
          cells = 0;
        }
        row += character;
        cells += more;
      }
    }
    fresh = false;
    gap = 1;
  }
  rows.push(row);
  return rows;
}

/**
 * Finds every text that would have been wrapped into the given rows.
 *
 * A row can end because the next word did not fit, because a word was cut, or
 * because the text has a newline there; where the screen does not tell, every
 * possibility is listed. Runs of spaces that a break swallowed are read as
 * one, and spaces before a newline as none, except after a backslash, where a
 * space makes a difference.
 *
 * @example Usage
 * ```ts
 * import { readingsOf } from "./wrapping.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readingsOf(["git status"], 20), ["git status"]);
 * assert.deepEqual(readingsOf(["if true", "then date", "fi"], 20), [
 *   "if true\nthen date\nfi",
 * ]);
 * assert.deepEqual(readingsOf(["git commit", "-m x"], 10), [
 *   "git commit -m x",
 *   "git commit\n-m x",
 * ]);
 * ```
 *
 * @param rows The rows, without prefix and escapes.
 * @param width The cells a row had room for.
 * @returns The texts, likeliest first. Empty when no text would be drawn like
 *   this, or when there are more than {@linkcode mostReadings}.
 */
export function readingsOf(rows: readonly string[], width: number): string[] {
  const trimmed = rows.map((row) => row.replace(/ +$/, ""));
  const lines = linesFrom(trimmed, width);
  // readings[i] holds every reading of the rows from i on.
  const readings: string[][] = [];
  readings[trimmed.length] = [];
  for (let from = trimmed.length - 1; from >= 0; from--) {
    const found: string[] = [];
    for (const { line, next } of lines(from)) {
      if (next === trimmed.length) found.push(line);
      for (const rest of readings[next] ?? []) {
        found.push(`${line}\n${rest}`);
        if (/(^|[^\\])(\\\\)*\\$/.test(line)) found.push(`${line} \n${rest}`);
      }
      if (found.length > mostReadings) return [];
    }
    readings[from] = found;
  }
  return readings[0] ?? [];
}

/** Lists the lines that can begin at a row, longest first. */
function linesFrom(
  rows: readonly string[],
  width: number,
): (from: number) => { line: string; next: number }[] {
  return (from) => {
    const found: { line: string; next: number }[] = [];
    let joined = [rows[from] ?? ""];
    for (let next = from + 1;; next++) {
      const slice = rows.slice(from, next);
      const lines = joined.filter((line) =>
        slice.length === 1 || isWrappedInto(line, slice, width)
      );
      found.unshift(...lines.map((line) => ({ line, next })));
      const last = rows[next - 1] ?? "";
      const row = rows[next];
      if (row === undefined || row === "" || row.startsWith(" ")) break;
      const word = row.split(" ")[0] ?? "";
      const broken = cellWidth(last) + cellWidth(Array.from(row)[0] ?? "") >
        width;
      const wrapped = last !== "" &&
        cellWidth(last) + 1 + cellWidth(word) > width;
      joined = joined.flatMap((line) => [
        ...(broken ? [line + row] : []),
        ...(wrapped ? [`${line} ${row}`] : []),
      ]);
      if (joined.length === 0 || joined.length > mostReadings) break;
    }
    return found;
  };
}

function isWrappedInto(
  line: string,
  rows: readonly string[],
  width: number,
): boolean {
  return (["fill", "next"] as const).some((longWords) => {
    const drawn = wrapText(line, width, longWords);
    return drawn.length === rows.length &&
      drawn.every((row, index) => row === rows[index]);
  });
}
