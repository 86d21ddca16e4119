import type { Option, Request, RequestKind } from "./agent.ts";
import { fingerprint } from "./fingerprint.ts";

/** The most rows that are looked for again before a key is sent. */
const mostEvidence = 60;

/** What can be chosen in a dialog. */
export interface FoundOptions {
  /** The options, top to bottom. */
  readonly options: readonly Option[];
  /** Index of the highlighted one. */
  readonly selected?: number | undefined;
  /** The first row of each option without its highlight, trimmed. */
  readonly heads?: readonly string[];
}

/** What was found of a dialog. */
export interface FoundDialog {
  /** What kind of request it is. */
  readonly kind: RequestKind;
  /** What else is known of it. */
  readonly details?: Partial<Request> | undefined;
  /** The dialog's own rows, frame excluded: they tell it from others. */
  readonly rows: readonly string[];
  /**
   * What highlights an option at the beginning of a row; the indentation is
   * its first group. A highlight may move without the dialog becoming another.
   */
  readonly highlight?: RegExp;
  /** Rows to look for before a key is sent; unset where all are. */
  readonly evidence?: readonly string[];
  /** What can be chosen; the rows of its options are looked for too. */
  readonly options: FoundOptions | undefined;
  /** Why it must not be answered; unset when it may. */
  readonly trouble: string | undefined;
  /**
   * Why what is asked for is not understood, if so. Only this can be settled by
   * a record: it says what rows stand for, not what is out of view.
   */
  readonly callTrouble?: string | undefined;
}

/**
 * Builds a request from what was found of a dialog, with its name and its
 * evidence.
 *
 * @param found What was found.
 * @returns The request.
 *
 * @example Usage
 * ```ts
 * import { buildRequest } from "./build_request.ts";
 * import assert from "node:assert/strict";
 *
 * const build = (rows: string[]) =>
 *   buildRequest({
 *     kind: "command",
 *     rows,
 *     highlight: /^( *)> /,
 *     options: undefined,
 *     trouble: "its top is out of view",
 *   });
 * const request = build(["Run it?", "> 1. Yes", "  2. No"]);
 * assert.equal(request.complete, false);
 * assert.deepEqual(request.evidence, ["Run it?", "> 1. Yes", "2. No"]);
 * const moved = build(["Run it?", "  1. Yes", "> 2. No"]);
 * assert.equal(moved.fingerprint, request.fingerprint);
 * ```
 */
export function buildRequest(found: FoundDialog): Request {
  const { kind, rows, highlight, options, trouble } = found;
  const { settledByRecord, ...details } = found.details ?? {};
  const settled = settledByRecord && trouble === found.callTrouble;
  const own = highlight
    ? rows.map((row) => row.replace(highlight, "$1  "))
    : rows;
  const evidence = [...found.evidence ?? rows, ...options?.heads ?? []]
    .map((row) => row.trim()).filter((row) => row !== "");
  return {
    kind,
    ...details,
    ...(settled ? { settledByRecord } : {}),
    complete: trouble === undefined,
    ...(trouble === undefined ? {} : { incompleteBecause: trouble }),
    options: options?.options ?? [],
    selected: options?.selected,
    fingerprint: fingerprint([kind, ...own]),
    evidence: [...new Set(evidence)].slice(0, mostEvidence),
  };
}
