import type { Drawing } from "./draw.ts";

/** What is sent first: another screen, pastes in brackets, no wrapping. */
export const openScreen = "\x1b[?1049h\x1b[?2004h\x1b[?7l\x1b[2J";

/** Undoes {@linkcode openScreen}. */
export const closeScreen = "\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h";

/** Turns drawings into what a terminal is sent, row by row as they change. */
export class Painter {
  #rows: readonly string[] = [];
  #columns = 0;

  /**
   * Says what to send so that the terminal shows a drawing.
   *
   * @param drawing What is to be seen.
   * @param columns The terminal's width. All is sent again when it, or the
   *   number of rows, differs from the last time.
   * @returns The escapes and text; empty when nothing changed.
   */
  paint(drawing: Drawing, columns: number): string {
    const { rows, cursor } = drawing;
    const all = columns !== this.#columns || rows.length !== this.#rows.length;
    const changed = rows.flatMap((row, index) =>
      all || row !== this.#rows[index]
        // Cleared first: after a full row the cursor is still in its last cell.
        ? [`\x1b[${index + 1};1H\x1b[2K${row}`]
        : []
    );
    this.#rows = rows;
    this.#columns = columns;
    if (changed.length === 0 && cursor === undefined) return "";
    const place = cursor === undefined
      ? ""
      : `\x1b[${cursor.row + 1};${cursor.column + 1}H\x1b[?25h`;
    return "\x1b[?25l" + (all ? "\x1b[2J" : "") + changed.join("") + place;
  }
}
