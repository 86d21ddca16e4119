import type { Request, RequestKind } from "../agent.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Choices } from "./choices.ts";

/** The most rows that are looked for again before a key is sent. */
const mostEvidence = 60;

/** What a dialog's rows say. */
export interface Found {
  /** What it asks for. */
  readonly kind: RequestKind;
  /** What else is known of it. */
  readonly details?: Partial<Request>;
  /** The dialog's own rows, frame excluded. */
  readonly rows: readonly string[];
  /** Rows to look for before a key is sent. */
  readonly evidence: readonly string[];
  /** Its choices, if it has any. */
  readonly choices: Choices | undefined;
  /** Why it must not be answered; unset when it may. */
  readonly trouble: string | undefined;
}

/**
 * Builds a request from what was found, with its name and its evidence.
 *
 * @param found What was found.
 * @returns The request.
 */
export function buildRequest(found: Found): Request {
  const { choices, trouble } = found;
  // The highlight may move without the dialog becoming another one.
  const own = found.rows.map((row) => row.replace(/^( *)[●›❯>] /, "$1  "));
  const evidence = [...found.evidence, ...choices?.heads ?? []]
    .map((row) => row.trim()).filter((row) => row !== "");
  return {
    kind: found.kind,
    ...found.details,
    complete: trouble === undefined,
    ...(trouble === undefined ? {} : { incompleteBecause: trouble }),
    options: choices?.options ?? [],
    selected: choices?.selected,
    fingerprint: fingerprint([found.kind, ...own]),
    evidence: [...new Set(evidence)].slice(0, mostEvidence),
  };
}
