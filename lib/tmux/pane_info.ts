/** A pane's id. It is good for one server only, and never given out twice. */
export type PaneId = `%${number}`;

/** What tmux knows about a pane without looking at its screen. */
export interface PaneInfo {
  /** The pane's id. */
  id: PaneId;
  /** Its session's name. */
  session: string;
  /** Its window's name. */
  window: string;
  /** Its window's index in the session. */
  windowIndex: number;
  /** Its index in the window. */
  paneIndex: number;
  /** Its session's id, such as `$1`. */
  sessionId: string;
  /** Its window's id, such as `@3`. */
  windowId: string;
  /** Whether it is the active pane of its window. */
  active: boolean;
  /** The name of the agent in it, as set by {@linkcode Tmux.setPaneAgent}. */
  agent: string | undefined;
  /** Whether its program has ended (and `remain-on-exit` keeps the pane). */
  dead: boolean;
  /** When its window last wrote something, in seconds since 1970. */
  activity: number;
  /** Its width in cells. */
  columns: number;
  /** Its height in rows. */
  rows: number;
  /** Its title, as the program in it set it. */
  title: string;
  /** Whether a mode such as copy mode covers it. */
  inMode: boolean;
}

/**
 * The format whose lines {@linkcode parsePane} reads.
 *
 * tmux keeps tabs and newlines out of names and titles; an option's value is
 * free text, so both are taken out of it here. Nothing in it
 * reads `/proc` (as `pane_current_command` would, for every pane).
 */
export const paneFormat: string = [
  "#{pane_id}",
  "#{session_id}",
  "#{window_id}",
  "#{window_index}",
  "#{pane_index}",
  "#{pane_active}",
  "#{pane_dead}",
  "#{window_activity}",
  "#{pane_width}",
  "#{pane_height}",
  "#{?pane_in_mode,1,0}",
  "#{session_name}",
  "#{window_name}",
  "#{s/[\t\n]/ /:@orch_agent}",
  "#{pane_title}",
].join("\t");

/**
 * Reads a line that tmux printed for {@linkcode paneFormat}.
 *
 * @example Usage
 * ```ts
 * import { parsePane } from "./pane_info.ts";
 * import assert from "node:assert/strict";
 *
 * const line = "%1\t$0\t@1\t2\t0\t1\t0\t1700000000\t80\t24\t0\tweb\ta:b\t\tsh";
 * assert.equal(parsePane(line)?.window, "a:b");
 * ```
 *
 * @param line One line.
 * @returns The pane, or `undefined` when the line is something else.
 */
export function parsePane(line: string): PaneInfo | undefined {
  const fields = line.split("\t");
  const [id = "", sessionId = "", windowId = ""] = fields;
  if (fields.length < 15 || !/^%\d+$/.test(id)) return undefined;
  const number = (index: number) => Number(fields[index]);
  return {
    id: id as PaneId,
    session: fields[11] ?? "",
    window: fields[12] ?? "",
    windowIndex: number(3),
    paneIndex: number(4),
    sessionId,
    windowId,
    active: fields[5] === "1",
    agent: fields[13] || undefined,
    dead: fields[6] === "1",
    activity: number(7),
    columns: number(8),
    rows: number(9),
    title: fields.slice(14).join("\t"),
    inMode: fields[10] === "1",
  };
}
