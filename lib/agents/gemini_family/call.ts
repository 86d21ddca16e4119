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
