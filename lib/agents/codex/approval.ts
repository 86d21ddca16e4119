import type { Request, RequestKind } from "../agent.ts";
import type { ScreenRow } from "../screen_row.ts";
import { buildRequest } from "./build_request.ts";
import { commandOf } from "./command_call.ts";
import { editOf } from "./edit_call.ts";
import { doubtInOptions, readOptions } from "./options.ts";
import {
  approvalFooter,
  approvalTitles,
  environmentRow,
  leftOut,
  scrolledAway,
  titleStart,
} from "./wordings.ts";

/** What the rows between a title and the options say. */
export interface Call extends Partial<Request> {
  /** Why it is not understood; unset when it is. */
  readonly trouble?: string;
}

/** Where the footer begins, which takes two rows in a narrow pane. */
function footerAt(rows: readonly ScreenRow[]): number | undefined {
  for (let count = 1; count <= 3 && count <= rows.length; count++) {
    const own = rows.slice(-count);
    if (!own.every(({ text }) => /^ {2}\S/.test(text))) return undefined;
    const text = own.map((row) => row.text.trim()).join(" ");
    if (approvalFooter.test(text)) return rows.length - count;
  }
  return undefined;
}

/** A title is bold and in no colour, which nothing in a command is. */
function isTitle({ text, runs }: ScreenRow): boolean {
  if (!titleStart.test(text)) return false;
  return runs === undefined ||
    runs.every((run) =>
      run.text.trim() === "" || (run.bold && !run.faint && run.color === "")
    );
}

/** Where a title stands, and what it says. */
interface Title {
  readonly at: number;
  /** Index of the row after it. */
  readonly end: number;
  readonly text: string;
  /** Whether something above could be the title just as well. */
  readonly doubtful: boolean;
}

function titleAt(
  rows: readonly ScreenRow[],
  before: number,
): Title | undefined {
  let at = before - 1;
  while (at >= 0 && !isTitle(rows[at]!)) {
    // All of a dialog is indented: this is the transcript already.
    if (/^\S/.test(rows[at]!.text)) return undefined;
    at--;
  }
  if (at < 0) return undefined;
  let end = at + 1;
  while (end < before && /^ {2}\S/.test(rows[end]!.text)) end++;
  const text = rows.slice(at, end).map((row) => row.text.trim()).join(" ");
  let doubtful = false;
  if (rows[at]!.runs === undefined) {
    for (let above = at - 1; above >= 0; above--) {
      if (/^\S/.test(rows[above]!.text)) break;
      if (isTitle(rows[above]!)) doubtful = true;
    }
  }
  return { at, end, text, doubtful };
}

function callOf(
  kind: RequestKind,
  body: readonly ScreenRow[],
  widths: readonly number[],
  labels: readonly string[],
): Call {
  if (kind === "command") return commandOf(body, widths, labels);
  if (kind === "edit") return editOf(body, widths);
  return { trouble: "only a person can answer this" };
}

/**
 * Reads an approval that ends the screen: a title, what is asked for, numbered
 * options at the very left, and the footer as the last row.
 *
 * @param rows The screen's rows without blank rows at its end.
 * @param widths The width of the pane; where it is not known, what it can be,
 * the likeliest first.
 * @returns The request, or `undefined` when the screen ends in something else.
 */
export function readApproval(
  rows: readonly ScreenRow[],
  widths: readonly number[],
): Request | undefined {
  const footer = footerAt(rows);
  if (footer === undefined) return undefined;
  const texts = rows.map((row) => row.text);
  let end = footer;
  let scrolled = false;
  while (
    end > 0 && (texts[end - 1] === "" || scrolledAway.test(texts[end - 1]!))
  ) {
    if (texts[end - 1] !== "") scrolled = true;
    end--;
  }
  const found = readOptions(texts, end, 0, "command");
  if (!found) return undefined;
  const title = titleAt(rows, found.first);
  const [pattern, kind] =
    approvalTitles.find(([pattern]) => pattern.test(title?.text ?? "")) ??
      [undefined, "question" as const];
  const block = readOptions(texts, end, 0, kind)!;
  let bottom = block.first;
  while (bottom > 0 && scrolledAway.test(texts[bottom - 1]!)) {
    scrolled = true;
    bottom--;
  }
  const body = rows.slice(title?.end ?? bottom, bottom);
  const folded = body.some((row) => leftOut.test(row.text));
  const { trouble, ...details } = title && pattern
    ? callOf(kind, body, widths, block.options.map(({ label }) => label))
    : { trouble: "this kind of dialog is not known" };
  const url = kind === "fetch" ? pattern?.exec(title!.text)?.[1] : undefined;
  // The frame's own troubles come first: no record can settle them.
  const framed = title === undefined
    ? "its top is out of view"
    : title.doubtful
    ? "where it begins cannot be told without colours"
    : folded
    ? "a part of it is left out"
    : kind === "command" && title.at < 3 &&
        !body.slice(0, 2).some((row) => environmentRow.test(row.text))
    // Releases that do not name the environment cut dialogs without a sign.
    ? "it fills the pane and may go on unseen"
    : scrolled
    ? "its options do not fit the pane"
    : block.trouble ??
      (kind === "question" ? undefined : doubtInOptions(block.options));
  return buildRequest({
    kind,
    details: {
      ...details,
      ...(url === undefined ? {} : { url }),
    },
    rows: texts.slice(title?.at ?? bottom, end),
    options: block,
    trouble: framed ?? trouble,
    callTrouble: trouble,
  });
}
