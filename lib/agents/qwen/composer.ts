import { cellWidth } from "../cell_width.ts";
import type { Composer } from "../gemini_family/status.ts";
import type { ScreenRow } from "../screen_row.ts";
import { composerSign, placeholder } from "./wordings.ts";

/** A rule over the whole width, at the very left. */
const isRule = (text: string, columns: number) =>
  /^─+$/.test(text) && cellWidth(text) >= columns;

/**
 * Finds the composer that ends the screen, if one does.
 *
 * @param rows The screen's rows.
 * @param columns The width of the pane.
 * @returns The composer, or `undefined` when the screen ends in something else.
 */
export function findComposer(
  rows: readonly ScreenRow[],
  columns: number,
): Composer | undefined {
  const bottom = rows.findLastIndex((row) => isRule(row.text, columns));
  if (bottom < 2) return undefined;
  let top = bottom - 1;
  while (top >= 0 && !isRule(rows[top]!.text, columns)) top--;
  const first = rows[top + 1]!.text;
  if (top < 0 || !composerSign.test(first)) return undefined;
  const inside = rows.slice(top + 2, bottom).map((row) => row.text);
  if (inside.some((row) => /^[^ ]/.test(row))) return undefined;
  const lead = composerSign.exec(first)![0];
  const lines = [
    first.slice(lead.length),
    ...inside.map((row) => row.slice(2)),
  ];
  // The cursor at the end of a text is drawn on a space without width.
  const text = lines.join("\n").replaceAll("\u200b", "").trim();
  const typed = placeholder.test(lines[0]!) ? "" : text;
  // Another sign than the prompt is a mode: `!` would run the text.
  const draft = (lead.startsWith("!") ? "!" : "") + typed;
  return { top, draft: draft === "" ? undefined : draft, row: first };
}
