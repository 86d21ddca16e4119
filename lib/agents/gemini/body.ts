import { cellWidth } from "../cell_width.ts";
import { trimmed } from "../gemini_family/call.ts";

/** Says that it is drawn in a way that is not known. */
export const strange = "its layout is not known";

/** A summary with newlines takes more rows; each of them is indented. */
export const summaryRow = /^ {3,}\S|^$/;

/** The rows of a box inside the dialog, and what stands around it. */
export interface Body {
  /** The rows above the box. */
  readonly head: readonly string[];
  /** The rows in it, without its frame. */
  readonly inside: readonly string[];
  /** The rows under it. */
  readonly tail: readonly string[];
  /** Whether every row in it is as wide as its frame. */
  readonly even: boolean;
}

/**
 * Takes a dialog with a box inside apart.
 *
 * @param rows The dialog's rows.
 * @returns Its parts; `undefined` when no box is there as a whole.
 */
export function divide(rows: readonly string[]): Body | undefined {
  const top = rows.findIndex((row) => /^ ╭─+╮$/.test(row));
  if (top < 0) return undefined;
  const lower = rows[top]!.replace("╭", "╰").replace("╮", "╯");
  const bottom = rows.indexOf(lower, top);
  if (bottom < 0) return undefined;
  const boxed = rows.slice(top + 1, bottom);
  if (!boxed.every((row) => row.startsWith(" │"))) return undefined;
  const width = lower.length;
  return {
    head: rows.slice(0, top),
    inside: boxed.map((row) => row.slice(3).replace(/ *│$/, "")),
    tail: rows.slice(bottom + 1),
    even: boxed.every((row) => row.endsWith("│") && cellWidth(row) === width),
  };
}

/**
 * Joins rows of prose.
 *
 * @param rows The rows.
 * @returns The text.
 */
export function prose(rows: readonly string[]): string {
  return trimmed(rows).join(" ");
}
