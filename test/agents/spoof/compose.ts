import { cellWidth } from "../../../lib/agents/cell_width.ts";
import type { AgentState, Request, Screen } from "../../../lib/agents/mod.ts";
import { withoutEscapes } from "../lab/without_escapes.ts";
import type { KnownScreen } from "./recorded_screens.ts";

// deno-lint-ignore no-control-regex
const colors = /\x1b\[[0-9;:]*m/g;

/** Wraps rows at the pane's edge, as a terminal does. */
function wrapped(text: string, columns: number): string[] {
  const rows: string[] = [];
  for (const line of text.split("\n")) {
    let row = "";
    let width = 0;
    // Colours take no cells.
    for (const part of line.split(new RegExp(`(${colors.source})`))) {
      if (part.startsWith("\x1b[")) {
        row += part;
        continue;
      }
      for (const one of part) {
        const cells = cellWidth(one);
        if (width + cells > columns) {
          rows.push(row);
          row = "";
          width = 0;
        }
        row += one;
        width += cells;
      }
    }
    rows.push(row);
  }
  return rows;
}

/**
 * The first row of what a client draws below its transcript.
 *
 * @param screen A recorded screen.
 * @param state What it reads as.
 */
function endOfTranscript(screen: KnownScreen, state: AgentState): number {
  const rows = withoutEscapes(screen.text).split("\n");
  if (state.state === "asking") {
    const title = rows.findLastIndex((row) =>
      row.includes(state.request.evidence[0]!)
    );
    // The frame's own row stands above.
    return Math.max(0, title - 1);
  }
  const last = rows.findLastIndex((row) => row.trim() !== "");
  let best = { end: 0, length: 0 };
  for (let start = 0; start < last; start++) {
    let end = start;
    while (end < last && rows[end]!.trim() === "") end++;
    if (end - start > best.length) best = { end, length: end - start };
    start = end;
  }
  return best.end;
}

/**
 * Puts a text where a client's transcript ends.
 *
 * @param screen A recorded screen.
 * @param state What it reads as.
 * @param text What is to stand there.
 * @param indent What each of its rows begins with.
 * @returns The screen with it.
 */
export function withTranscript(
  screen: KnownScreen,
  state: AgentState,
  text: string,
  indent: string,
): Screen {
  const end = endOfTranscript(screen, state);
  const rows = screen.text.split("\n");
  const shown = wrapped(text, screen.columns - indent.length)
    .map((row) => indent + row).slice(-end || rows.length);
  const above = rows.slice(0, Math.max(0, end - shown.length));
  // Colours go on from row to row, also over what was put between.
  const before = rows.slice(0, end).join("\n").match(colors)?.join("") ?? "";
  const placed = end === 0 ? [] : [
    ...above,
    ...shown.map((row, at) => at === 0 ? `\x1b[0m${row}` : row),
  ];
  const [next = "", ...rest] = rows.slice(end);
  return {
    ...sizeOf(screen),
    text: [...placed, `\x1b[0m${before}${next}`, ...rest].join("\n"),
  };
}

/**
 * Draws another command into a dialog, as a client would.
 *
 * @param screen A recorded dialog, whose command stands in one row.
 * @param request What it reads as.
 * @param command The other command.
 * @param description What it is said to be for.
 * @returns The screen with it; too much of it leaves by the top.
 */
export function withCommand(
  screen: KnownScreen,
  request: Request,
  command: string,
  description: string | undefined,
): Screen {
  let rows = screen.text.split("\n");
  const draw = (old: string, text: string) => {
    const at = rows.findLastIndex((row) => withoutEscapes(row).includes(old));
    if (at < 0) return;
    const row = withoutEscapes(rows[at]!);
    const lead = row.slice(0, row.indexOf(old));
    const tail = row.slice(row.indexOf(old) + old.length).trim();
    const room = screen.columns - cellWidth(lead) - cellWidth(tail) - 1;
    const [before, after] = colorsAround(rows[at]!, lead.length);
    const drawn = wrapped(visible(text), Math.max(10, room)).map((part, at) => {
      const gap = " ".repeat(Math.max(0, room - cellWidth(part)));
      return (at === 0 ? before : "") +
        (at === 0 ? lead : lead.replace("$", " ")) +
        part + (tail === "" ? "" : gap + tail);
    });
    rows = rows.toSpliced(at, 1, ...drawn);
    rows[at + drawn.length - 1] += after;
  };
  draw(screen.expected.command!, command);
  if (description !== undefined && request.description) {
    draw(request.description, description);
  }
  const last = rows.findLastIndex((row) => withoutEscapes(row).trim() !== "");
  rows = rows.slice(0, Math.max(last + 1, screen.rows)).slice(-screen.rows);
  return { ...sizeOf(screen), text: rows.join("\n") };
}

/** The colours that a row sets up to a place, and those after it. */
function colorsAround(row: string, place: number): [string, string] {
  const parts = row.split(new RegExp(`(${colors.source})`));
  let passed = 0;
  let before = "";
  let after = "";
  for (const part of parts) {
    if (!part.startsWith("\x1b[")) passed += part.length;
    else if (passed <= place) before += part;
    else after += part;
  }
  return [before, after];
}

/** What is left of a text once a client has made it fit to be drawn. */
function visible(text: string): string {
  return text.replaceAll("\t", "        ")
    // deno-lint-ignore no-control-regex
    .replace(/\x1b\[[0-9;]*[A-Za-z]|[\x00-\x09\x0b-\x1f\x7f]/g, "");
}

const sizeOf = ({ columns, rows }: KnownScreen) => ({ columns, rows });
