import type { Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { doubtIn } from "./doubts.ts";
import { type DrawnText, readings } from "./readings.ts";
import { tipRow } from "./wordings.ts";

/** What a permission dialog's body says about the call it is for. */
export interface Call extends Partial<Request> {
  /** Why it is not understood; unset when it is. */
  readonly trouble?: string;
  /** Its rows to look for before a key is sent. */
  readonly evidence?: readonly string[];
}

const isDashes = (text: string, columns: number) =>
  text.length >= columns && /^╌+$/.test(text);

/** The body's parts, as far as dashed rules divide it. */
interface Body {
  head: readonly ScreenRow[];
  content: readonly ScreenRow[];
  notes: readonly ScreenRow[];
}

function divide(
  rows: readonly ScreenRow[],
  columns: number,
): Body | undefined {
  const rules = rows.flatMap((row, at) =>
    isDashes(row.text, columns) ? [at] : []
  );
  if (rules.length !== 2) return undefined;
  return {
    head: rows.slice(0, rules[0]),
    content: rows.slice(rules[0]! + 1, rules[1]),
    notes: rows.slice(rules[1]! + 1),
  };
}

/** Joins rows of prose. */
const prose = (rows: readonly ScreenRow[]) =>
  rows.map((row) => row.text.trim()).join(" ").trim();

/** A command as its rows can be read, and what the agent's record must say. */
function fromRows(drawn: DrawnText, more: Partial<Request>): Call {
  const texts = readings(drawn);
  const doubt = texts.length === 0
    ? "its rows can be read in too many ways"
    : doubtIn(drawn.rows);
  return {
    ...more,
    command: texts[0] ?? drawn.rows.join("\n"),
    ...(texts.length === 0 ? {} : { readings: texts }),
    rows: drawn.rows,
    evidence: drawn.rows,
    ...(doubt === undefined
      ? {}
      : { trouble: doubt, settledByRecord: true as const }),
  };
}

/**
 * Whether a row begins with the bar that stands before every row of a text
 * with newlines or of more than 80 cells. It is faint; without styles, a short
 * command that itself begins with a bar is taken for one row of such a text.
 */
function hasBar({ text, runs }: ScreenRow): boolean {
  if (!/^ │(?: |$)/.test(text)) return false;
  return runs === undefined ||
    runs.some((run) => run.faint && run.text.trim() === "│");
}

/** A command between two dashed rules (2.1.330). */
function ruledCommand(body: Body, columns: number): Call {
  const head = body.head.map((row) => row.text);
  // The tip ends where the description begins: both are prose, only bold
  // tells them apart, and nothing is decided by either.
  const tip = head.findIndex((row) => tipRow.test(row.trim()));
  const after = tip < 0
    ? 0
    : head.findIndex((row, at) =>
      at >= tip && /auto mode"$|below$/.test(row.trim())
    ) + 1;
  const description = prose(body.head.slice(after));
  const rows = body.content.map((row) => row.text);
  const more = description === "" ? {} : { description };
  if (rows.length === 0) return { ...more, trouble: "no command is shown" };
  if (body.content.every(hasBar)) {
    return fromRows({
      rows: rows.map((row) => row.slice(3)),
      width: columns - 4,
      newlines: true,
    }, more);
  }
  if (!rows.every((row) => row.startsWith(" "))) {
    return { ...more, trouble: "a row of the command is not understood" };
  }
  return fromRows({
    rows: rows.map((row) => row.slice(1)),
    width: columns - 2,
    newlines: false,
  }, more);
}

/** A command with its description below it, no rules (2.1.197). */
function indentedCommand(
  body: readonly ScreenRow[],
  columns: number,
): Call {
  let end = body.length;
  while (end > 0 && !body[end - 1]!.text.startsWith("   ")) end--;
  const rows = body.slice(0, end);
  while (rows[0]?.text === "") rows.shift();
  if (rows.length === 0) return { trouble: "no command is shown" };
  if (!rows.every((row) => row.text === "" || row.text.startsWith("   "))) {
    return { trouble: "a row of the command is not understood" };
  }
  const draw = (own: readonly ScreenRow[]): DrawnText => ({
    rows: own.map((row) => row.text.slice(3)),
    width: columns - 6,
    newlines: true,
  });
  if (rows.every((row) => row.runs !== undefined)) {
    // The description is grey, the command is not.
    const grey = (row: ScreenRow) =>
      row.runs!.every((run) => run.color !== "" || run.text.trim() === "");
    let from = rows.length;
    while (from > 0 && rows[from - 1]!.text !== "" && grey(rows[from - 1]!)) {
      from--;
    }
    if (from === 0) return { trouble: "no command is shown" };
    return fromRows(draw(rows.slice(0, from)), {
      description: prose(rows.slice(from)),
    });
  }
  // Without colours, the last row is the description.
  const last = rows.slice(-1);
  const drawn = draw(rows.length > 1 ? rows.slice(0, -1) : rows);
  return {
    ...fromRows(drawn, { description: prose(last) }),
    trouble: "without colours, the command's end cannot be told",
  };
}

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path.includes("…")) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

/** A file's path above its content or its changes. */
function file(body: Body | undefined): Call {
  if (!body) return { trouble: "its layout is not known" };
  const [path, ...more] = body.head.map((row) => row.text.slice(1));
  const content = body.content.map((row) => row.text);
  if (!path || more.length > 0) {
    return { evidence: content, trouble: "its path is not understood" };
  }
  // A lone ellipsis at the left stands in for changes until they are drawn.
  const drawn = content.length > 0 &&
    content.every((row) => row === "" || row.startsWith(" "));
  const trouble = !drawn
    ? "it is still being drawn"
    : body.notes.some((row) => row.text !== "")
    ? "a note in it is not understood"
    : doubtInPath(path);
  return {
    path,
    evidence: [path, ...content],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** `Read(/etc/hosts)`, alone between rules or blank rows. */
function read(body: Body | undefined, rows: readonly ScreenRow[]): Call {
  const textsOf = (some: readonly ScreenRow[]) =>
    some.map((row) => row.text.trim()).filter((row) => row !== "");
  const own = textsOf(body?.content ?? rows);
  const path = own.length === 1
    ? /^Read\((\S.*)\)$/.exec(own[0]!)?.[1]
    : undefined;
  if (path === undefined || path.includes(" · ")) {
    return { evidence: own, trouble: "what it reads is not understood" };
  }
  // The head says so where a link leads elsewhere.
  const trouble = body && textsOf([...body.head, ...body.notes]).length > 0
    ? "a note in it is not understood"
    : doubtInPath(path);
  return { path, evidence: own, ...(trouble === undefined ? {} : { trouble }) };
}

function fetched(body: Body | undefined, rows: readonly ScreenRow[]): Call {
  const own = (body?.content ?? rows).map((row) => row.text.trim())
    .filter((row) => row !== "");
  const first = /^url: "?(https?:\/\/[^\s"]+)"?$/.exec(own[0] ?? "");
  const second = /^prompt: /.test(own[1] ?? "");
  const url = first && second ? first[1]! : undefined;
  return {
    ...(url === undefined ? {} : { url }),
    evidence: own,
    trouble: "fetches are for a person",
  };
}

/**
 * Tells whether a body is divided by two dashed rules, as 2.1.330 draws it.
 *
 * @param rows The rows between title and question.
 * @param columns The width of the pane.
 */
export function isRuled(rows: readonly ScreenRow[], columns: number): boolean {
  return divide(rows, columns) !== undefined;
}

/**
 * Reads what a permission dialog is about from the rows between its title and
 * its question.
 *
 * @param kind What the title says it asks for.
 * @param rows The rows between.
 * @param columns The width of the pane.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood.
 */
export function callOf(
  kind: RequestKind,
  rows: readonly ScreenRow[],
  columns: number,
): Call {
  const body = divide(rows, columns);
  switch (kind) {
    case "command":
      return body
        ? ruledCommand(body, columns)
        : indentedCommand(rows, columns);
    case "write":
    case "edit":
      return file(body);
    case "read":
      return read(body, rows);
    case "fetch":
      return fetched(body, rows);
    default: {
      const content = (body?.content ?? rows).map((row) => row.text.trim());
      const search = content.some((row) => /^Web Search\(/.test(row));
      return {
        ...(search ? { kind: "fetch" as const } : {}),
        evidence: content,
        trouble: "this tool is for a person",
      };
    }
  }
}
