import { cellWidth } from "../cell_width.ts";

// deno-lint-ignore no-control-regex
const controls = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;

/**
 * Makes characters visible that would move the cursor or vanish: control
 * characters become their pictures, as in `␛`. Newlines stay.
 *
 * @param text Any text.
 * @returns The text as it can be drawn.
 */
export function visible(text: string): string {
  return text.replace(controls, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\u2421";
  });
}

/**
 * Makes blanks visible that a row's end would swallow: those before a newline,
 * and more than one in a row.
 *
 * @param text The text.
 * @returns The text with `␠` for each of them.
 */
export function visibleBlanks(text: string): string {
  return text.replace(
    /(?<=\S) {2,}| +$/gm,
    (blanks) => "\u2420".repeat(blanks.length),
  );
}

/** Finds what {@linkcode visible} or {@linkcode visibleBlanks} has put in. */
export const pictured: RegExp = /[\u2400-\u2421]/;

/**
 * Puts a text on one row.
 *
 * @param text Any text.
 * @returns The text with every run of blanks as one space.
 */
export function oneRow(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}

/**
 * Cuts a row that is too wide and ends it with `…`.
 *
 * @param text One row.
 * @param cells The room.
 * @returns The row, or its beginning.
 */
export function cutRow(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  return (cutRows(text, Math.max(1, cells - 1))[0] ?? "") + "…";
}

/**
 * Cuts a row into rows wherever the room ends, blanks and all, so that putting
 * the rows together gives the row again.
 *
 * @param text One row.
 * @param cells The room in a row; at least 2.
 * @returns The rows, at least one.
 */
export function cutRows(text: string, cells: number): string[] {
  const rows: string[] = [];
  let row = "";
  let filled = 0;
  for (const character of text) {
    const more = cellWidth(character);
    if (filled + more > cells && row !== "") {
      rows.push(row);
      row = "";
      filled = 0;
    }
    row += character;
    filled += more;
  }
  rows.push(row);
  return rows;
}

/**
 * Draws a text faintly, as hints are.
 *
 * @param text One row.
 * @returns The row with escapes.
 */
export function faint(text: string): string {
  return `\x1b[2m${text}\x1b[0m`;
}

/**
 * Draws a text boldly, as titles are.
 *
 * @param text One row.
 * @returns The row with escapes.
 */
export function bold(text: string): string {
  return `\x1b[1m${text}\x1b[0m`;
}

/**
 * Draws a text in the colour of what is highlighted.
 *
 * @param text One row.
 * @returns The row with escapes.
 */
export function highlighted(text: string): string {
  return `\x1b[36m${text}\x1b[0m`;
}
