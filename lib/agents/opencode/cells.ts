import { cellWidth } from "../cell_width.ts";
import type { Run, ScreenRow } from "../screen_row.ts";

const ascii = /^[\x20-\x7e]*$/;

/**
 * Cuts some cells out of a row.
 *
 * @param row The row.
 * @param from The first cell.
 * @param to The cell after the last one; unset for all.
 * @returns Those cells, without spaces at their end.
 */
export function cellsOf(
  row: ScreenRow,
  from: number,
  to: number = Infinity,
): ScreenRow {
  const text = cut(row.text, from, to).replace(/ +$/, "");
  if (row.runs === undefined) return { text, runs: undefined };
  const runs: Run[] = [];
  let at = 0;
  for (const run of row.runs) {
    const part = cut(run.text, from - at, to - at);
    if (part !== "") runs.push({ ...run, text: part });
    at += cellWidth(run.text);
    if (at >= to) break;
  }
  return { text, runs };
}

function cut(text: string, from: number, to: number): string {
  if (to <= 0) return "";
  if (ascii.test(text)) return text.slice(Math.max(0, from), to);
  let at = 0;
  let found = "";
  for (const character of text) {
    if (at >= from && at < to) found += character;
    at += cellWidth(character);
  }
  return found;
}
