import type { ScreenRow } from "../screen_row.ts";
import {
  commandRow,
  hintRow,
  placeholders,
  statusRow,
  waitingFooter,
} from "./wordings.ts";

/** Where the box that takes messages stands, and what is in it. */
export interface Composer {
  /** Index of its first row. */
  readonly top: number;
  /** The text a person has typed; unset when there is none. */
  readonly draft: string | undefined;
  /** Its first row, which no row of the transcript looks like. */
  readonly row: string;
}

/** What is not faint: that is what nobody has typed. */
function typed(rows: readonly ScreenRow[]): string {
  if (rows.every((row) => row.runs === undefined)) {
    const text = rows.map((row) => row.text.slice(2)).join("\n").trim();
    return placeholders.some((pattern) => pattern.test(text)) ? "" : text;
  }
  return rows.map((row) => {
    const line = (row.runs ?? []).map((run) =>
      run.faint ? " ".repeat(run.text.length) : run.text
    ).join("");
    return line.slice(2).trimEnd();
  }).join("\n").trim();
}

/**
 * Finds the composer that ends the screen, if one does: a row that begins with
 * its sign, what was typed, a blank row and the rows of hints under it.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @returns The composer, or `undefined` when the screen ends in something else.
 */
export function findComposer(
  rows: readonly ScreenRow[],
): Composer | undefined {
  let top = rows.length - 1;
  while (top >= 0 && !/^[›!](?: |$)/.test(rows[top]!.text)) {
    if (!/^(?: {2,}|$)/.test(rows[top]!.text)) return undefined;
    top--;
  }
  const first = rows[top];
  if (!first) return undefined;
  const last = rows.at(-1)!.text;
  // An option of a dialog: its footer is no hint of the composer, whatever the
  // options' labels quote.
  if (/^› \d+\. /.test(first.text) && waitingFooter.test(last)) {
    return undefined;
  }
  const hinted = rows.slice(top + 1).some(({ text }) =>
    text.startsWith("  ") &&
    (hintRow.test(text) || statusRow.test(text) || commandRow.test(text))
  );
  if (!hinted && (/^› \d+\. /.test(first.text) || last !== first.text)) {
    return undefined;
  }
  let end = top + 1;
  while (end < rows.length && rows[end]!.text !== "") end++;
  if (!hinted && end !== rows.length) return undefined;
  // A draft can have blank rows of its own: the last ones are the hints.
  if (hinted) {
    end = rows.length;
    while (end > top + 1 && rows[end - 1]!.text !== "") end--;
    while (end > top + 1 && rows[end - 1]!.text === "") end--;
  }
  const mode = first.text.startsWith("!") ? "!" : "";
  const draft = mode + typed(rows.slice(top, end));
  return {
    top,
    draft: draft === "" ? undefined : draft,
    row: first.text,
  };
}
