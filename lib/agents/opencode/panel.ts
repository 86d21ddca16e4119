import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { cellsOf } from "./cells.ts";
import { bar, sidebarFooter } from "./wordings.ts";

/** How far panels and the transcript are indented. */
export const indent = 2;

/** Between the main column and the sidebar's text. */
const sidebarGap = 4;

/** No panel is narrower. */
const narrowest = 20;

/** How many rows can hold buttons and hints, which run on over the edge. */
const lastRows = 4;

/** A panel that ends the screen in place of the composer. */
export interface Panel {
  /** Its rows from the cell after the bar to its right edge. */
  readonly rows: readonly ScreenRow[];
  /** How its bar is coloured; unset without colours. */
  readonly bar: string | undefined;
  /** Its right edge in cells, where it can be told. */
  readonly right: number | undefined;
}

/** Where the sidebar's text begins, if there is one. */
function sidebarAt(rows: readonly ScreenRow[]): number | undefined {
  for (const row of rows.slice(-3)) {
    const before = sidebarFooter.exec(row.text)?.[1];
    if (before !== undefined && /(?:^| {2})$/.test(before)) {
      return cellWidth(before);
    }
  }
  return undefined;
}

/**
 * Leaves the sidebar out.
 *
 * @param rows The screen's rows.
 * @param columns The width of the pane, if it is known.
 * @returns The rows of the main column and, where it can be told, its end.
 */
export function mainColumn(
  rows: readonly ScreenRow[],
  columns: number | undefined,
): { rows: readonly ScreenRow[]; right: number | undefined } {
  const sidebar = sidebarAt(rows);
  if (sidebar === undefined || sidebar <= sidebarGap) {
    return {
      rows,
      right: columns === undefined ? undefined : columns - indent,
    };
  }
  const right = sidebar - sidebarGap;
  return { rows: rows.map((row) => cellsOf(row, 0, right)), right };
}

/** Where a panel's background ends; unset where it cannot be told. */
function edgeOf({ runs }: ScreenRow): number | undefined {
  let at = 0;
  let page: string | undefined;
  for (const run of runs ?? []) {
    if (at <= indent && page === undefined) {
      // The page shows left of the bar.
      if (run.text.startsWith("  ")) page = run.background;
    } else if (at > indent + 1 && run.background === page) return at;
    at += cellWidth(run.text);
  }
  return page === undefined ? undefined : at;
}

/** How the bar of a row is coloured; unset without colours. */
export function barColor({ runs }: ScreenRow): string | undefined {
  return runs?.find((run) => run.text.includes(bar))?.color;
}

/**
 * Finds the panel that ends the screen.
 *
 * @param rows The rows of the main column, without blank ones at their end.
 * @param right Where the main column ends, if it is known.
 * @returns The panel, or `undefined` when the screen ends in something else.
 */
export function findPanel(
  rows: readonly ScreenRow[],
  right: number | undefined,
): Panel | undefined {
  const start = " ".repeat(indent) + bar;
  let top = rows.length;
  while (top > 0 && rows[top - 1]!.text.startsWith(start)) top--;
  if (top === rows.length) return undefined;
  const own = rows.slice(top);
  const colors = new Set(own.map(barColor));
  // Two panels do not touch: what touches is not one.
  if (colors.size > 1) return undefined;
  const edges = new Set(own.map(edgeOf));
  const [edge] = edges;
  // Where page and panel look alike, it would end right after the bar.
  const known = edges.size === 1 && edge !== undefined && edge >= narrowest
    ? edge
    : right;
  // What is right of its edge is none of it: such a screen is not understood.
  if (
    known !== undefined &&
    own.slice(0, -lastRows).some((row) => cellsOf(row, known).text !== "")
  ) return undefined;
  return {
    rows: own.map((row) => cellsOf(row, indent + 1, known)),
    bar: own[0]!.runs === undefined ? undefined : barColor(own[0]!),
    right: known,
  };
}

/**
 * Tells whether a panel's title is what OpenCode drew: its sign has the colour
 * of the bar. What a tool puts out beside a bar of its own has not.
 *
 * @param panel The panel.
 * @param title The title, sign first.
 */
export function isTitled(panel: Panel, title: string): boolean {
  const [first, second] = panel.rows;
  if (first?.text !== "" || second?.text !== `  ${title}`) return false;
  const sign = second.runs?.find(({ text }) => text.includes(title[0]!));
  return second.runs === undefined || sign?.color === panel.bar;
}
