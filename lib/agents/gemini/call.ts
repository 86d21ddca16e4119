import type { Request, RequestKind } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { doubtIn } from "../claude/doubts.ts";
import { readings } from "./readings.ts";
import {
  callHeader,
  changeQuestion,
  commandQuestion,
  createSummary,
  fetchHeading,
  fetchQuestion,
  foldedDetails,
  foldedRows,
  mcpQuestion,
  mcpTool,
  queueCount,
  redirectionNote,
  sandboxQuestion,
  toolKinds,
  toolRow,
  writeSummary,
} from "./wordings.ts";

/** What a dialog's rows say about the call it is for. */
export interface Call {
  /** What kind of thing is asked for. */
  readonly kind: RequestKind;
  /** What is known of it. */
  readonly details: Partial<Request>;
  /** Its rows to look for before a key is sent. */
  readonly evidence: readonly string[];
  /** Why it is not understood; unset when it is. */
  readonly trouble?: string;
}

const folded = "some of it is folded";
const strange = "its layout is not known";

/** A summary with newlines takes more rows; each of them is indented. */
const summaryRow = /^ {3,}\S|^$/;

/** The rows of a box inside the dialog, and what stands around it. */
interface Body {
  readonly head: readonly string[];
  readonly inside: readonly string[];
  readonly tail: readonly string[];
  readonly even: boolean;
}

function divide(rows: readonly string[]): Body | undefined {
  const top = rows.findIndex((row) => /^ ╭─+╮$/.test(row));
  if (top < 0) return undefined;
  const lower = rows[top]!.replace("╭", "╰").replace("╮", "╯");
  const bottom = rows.indexOf(lower, top);
  if (bottom < 0) return undefined;
  const boxed = rows.slice(top + 1, bottom);
  if (!boxed.every((row) => row.startsWith(" │"))) return undefined;
  const width = lower.length;
  return {
    head: rows.slice(0, top),
    inside: boxed.map((row) => row.slice(3).replace(/ *│$/, "")),
    tail: rows.slice(bottom + 1),
    even: boxed.every((row) => row.endsWith("│") && cellWidth(row) === width),
  };
}

/** Rows without blank ones, trimmed. */
const trimmed = (rows: readonly string[]) =>
  rows.map((row) => row.trim()).filter((row) => row !== "");

/** Joins rows of prose. */
const prose = (rows: readonly string[]) => trimmed(rows).join(" ");

function command(summary: string, body: Body, columns: number): Call {
  const { inside, tail } = body;
  const [question, ...notes] = trimmed(tail);
  const evidence = [...inside, question ?? ""];
  // Above a few characters the summary says what the command is for.
  const joined = inside.join(" ");
  const said = summary.replace(/…$/, "");
  const details = {
    rows: inside,
    ...(joined.startsWith(said.slice(0, 20)) ? {} : { description: summary }),
  };
  const find = (trouble: string): Call => ({
    kind: "command",
    details: { ...details, command: inside.join("\n") },
    evidence,
    trouble,
  });
  if (inside.some((row) => foldedRows.test(row.trim()))) return find(folded);
  if (sandboxQuestion.test(prose(tail))) {
    return find("it asks for more than the sandbox gives");
  }
  if (question !== commandQuestion) {
    return find("a note in it is not understood");
  }
  if (notes.length > 0 && !redirectionNote.test(notes.join(" "))) {
    return find("a note in it is not understood");
  }
  if (inside.length === 0) return find("no command is shown");
  // The dialog's edges and spaces take eight cells, two more stay empty.
  const texts = readings({ rows: inside, width: columns - 10 });
  const doubt = !body.even
    ? "a character in it is not as wide as it was taken for"
    : texts.length === 0
    ? "its rows can be read in too many ways"
    : doubtIn(inside);
  return {
    kind: "command",
    details: {
      ...details,
      command: texts[0] ?? inside.join("\n"),
      ...(texts.length === 0 ? {} : { readings: texts }),
      ...(doubt === undefined ? {} : { settledByRecord: true }),
    },
    evidence,
    ...(doubt === undefined ? {} : { trouble: doubt }),
  };
}

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

function change(kind: RequestKind, summary: string, body: Body): Call {
  const { inside, tail } = body;
  const path = summary.startsWith(writeSummary)
    ? summary.slice(writeSummary.length)
    : summary.startsWith(createSummary)
    ? summary.slice(createSummary.length)
    : /^(.+?): /.exec(summary)?.[1] ?? "";
  const rest = trimmed(tail);
  const trouble = inside.some((row) => foldedRows.test(row.trim()))
    ? folded
    : rest.length !== 1 || rest[0] !== changeQuestion
    ? "a note in it is not understood"
    : inside.length === 0
    ? "it is still being drawn"
    : doubtInPath(path);
  return {
    kind,
    details: path === "" ? {} : { path },
    evidence: [...inside, ...rest],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** A command or a change, in a box under the tool's name. */
function boxed(rows: readonly string[], columns: number): Call | undefined {
  const header = callHeader.exec((rows[0] ?? "").replace(queueCount, ""));
  if (!header) return undefined;
  const kind = toolKinds[header[1]!]!;
  const summary = (header[2] ?? "").trim();
  const body = divide(rows.slice(1));
  const isFolded = rows.some((row) => foldedRows.test(row.trim()));
  if (!body || !body.head.every((row) => summaryRow.test(row))) {
    const trouble = isFolded ? folded : strange;
    return { kind, details: {}, evidence: rows.slice(0, 1), trouble };
  }
  const call = kind === "command"
    ? command(summary, body, columns)
    : change(kind, summary, body);
  return {
    ...call,
    evidence: [rows[0]!, ...call.evidence],
    ...(isFolded ? { trouble: folded } : {}),
  };
}

/**
 * Reads what a dialog is about whose first rows are out of view. The summary
 * of a short command repeats it in as many rows, so that both do not fit into
 * a short pane; the command's own box has to be there as a whole.
 *
 * @param rows The rows that are in view, without the frame.
 * @param columns The width of the dialog.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood; `undefined` when this is no dialog about a command.
 */
export function lowerCallOf(
  rows: readonly string[],
  columns: number,
): Call | undefined {
  const body = divide(rows);
  if (!body || trimmed(body.tail)[0] !== commandQuestion) return undefined;
  if (!body.head.every((row) => summaryRow.test(row))) return undefined;
  const { description: _, ...details } = command("", body, columns).details;
  return { ...command("", body, columns), details };
}

function fetch(rows: readonly string[]): Call {
  const texts = trimmed(rows);
  const at = texts.indexOf(fetchHeading);
  const urls = at < 0
    ? texts.filter((row) => /^https?:\/\/\S+$/.test(row))
    : texts.slice(at + 1, texts.lastIndexOf(fetchQuestion))
      .map((row) => row.replace(/^- /, ""));
  const [url] = urls;
  const plain = urls.length === 1 && /^https?:\/\/[\x21-\x7e]+$/.test(url!);
  return {
    kind: "fetch",
    details: plain ? { url: url! } : {},
    evidence: texts,
    ...(plain ? {} : { trouble: "what it fetches is not understood" }),
  };
}

function mcp(rows: readonly string[], named: RegExpExecArray | null): Call {
  const asked = mcpQuestion.exec(prose(rows).replace(/^.*(?=Allow exec)/, ""));
  const tool = asked?.[1] ?? named?.[1];
  const server = asked?.[2] ?? named?.[2];
  const hidden = rows.some((row) =>
    foldedDetails.test(row.trim()) || foldedRows.test(row.trim())
  );
  return {
    kind: "mcp",
    details: {
      ...(tool === undefined ? {} : { tool }),
      ...(server === undefined ? {} : { server }),
    },
    evidence: trimmed(rows),
    trouble: hidden ? "its arguments are folded" : "this tool is for a person",
  };
}

/** Any other tool, under `Action Required`. */
function other(rows: readonly string[]): Call | undefined {
  if (rows[0]?.replace(queueCount, "") !== " Action Required") return undefined;
  const at = rows.findIndex((row, index) => index > 0 && row !== "");
  const name = toolRow.exec(rows[at] ?? "")?.[1];
  if (name === undefined) return undefined;
  const server = mcpTool.exec(name);
  const own = rows.slice(at + 1);
  const evidence = [rows[0]!, rows[at]!];
  const kind = server ? "mcp" : toolKinds[/^\S+/.exec(name)![0]] ?? "question";
  const call = kind === "fetch"
    ? fetch(own)
    : kind === "mcp"
    ? mcp(own, server)
    : { kind, details: {}, evidence: trimmed(own), trouble: strange };
  return { ...call, evidence: [...evidence, ...call.evidence] };
}

/**
 * Reads what a dialog is about from its rows above the choices.
 *
 * @param rows The rows, without the frame.
 * @param columns The width of the dialog.
 * @returns What is asked for, with `trouble` set when any of it is not
 * understood; `undefined` when this is no dialog about a call.
 */
export function callOf(
  rows: readonly string[],
  columns: number,
): Call | undefined {
  return boxed(rows, columns) ?? other(rows);
}
