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
    // The frame's own row stands above, and above it one that is blank.
    return Math.max(0, title - 2);
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
  const shown = wrapped(captured(text), screen.columns - indent.length)
    .map((row) => indent + row).slice(-end || rows.length);
  const above = rows.slice(0, Math.max(0, end - shown.length));
  // Colours go on from row to row, also over what was put between.
  const before = colorsOf(rows.slice(0, end).join("\n"));
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
 * @param screen A recorded dialog.
 * @param request What it reads as.
 * @param command The other command.
 * @param description What it is said to be for.
 * @returns The screen with it, from which too much leaves by the top;
 * `undefined` when the dialog does not show its command in one row.
 */
export function withCommand(
  screen: KnownScreen,
  request: Request,
  command: string,
  description: string | undefined,
): Screen | undefined {
  const old = screen.expected.command!;
  let rows = screen.text.split("\n");
  const title = rows.findLastIndex((row) =>
    withoutEscapes(row).includes(request.evidence[0]!)
  );
  const places = rows.flatMap((row, at) =>
    at >= title && withoutEscapes(row).includes(old) ? [at] : []
  );
  // Titles name it as well, in one row; so may options, which come later.
  const own = places.find((at) => at > title);
  if (title < 0 || own === undefined) return undefined;
  rows = drawn(rows, own, old, command, screen.columns);
  if (places[0] === title) {
    const [first = ""] = visible(command).split("\n");
    rows = rows.with(title, retitled(rows[title]!, old, first));
  }
  const about = request.description;
  const said = about === undefined
    ? -1
    : rows.findLastIndex((row) => withoutEscapes(row).includes(about));
  if (description !== undefined && about !== undefined && said > title) {
    rows = drawn(rows, said, about, description, screen.columns);
  }
  const last = rows.findLastIndex((row) => withoutEscapes(row).trim() !== "");
  rows = rows.slice(0, Math.max(last + 1, screen.rows)).slice(-screen.rows);
  return { ...sizeOf(screen), text: rows.join("\n") };
}

/** Rows in one of which a text is replaced by another, wrapped as need be. */
function drawn(
  rows: readonly string[],
  at: number,
  old: string,
  text: string,
  columns: number,
): string[] {
  const row = rows[at]!;
  const plain = withoutEscapes(row);
  const start = plain.indexOf(old);
  const gap = /^ */.exec(plain.slice(start + old.length))![0];
  const lead = rawSlice(row, 0, start);
  const area = rawSlice(row, start, start + old.length + gap.length);
  const tail = rawSlice(row, start + old.length + gap.length, Infinity);
  const framed = withoutEscapes(tail) !== "";
  const room = framed
    ? cellWidth(old) + gap.length
    : columns - cellWidth(plain.slice(0, start)) - 1;
  // Colours go on from row to row.
  const before = "\x1b[0m" + colorsOf(rows.slice(0, at).join("\n"));
  const parts = wrapped(visible(text), room).map((part, line) => {
    const space = framed ? " ".repeat(Math.max(0, room - cellWidth(part))) : "";
    const first = line === 0 ? lead : before + lead.replace("$", " ");
    return first + part + space + colorsOf(area) + tail;
  });
  return [...rows.slice(0, at), ...parts, ...rows.slice(at + 1)];
}

/** A row of a frame in which a text is replaced, and cut if need be. */
function retitled(row: string, old: string, text: string): string {
  const start = withoutEscapes(row).indexOf(old);
  const lead = rawSlice(row, 0, start);
  const tail = rawSlice(row, start + old.length, Infinity);
  const [gap = ""] = [...tail.matchAll(/ {2,}/g)].map(([spaces]) => spaces)
    .sort((a, b) => b.length - a.length);
  const room = cellWidth(old) + Math.max(0, gap.length - 1);
  const [cut = ""] = wrapped(text, room - 1);
  const fits = cellWidth(text) <= room ? text : `${cut}…`;
  const spaces = gap.length + cellWidth(old) - cellWidth(fits);
  const colors = colorsOf(rawSlice(row, start, start + old.length));
  return lead + fits + colors +
    (gap === "" ? tail : tail.replace(gap, " ".repeat(Math.max(0, spaces))));
}

const colorsOf = (text: string) => text.match(colors)?.join("") ?? "";

/** A part of a row by its visible characters, with the colours before each. */
function rawSlice(row: string, start: number, end: number): string {
  let at = 0;
  let slice = "";
  for (const part of row.split(new RegExp(`(${colors.source})`))) {
    if (part.startsWith("\x1b[")) {
      if (at >= start && at < end) slice += part;
      continue;
    }
    slice += part.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += part.length;
  }
  return slice;
}

/** What is left of a text once a client has made it fit to be drawn. */
function visible(text: string): string {
  return captured(text).replace(colors, "");
}

/** What a capture can have of a text: of all escapes, only colours. */
function captured(text: string): string {
  return text.replaceAll("\t", "        ").replace(
    // deno-lint-ignore no-control-regex
    /\x1b[\]Pk][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[?>0-9;]*[A-Za-ln-z]|\x1b[^[]/g,
    "",
    // deno-lint-ignore no-control-regex
  ).replace(/[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g, "");
}

const sizeOf = ({ columns, rows }: KnownScreen) => ({ columns, rows });
