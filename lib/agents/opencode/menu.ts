import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { cellsOf } from "./cells.ts";
import { menuWidths } from "./wordings.ts";

/** Between a menu's edge and its text. */
const padding = 4;

/** Whether a row is the head of a menu: a title, and `esc` at its right. */
function isHead(row: ScreenRow, widths: readonly number[]): boolean {
  for (const match of row.text.matchAll(/ {2}esc(?= {4}|$)/g)) {
    const end = cellWidth(row.text.slice(0, match.index + 5));
    const begins = widths.some((width) => {
      const from = end + padding - width;
      const before = cellsOf(row, from, from + padding).text;
      const title = cellsOf(row, from + padding, from + padding + 1).text;
      return from >= 0 && before === "" && title !== "";
    });
    if (begins) return true;
  }
  return false;
}

/**
 * Tells whether a menu lies over the screen: it takes all keys.
 *
 * @param rows The screen's rows, sidebar included.
 * @param columns The width of the pane, if it is known.
 */
export function hasMenu(
  rows: readonly ScreenRow[],
  columns: number | undefined,
): boolean {
  const widths = menuWidths.map((width) =>
    columns === undefined ? width : Math.min(width, columns - 2)
  );
  return rows.some((row) => row.text.includes("  esc") && isHead(row, widths));
}
