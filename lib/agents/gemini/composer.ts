import { cellWidth } from "../cell_width.ts";
import type { Composer } from "../gemini_family/status.ts";
import type { ScreenRow } from "../screen_row.ts";
import { composerSign, placeholder } from "./wordings.ts";

/** A rule over the whole width, at the very left. */
const isRule = (text: string, columns: number) =>
  /^─+$/.test(text) && cellWidth(text) >= columns;

/** Half blocks, or a blank row where the terminal has few colours. */
const isEdge = (text: string) => /^(?:[▀▄]+)?$/.test(text);

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
  const top = rows.findLastIndex((row) => isRule(row.text, columns));
  if (top < 0) return undefined;
  const at = rows.findIndex((row, index) =>
    index > top && composerSign.test(row.text)
  );
  // Between the rule and the composer stand at most a few hints.
  if (at < 0 || at - top > 5) return undefined;
  if (!isEdge(rows[at - 1]?.text ?? "")) return undefined;
  const first = rows[at]!.text;
  const [lead, sign] = composerSign.exec(first)!;
  const lines = [first.slice(lead.length)];
  for (let next = at + 1; next < rows.length; next++) {
    const { text } = rows[next]!;
    if (/^[▀▄]+$/.test(text) || (text !== "" && !/^ {3}/.test(text))) break;
    lines.push(text.slice(3));
    // Without half blocks the composer ends in a blank row, before the footer.
    if (text === "" && !/^ {3}/.test(rows[next + 1]?.text ?? "")) break;
  }
  const text = lines.join("\n").trim();
  const typed = placeholder.test(lines[0]!) ? "" : text;
  // Another sign than the prompt is a mode: `!` would run the text.
  const draft = (sign === "!" ? "!" : "") + typed;
  return { top, draft: draft === "" ? undefined : draft, row: first };
}
