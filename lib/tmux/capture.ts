import type { PaneId } from "./pane_info.ts";
import { quoteCommand } from "./quote.ts";
import type { Reply } from "./replies.ts";

/** A pane's screen at one moment. */
export interface Capture {
  /** The pane. */
  pane: PaneId;
  /** Its visible rows, joined by newlines, trailing blanks cut. */
  text: string;
  /** Its width in cells. */
  columns: number;
  /** Its height in rows. */
  rows: number;
  /** Its title, as the program in it set it. */
  title: string;
  /** Whether a mode such as copy mode covers it. */
  inMode: boolean;
  /** The program in the foreground, as tmux names it. */
  program: string;
  /** Where the cursor is, from 0. */
  cursor: { x: number; y: number };
}

/** Tabs and newlines are taken out of what is free text. */
const format = [
  "#{pane_width}",
  "#{pane_height}",
  "#{?pane_in_mode,1,0}",
  "#{cursor_x}",
  "#{cursor_y}",
  "#{s/[\t\n]/ /:pane_current_command}",
  "#{pane_title}",
].join("\t");

/**
 * The commands that read a pane's screen, for one pass of the server.
 *
 * @param pane The pane.
 * @param escapes Whether colours and attributes are kept as SGR escapes.
 * @returns The commands for {@linkcode readCapture}.
 */
export function captureCommands(pane: PaneId, escapes: boolean): string[] {
  return [
    `capture-pane -p ${escapes ? "-e " : ""}-t ${pane}`,
    quoteCommand(["display-message", "-p", "-t", pane, format]),
  ];
}

/**
 * Puts the replies together.
 *
 * @param pane The pane.
 * @param replies The replies to {@linkcode captureCommands}.
 * @returns The screen, or `undefined` when the pane is gone.
 */
export function readCapture(
  pane: PaneId,
  [screen, facts]: readonly Reply[],
): Capture | undefined {
  if (!screen?.ok || !facts?.ok) return undefined;
  const fields = (facts.lines[0] ?? "").split("\t");
  return {
    pane,
    text: screen.lines.join("\n"),
    columns: Number(fields[0]),
    rows: Number(fields[1]),
    title: fields.slice(6).join("\t"),
    inMode: fields[2] === "1",
    program: fields[5] ?? "",
    cursor: { x: Number(fields[3]), y: Number(fields[4]) },
  };
}
