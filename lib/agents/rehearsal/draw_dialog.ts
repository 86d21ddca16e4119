import { readingsOf, wrapText } from "./wrapping.ts";
import type { Dialog } from "./dialog.ts";
import {
  bold,
  cutRows,
  faint,
  highlighted,
  oneRow,
  visible,
  visibleBlanks,
} from "./layout.ts";
import { numberedFooter, unnumberedFooter } from "./wordings.ts";

/** How many cells of a row a command cannot use: ` │ ` and a margin. */
export const commandMargin = 4;

/** How many cells of a row a path cannot use. */
export const pathMargin = 2;

/**
 * Draws a dialog.
 *
 * The command stands alone between two dotted rules; a wrapped one has ` │ `
 * before each row. Whatever an agent may choose to write begins in the second
 * cell or later, so that it cannot imitate a rule.
 *
 * @param dialog The dialog.
 * @param selected Index of the highlighted option.
 * @param columns The cells in a row.
 * @param most How many rows there is room for. Of a taller dialog only the end
 *   is drawn, and the number of missing rows above its footer.
 * @returns The rows, with escapes.
 */
export function drawDialog(
  dialog: Dialog,
  selected: number,
  columns: number,
  most: number = Infinity,
): string[] {
  const dotted = faint("╌".repeat(columns));
  const rows = [
    faint("─".repeat(columns)),
    bold(" " + dialog.title),
    ...dialog.path === undefined
      ? []
      : cutRows(visible(dialog.path), columns - pathMargin)
        .map((row) => " " + row),
    ...dialog.description === undefined
      ? []
      : wrapText(oneRow(dialog.description), columns - 2)
        .map((row) => " " + row),
    ...dialog.body === undefined
      ? []
      : [dotted, ...drawBody(dialog.body, columns), dotted],
    "",
    ...wrapText(oneRow(dialog.question), columns - 2).map((row) => " " + row),
    ...dialog.options.flatMap((label, index) =>
      drawOption(label, index, selected, dialog.numbered, columns)
    ),
  ];
  const footer = " " + (dialog.numbered ? numberedFooter : unnumberedFooter);
  const above = rows.length + 2 - most;
  return above > 0
    ? [...rows.slice(above), faint(` ↑ ${above} more rows`), faint(footer)]
    : [...rows, "", faint(footer)];
}

function drawBody(
  body: NonNullable<Dialog["body"]>,
  columns: number,
): string[] {
  if (body.kind === "command") {
    const rows = drawCommand(visible(body.command), columns - commandMargin);
    const [row = ""] = rows;
    if (rows.length === 1 && !row.startsWith("│")) return [" " + row];
    return rows.map((row) => " │ " + row);
  }
  const digits = Math.max(2, String(body.lines.length).length);
  return body.lines.flatMap((line, index) => {
    const number = String(index + 1).padStart(digits);
    const rows = cutRows(visible(line.slice(1)), columns - digits - 5);
    return rows.map((row, part) =>
      part === 0
        ? ` ${number} ${line[0] ?? " "} ${row}`
        : ` ${" ".repeat(digits)}   ${row}`
    );
  });
}

/** Wraps a command; blanks that would be lost by that are made visible. */
function drawCommand(command: string, width: number): string[] {
  const rows = wrapText(command, width);
  const readings = readingsOf(rows, width);
  return readings.length === 0 || readings.includes(command)
    ? rows
    : wrapText(visibleBlanks(command), width);
}

function drawOption(
  label: string,
  index: number,
  selected: number,
  numbered: boolean,
  columns: number,
): string[] {
  const begin = index === selected ? " ❯ " : "   ";
  const number = numbered ? `${index + 1}. ` : "";
  return wrapText(oneRow(label), columns - 7).map((row, part) => {
    if (part > 0) return (numbered ? "      " : "     ") + row;
    const text = begin + number + row;
    return index === selected ? highlighted(text) : text;
  });
}
