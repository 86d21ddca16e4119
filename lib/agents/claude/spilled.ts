import { cellWidth } from "../cell_width.ts";

/** An option's row, its highlight and its number near the left. */
const option = /^ (?:[❯>] ?| )? ?\d+\./;

/**
 * Tells whether a row holds what did not fit into the option above it, whose
 * label fills the pane, or is the blank row that this leaves behind (2.0.76).
 *
 * @param rows The rows.
 * @param at The row's index.
 * @param columns The width of the pane.
 */
export function isSpilled(
  rows: readonly string[],
  at: number,
  columns: number,
): boolean {
  if (!/^(?:[^ ]|$)/.test(rows[at] ?? " ")) return false;
  const fills = (row = "") => option.test(row) && cellWidth(row) >= columns - 1;
  if (fills(rows[at - 1])) return true;
  if (rows[at] !== "") return false;
  // The label may go on for a row or two before the blank one.
  let above = at - 1;
  while (at - above < 4 && /^(?: {4,}\S|[^ ])/.test(rows[above] ?? "")) above--;
  return above < at - 1 && fills(rows[above]);
}
