import type { Run, ScreenRow } from "../screen_row.ts";
import { cellWidth } from "../cell_width.ts";

/** A dialog taken out of the box around it. */
export interface Unboxed {
  /** The rows, the box's upper edge as a rule. */
  readonly rows: readonly ScreenRow[];
  /** The width inside. */
  readonly columns: number;
}

/** Takes the box's sides off a row's runs. */
function inner(runs: readonly Run[] | undefined): readonly Run[] | undefined {
  if (runs === undefined) return undefined;
  const inside = [...runs];
  const first = inside.findIndex((run) => run.text !== "");
  inside[first] = {
    ...inside[first]!,
    text: inside[first]!.text.replace(/^│/, ""),
  };
  const last = inside.findLastIndex((run) => run.text.trim() !== "");
  inside[last] = {
    ...inside[last]!,
    text: inside[last]!.text.replace(/│ *$/, ""),
  };
  return inside;
}

/**
 * Takes a dialog out of the box that ends the screen (1.0.128), so that it
 * looks as if it had a rule above it, as later releases draw it.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param columns The width of the pane.
 * @returns `undefined` when no box over the whole width ends the screen.
 */
export function unbox(
  rows: readonly ScreenRow[],
  columns: number,
): Unboxed | undefined {
  const isEdge = (row: ScreenRow, edge: RegExp) =>
    edge.test(row.text) && cellWidth(row.text) === columns;
  const bottom = rows.length - 1;
  if (bottom < 2 || !isEdge(rows[bottom]!, /^╰─+╯$/)) return undefined;
  let top = bottom - 1;
  while (
    top >= 0 && /^│.*│$/.test(rows[top]!.text) &&
    cellWidth(rows[top]!.text) === columns
  ) top--;
  const whole = top >= 0 && isEdge(rows[top]!, /^╭─+╮$/);
  const inside = rows.slice(top + 1, bottom).map(({ text, runs }) => ({
    text: text.slice(1, -1).replace(/ +$/, ""),
    runs: inner(runs),
  }));
  while (inside.at(-1)?.text === "") inside.pop();
  if (!whole) return { rows: inside, columns: columns - 2 };
  const edge = {
    text: "─".repeat(columns - 2),
    runs: rows[top]!.runs,
  };
  return { rows: [edge, ...inside], columns: columns - 2 };
}
