import type { Screen } from "./agent.ts";
import { cellWidth } from "./cell_width.ts";
import { type ScreenRow, screenRows } from "./screen_row.ts";

/**
 * The rows of a screen without the blank ones at its end.
 *
 * @param screen The visible screen.
 * @returns The rows, top to bottom.
 */
export function shownRows(screen: Screen): ScreenRow[] {
  return withoutBlankEnd(screenRows(screen.text));
}

/**
 * Leaves out the blank rows that end some rows.
 *
 * @param rows The rows.
 * @returns The others.
 */
export function withoutBlankEnd(rows: readonly ScreenRow[]): ScreenRow[] {
  return rows.slice(
    0,
    rows.findLastIndex(({ text }) => text.trim() !== "") + 1,
  );
}

/**
 * How wide a pane is, or, where that is not told, must be.
 *
 * @param screen The visible screen.
 * @param rows Its rows.
 * @returns The width in cells.
 */
export function widthOf(screen: Screen, rows: readonly ScreenRow[]): number {
  return screen.columns ?? Math.max(...rows.map((row) => cellWidth(row.text)));
}
