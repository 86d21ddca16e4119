import type { Request } from "../agent.ts";
import { doubtIn } from "../doubts.ts";
import { cellWidth } from "../cell_width.ts";
import type { permissionKinds } from "./wordings.ts";
import { bar } from "./wordings.ts";
import { readings } from "./readings.ts";

/** What a permission panel's rows say about the call it is for. */
export interface Call extends Partial<Request> {
  /** Why it is not understood; unset when it is. */
  readonly trouble?: string;
}

/** A panel's details, between its title and its buttons. */
export interface Details {
  /** The rows, without indentation and without blank rows at their end. */
  readonly rows: readonly string[];
  /** How many cells a row can hold, if it is known. */
  readonly width: number | undefined;
  /** Whether there may be more than what is shown. */
  readonly cut: boolean;
}

const lies = "something may lie over it";
const cut = "it may go on below what is shown";
const unknownWidth = "how wide its rows can be is not known";

/** What the drawing of a text may hide, apart from where it was wrapped. */
function troubleWith({ rows, cut: isCut }: Details): string | undefined {
  if (isCut) return cut;
  return rows.some((row) => row.includes(bar)) ? lies : undefined;
}

/**
 * Whether it is known how the rows were wrapped. Where characters fill two
 * cells or none, OpenCode takes the wrong places for breaks.
 */
const isEven = (rows: readonly string[]) =>
  rows.length < 2 || rows.every((row) => cellWidth(row) === row.length);

/** All texts that the rows can stand for. */
function textsOf({ rows, width }: Details, newlines: boolean): string[] {
  if (width === undefined) return rows.length === 1 ? [...rows] : [];
  return readings(rows, width, newlines);
}

function command(details: Details): Call {
  const [first, ...more] = details.rows;
  if (first === undefined || !first.startsWith("$ ")) {
    return { trouble: "no command is shown" };
  }
  const rows = [first.slice(2), ...more];
  const texts = textsOf(details, true).map((text) => text.slice(2));
  const trouble = troubleWith(details) ??
    (!isEven(rows)
      ? "wide characters make it unknown where its rows were wrapped"
      : texts.length > 0
      ? doubtIn(rows)
      : details.width === undefined
      ? unknownWidth
      : "its rows can be read in too many ways");
  return {
    command: texts[0] ?? rows.join("\n"),
    ...(texts.length === 0 ? {} : { readings: texts }),
    rows,
    ...(trouble === undefined ? {} : { trouble, settledByRecord: true }),
  };
}

/** A file's path in the title, its changes below. */
function edit(path: string, { rows, width }: Details): Call {
  const edge = width === undefined
    ? rows.map(cellWidth).reduce((a, b) => Math.max(a, b), 0)
    : width + 1;
  // A scroll bar stands where the rows end.
  const scrolled = rows.some((row) =>
    /[█▀▄]$/.test(row) && cellWidth(row) >= edge - 1
  );
  const trouble = rows.length === 0
    ? "it is still being drawn"
    : rows[0] === "No diff provided"
    ? "its changes are not shown"
    : scrolled
    ? "not all of its changes are shown"
    : rows.some((row) => row.includes(bar))
    ? lies
    : path.includes(", ")
    ? "it may be about several files"
    : undefined;
  return { path, ...(trouble === undefined ? {} : { trouble }) };
}

/** The same thing in the title and in the details. */
function twice(text: string, detail: string, details: Details): Call {
  const same = textsOf(details, false).includes(`${detail}${text}`);
  const trouble = troubleWith(details) ??
    (same
      ? undefined
      : details.width === undefined && details.rows.length > 1
      ? unknownWidth
      : "its title and its details differ");
  return trouble === undefined ? {} : { trouble };
}

/**
 * Reads what a permission panel is about.
 *
 * @param known What its title says.
 * @param about What the title names.
 * @param details What stands below the title.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood.
 */
export function callOf(
  known: (typeof permissionKinds)[number],
  about: string,
  details: Details,
): Call {
  const { kind, trouble } = known;
  if (kind === "command") return command(details);
  if (kind === "edit") return edit(about, details);
  const named: Partial<Request> = known.about === "url"
    ? { url: about }
    : known.about === "tool"
    ? toolOf(about)
    : known.about
    ? { path: about }
    : {};
  return {
    ...(known.detail === undefined ? {} : twice(about, known.detail, details)),
    ...named,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** The server's name ends at the first underline, as far as can be told. */
function toolOf(name: string): Partial<Request> {
  const [, server, tool] = /^([^_]+)_(.+)$/.exec(name) ?? [];
  return server && tool ? { server, tool } : { tool: name };
}
