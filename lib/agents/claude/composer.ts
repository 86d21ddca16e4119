import { cellWidth } from "../cell_width.ts";
import type { ScreenRow } from "../screen_row.ts";
import { placeholders } from "./wordings.ts";

/** Where the box that takes messages stands, and what is in it. */
export interface Composer {
  /** Index of the rule above it. */
  readonly top: number;
  /** Index of the rule below it. */
  readonly bottom: number;
  /** The text a person has typed; unset when there is none. */
  readonly draft: string | undefined;
  /** Its first row, which no row of the transcript looks like. */
  readonly row: string;
}

/**
 * Tells whether a row is a rule over the whole width: frames of dialogs and of
 * the composer. A session's name or a notice may stand in it. All that an
 * agent writes is indented, so it cannot draw one.
 *
 * @param text The row.
 * @param columns The width of the pane.
 */
export function isRule(text: string, columns: number): boolean {
  return /^──(?:─*|.* ?─+)$/.test(text) && cellWidth(text) >= columns;
}

/** What is not faint, nor the cursor on a faint text's first cell. */
function typed(rows: readonly ScreenRow[]): string {
  if (rows.some((row) => row.runs === undefined)) {
    const text = rows.map((row) => row.text.slice(2)).join("\n").trim();
    return placeholders.some((pattern) => pattern.test(text)) ? "" : text;
  }
  const lines = rows.map((row) => {
    let skip = 2;
    let line = "";
    row.runs!.forEach((run, at, runs) => {
      const rest = run.text.slice(skip);
      skip = Math.max(0, skip - run.text.length);
      const cursorOnHint = run.inverse && [...rest].length === 1 &&
        runs[at + 1]?.faint === true;
      line += run.faint || cursorOnHint ? " ".repeat(rest.length) : rest;
    });
    return line.trimEnd();
  });
  return lines.join("\n").trim();
}

/**
 * Finds the composer that ends the screen, if one does.
 *
 * @param rows The screen's rows.
 * @param columns The width of the pane.
 * @returns The composer, or `undefined` when the last frame is something else.
 */
export function findComposer(
  rows: readonly ScreenRow[],
  columns: number,
): Composer | undefined {
  const bottom = rows.findLastIndex((row) => isRule(row.text, columns));
  if (bottom < 2) return undefined;
  let top = bottom - 1;
  while (top >= 0 && !isRule(rows[top]!.text, columns)) top--;
  const first = rows[top + 1];
  if (top < 0 || !first || top + 1 >= bottom) return undefined;
  if (!/^[❯>!#&](?:[ \u00a0]|$)/.test(first.text)) return undefined;
  const inside = rows.slice(top + 1, bottom);
  // A list of options between two rules is no composer.
  if (/^❯ \d+\. /.test(first.text)) return undefined;
  if (inside.slice(1).some((row) => /^[^ ]/.test(row.text))) return undefined;
  // Another sign than the prompt is a mode: `!` would run the text.
  const mode = /^[❯>]/.test(first.text) ? "" : first.text[0]!;
  const draft = mode + typed(inside);
  return {
    top,
    bottom,
    draft: draft === "" ? undefined : draft,
    row: first.text,
  };
}
