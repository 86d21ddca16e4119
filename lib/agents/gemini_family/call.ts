import type { Request, RequestKind } from "../agent.ts";

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

/** Says that rows are not shown. */
export const folded = "some of it is folded";

/** Says that a row is not known. */
export const unread = "a note in it is not understood";

/**
 * Takes blank rows out.
 *
 * @param rows The rows.
 * @returns The others, trimmed.
 */
export function trimmed(rows: readonly string[]): string[] {
  return rows.map((row) => row.trim()).filter((row) => row !== "");
}

/** How summaries of changes begin. */
export interface ChangeWordings {
  /** Begins a summary of a new file. */
  readonly writeSummary: string;
  /** Begins a summary of a change that makes a file. */
  readonly createSummary: string;
}

/**
 * Finds the file in the summary of a change.
 *
 * @param summary What stands beside the tool's name.
 * @param wordings How the client words it.
 * @returns The path as it is drawn; empty where it names none.
 */
export function changedPath(summary: string, wordings: ChangeWordings): string {
  for (const start of [wordings.writeSummary, wordings.createSummary]) {
    if (summary.startsWith(start)) return summary.slice(start.length);
  }
  return /^(.+?): /.exec(summary)?.[1] ?? "";
}

/**
 * Tells why a path as it is drawn cannot be relied on.
 *
 * @param path The path.
 * @returns The reason, if there is one.
 */
export function doubtInPath(path: string): string | undefined {
  if (path === "") return "its path is not understood";
  if (/…|\.\.\./.test(path)) return "its path is cut";
  return path.includes("\ufffd") ? "a character in it is not shown" : undefined;
}
