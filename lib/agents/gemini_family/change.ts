import type { RequestKind } from "../agent.ts";
import { type Call, folded, unread } from "./call.ts";

/** How summaries of changes begin. */
export interface ChangeWordings {
  /** Begins a summary of a new file. */
  readonly writeSummary: string;
  /** Begins a summary of a change that makes a file. */
  readonly createSummary: string;
  /** A row that says that others are not shown. */
  readonly foldedRows: RegExp;
}

/** The dialog for a change of a file. */
export interface ChangeDialog {
  /** Rows of the change. */
  readonly rows: readonly string[];
  /** Rows after them. */
  readonly tail: readonly string[];
  /** Whether those are as they have to be. */
  readonly whole: boolean;
  /** How the client words it. */
  readonly wordings: ChangeWordings;
}

/**
 * Reads a change of a file.
 *
 * @param kind Whether it is written or edited.
 * @param summary What stands beside the tool's name.
 * @param dialog The rest of the dialog.
 * @returns What is asked for.
 */
export function changeCall(
  kind: RequestKind,
  summary: string,
  dialog: ChangeDialog,
): Call {
  const { rows, tail, whole, wordings } = dialog;
  const path = changedPath(summary, wordings);
  const trouble = rows.some((row) => wordings.foldedRows.test(row.trim()))
    ? folded
    : !whole
    ? unread
    : rows.length === 0
    ? "it is still being drawn"
    : doubtInPath(path);
  return {
    kind,
    details: path === "" ? {} : { path },
    evidence: [...rows, ...tail],
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** Gives the path as it is drawn; empty where the summary names none. */
function changedPath(summary: string, wordings: ChangeWordings): string {
  for (const start of [wordings.writeSummary, wordings.createSummary]) {
    if (summary.startsWith(start)) return summary.slice(start.length);
  }
  return /^(.+?): /.exec(summary)?.[1] ?? "";
}

/** Tells why a path as it is drawn cannot be relied on, if so. */
function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}
