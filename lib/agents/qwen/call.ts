import type { Request, RequestKind } from "../agent.ts";
import { cellWidth } from "../cell_width.ts";
import { doubtIn } from "../claude/doubts.ts";
import {
  callHeader,
  changeQuestion,
  commandQuestion,
  createSummary,
  elsewhere,
  fetchHeading,
  fetchQuestion,
  foldedRows,
  mcpQuestion,
  mcpSummary,
  planQuestion,
  summaryEnd,
  toolKinds,
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

/** A dialog's parts above its choices. */
interface Parts {
  /** The tool's name. */
  readonly tool: string;
  /** The summary's rows, the first without the tool and the arrow. */
  readonly summary: readonly string[];
  /** What stands between the summary and the question. */
  readonly body: readonly string[];
  /** What is asked. */
  readonly question: string;
}

const folded = "some of it is folded";
const unread = "a note in it is not understood";

/** Rows without blank ones, trimmed. */
const trimmed = (rows: readonly string[]) =>
  rows.map((row) => row.trim()).filter((row) => row !== "");

/** Where the summary goes on, and where the command stands. */
const summaryIndent = 4;
const bodyIndent = 3;

function divide(rows: readonly string[]): Parts | undefined {
  // Calls that have ended can stand above it in the same frame.
  const at = rows.findLastIndex((row) => callHeader.test(row));
  if (at < 0) return undefined;
  const [, tool, first] = callHeader.exec(rows[at]!)!;
  let end = rows.length;
  while (end > at && rows[end - 1] === "") end--;
  let asked = end - 1;
  while (asked > at && rows[asked] !== "") asked--;
  // What goes on in the first row is indented further than what follows it.
  const isMore = (row: string) =>
    row === "" || row.startsWith(" ".repeat(summaryIndent));
  let more = at + 1;
  while (more < asked && isMore(rows[more]!)) more++;
  while (more > at + 1 && rows[more - 1] === "") more--;
  return {
    tool: tool!,
    summary: [
      first ?? "",
      ...rows.slice(at + 1, more).map((row) => row.slice(summaryIndent)),
    ],
    body: rows.slice(more, asked),
    question: rows.slice(asked, end).map((row) => row.trim()).join(" ").trim(),
  };
}

/** Takes blank rows off both ends. */
function between(rows: readonly string[]): readonly string[] {
  const from = rows.findIndex((row) => row !== "");
  return from < 0
    ? []
    : rows.slice(from, rows.findLastIndex((row) => row !== "") + 1);
}

/**
 * Why the rows of a command cannot be relied on, if so. Rows that reach the
 * frame lose what does not fit, without a sign; the summary shows the same
 * lines, and says where it cuts them.
 */
function doubtInRows(
  lines: readonly string[],
  summary: readonly string[],
  room: number,
): string | undefined {
  if (lines.some((line) => cellWidth(line) > room)) {
    return "its rows may have lost what did not fit";
  }
  const rest = summary[lines.length - 1]?.slice(lines.at(-1)!.length) ?? "…";
  const same = summary.length === lines.length &&
    lines.every((line, at) =>
      at === lines.length - 1
        ? summary[at]!.startsWith(line)
        : summary[at] === line
    );
  if (!same || rest === "…") return "its summary differs from it";
  if (elsewhere.test(rest)) return "it runs in another folder";
  return summaryEnd.test(rest) ? undefined : "its summary is cut";
}

/** Ends in a backslash that a space after it would change the meaning of. */
const openBackslash = /(?:^|[^\\])(?:\\\\)*\\$/;

function command(parts: Parts, columns: number): Call {
  const rows = between(parts.body);
  const evidence = [...rows, parts.question];
  const find = (trouble: string, details: Partial<Request> = {}): Call => ({
    kind: "command",
    details: {
      command: rows.map((row) => row.slice(bodyIndent)).join("\n"),
      ...details,
    },
    evidence,
    trouble,
  });
  if (rows.some((row) => foldedRows.test(row.trim()))) return find(folded);
  if (!commandQuestion.test(parts.question)) return find(unread);
  if (rows.length === 0) return find("no command is shown");
  const indent = " ".repeat(bodyIndent);
  if (!rows.every((row) => row === "" || row.startsWith(indent))) {
    return find("a row of the command is not understood");
  }
  const lines = rows.map((row) => row.slice(bodyIndent));
  const description = /\((.+?)(?:\)|…)?$/.exec(parts.summary.at(-1)!)?.[1];
  const more = description === undefined ? {} : { description };
  // Frame, tool and arrow leave the summary that many cells.
  const doubt = doubtInRows(lines, parts.summary, columns - 22) ??
    doubtIn(lines);
  const shown = { ...more, rows: lines, command: lines.join("\n") };
  if (doubt !== undefined) {
    return find(doubt, { ...shown, settledByRecord: true });
  }
  // Spaces at the end of a line are not drawn, and undo a backslash.
  const readings = [shown.command];
  lines.forEach((line, at) => {
    if (!openBackslash.test(line)) return;
    readings.push(lines.with(at, `${line} `).join("\n"));
  });
  return { kind: "command", details: { ...shown, readings }, evidence };
}

/** Why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}

function change(kind: RequestKind, parts: Parts): Call {
  const summary = parts.summary[0]!;
  const path = summary.startsWith(writeSummary)
    ? summary.slice(writeSummary.length)
    : summary.startsWith(createSummary)
    ? summary.slice(createSummary.length)
    : /^(.+?): /.exec(summary)?.[1] ?? "";
  const rows = between(parts.body);
  const trouble = rows.some((row) => foldedRows.test(row.trim()))
    ? folded
    : parts.question !== changeQuestion
    ? unread
    : rows.length === 0
    ? "it is still being drawn"
    : doubtInPath(path);
  return {
    kind,
    details: path === "" ? {} : { path },
    evidence: [...rows, parts.question],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

function fetch(parts: Parts): Call {
  const texts = trimmed(parts.body);
  const at = texts.indexOf(fetchHeading);
  const urls = texts.slice(at + 1).map((row) => row.replace(/^- /, ""));
  const plain = at >= 0 && urls.length === 1 &&
    /^https?:\/\/[\x21-\x7e]+$/.test(urls[0]!);
  const trouble = !plain
    ? "what it fetches is not understood"
    : parts.question !== fetchQuestion
    ? unread
    : undefined;
  return {
    kind: "fetch",
    details: plain ? { url: urls[0]! } : {},
    evidence: [...texts, parts.question],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

function mcp(parts: Parts): Call {
  const asked = mcpQuestion.exec(parts.question);
  const named = mcpSummary.exec(parts.summary[0]!);
  const server = asked?.[2] ?? named?.[1];
  return {
    kind: "mcp",
    details: {
      tool: asked?.[1] ?? parts.tool,
      ...(server === undefined ? {} : { server }),
    },
    evidence: [...trimmed(parts.body), parts.question],
    trouble: "this tool is for a person",
  };
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
  const parts = divide(rows);
  if (!parts) return undefined;
  const isMcp = mcpQuestion.test(parts.question) ||
    mcpSummary.test(parts.summary[0]!);
  const kind = isMcp ? "mcp" : toolKinds[parts.tool] ??
    (parts.question === planQuestion ? "plan" : "question");
  const call = kind === "command"
    ? command(parts, columns)
    : kind === "write" || kind === "edit"
    ? change(kind, parts)
    : kind === "fetch"
    ? fetch(parts)
    : kind === "mcp"
    ? mcp(parts)
    : {
      kind,
      details: {},
      evidence: [...trimmed(parts.body), parts.question],
      trouble: "only a person can answer this",
    };
  const header = rows.findLast((row) => callHeader.test(row))!;
  return { ...call, evidence: [header, ...call.evidence] };
}
