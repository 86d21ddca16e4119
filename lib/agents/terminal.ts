/** A pane as its id names it. */
export type TerminalPane = `%${number}`;

/** What a pane shows at one moment. */
export interface TerminalScreen {
  /** Its visible rows, with escapes. */
  readonly text: string;
  /** Its width in cells. */
  readonly columns: number;
  /** Its height in rows. */
  readonly rows: number;
  /** Its title. */
  readonly title: string;
}

/** What answering and telling need of the terminal: tmux is one. */
export interface Terminal {
  /**
   * Reads a pane's screen.
   *
   * @param pane The pane.
   */
  capture(pane: TerminalPane): Promise<TerminalScreen>;
  /**
   * Presses a key if, in that very moment, the pane shows all the rows.
   *
   * @param pane The pane.
   * @param rows Texts, each within one row, without escapes.
   * @param key The key's tmux name.
   * @param marker Left in the pane together with the key.
   * @returns Whether the key was pressed.
   */
  keyIf(
    pane: TerminalPane,
    rows: readonly string[],
    key: string,
    marker: string,
  ): Promise<boolean>;
  /**
   * Pastes a text as one piece.
   *
   * @param pane The pane.
   * @param text The text.
   */
  paste(pane: TerminalPane, text: string): Promise<void>;
}
