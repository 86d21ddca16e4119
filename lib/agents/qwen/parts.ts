import { callHeader } from "./wordings.ts";

/** A dialog's parts above its choices. */
export interface Parts {
  /** The tool's name. */
  readonly tool: string;
  /** The summary's rows, the first without the tool and the arrow. */
  readonly summary: readonly string[];
  /** What stands between the summary and the question. */
  readonly body: readonly string[];
  /** What is asked. */
  readonly question: string;
}

/** Where the summary goes on. */
const summaryIndent = 4;

/** Where the command stands. */
export const bodyIndent = 3;

/**
 * Takes a dialog apart.
 *
 * @param rows Its rows above the choices.
 * @returns Its parts; `undefined` when no tool asks.
 */
export function divide(rows: readonly string[]): Parts | undefined {
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

/**
 * Takes blank rows off both ends.
 *
 * @param rows The rows.
 * @returns Those between.
 */
export function between(rows: readonly string[]): readonly string[] {
  const from = rows.findIndex((row) => row !== "");
  return from < 0
    ? []
    : rows.slice(from, rows.findLastIndex((row) => row !== "") + 1);
}
