import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";

/** A box of rounded lines and what stands in it. */
export interface Frame {
  /** Index of its upper edge; -1 when that is out of view. */
  readonly top: number;
  /** Index of its lower edge. */
  readonly bottom: number;
  /** Where its left edge stands. */
  readonly indent: number;
  /** How many cells it is wide, edges included. */
  readonly width: number;
  /** The rows between, without edges and without spaces at their ends. */
  readonly rows: readonly string[];
  /**
   * Whether every row ends where the frame does. Where one does not, the
   * client and the terminal disagree on how wide a character is.
   */
  readonly even: boolean;
}

const lowerEdge = /^( *)╰(─+)╯$/;

/**
 * Finds the box whose lower edge is a given row.
 *
 * @param rows The screen's rows.
 * @param bottom The index of the row.
 * @returns The box, or `undefined` when no box ends there.
 */
export function frameAt(
  rows: readonly ScreenRow[],
  bottom: number,
): Frame | undefined {
  const edge = lowerEdge.exec(rows[bottom]?.text ?? "");
  if (!edge) return undefined;
  const [, space, line] = edge;
  const upper = `${space}╭${line}╮`;
  const start = `${space}│`;
  const inside: string[] = [];
  let even = true;
  let top = bottom - 1;
  for (; top >= 0; top--) {
    const { text } = rows[top]!;
    if (text === upper) break;
    if (!text.startsWith(start)) return undefined;
    even &&= text.length > start.length && text.endsWith("│") &&
      cellWidth(text) === space!.length + line!.length + 2;
    inside.unshift(text.slice(start.length).replace(/ *│$/, ""));
  }
  return {
    top,
    bottom,
    indent: space!.length,
    width: line!.length + 2,
    rows: inside,
    even,
  };
}
