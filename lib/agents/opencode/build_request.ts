import type { Option, Request, RequestKind } from "../agent.ts";
import { fingerprint } from "../fingerprint.ts";

/** The most rows that are looked for again before a key is sent. */
const mostEvidence = 60;

/** What a panel's rows say. */
export interface Found {
  /** What it asks for. */
  readonly kind: RequestKind;
  /** What else is known of it. */
  readonly details?: Partial<Request>;
  /** The panel's rows that tell it from other panels. */
  readonly rows: readonly string[];
  /** What can be chosen. */
  readonly options: readonly Option[];
  /** Index of the highlighted option, if it can be told. */
  readonly selected?: number | undefined;
  /** Why it must not be answered; unset when it may. */
  readonly trouble?: string | undefined;
}

/**
 * Builds a request from what was found, with its name and its evidence.
 *
 * @param found What was found.
 * @returns The request.
 */
export function buildRequest(found: Found): Request {
  const { trouble, selected } = found;
  const evidence = found.rows.map((row) => row.trim())
    .filter((row) => row !== "");
  return {
    kind: found.kind,
    ...found.details,
    complete: trouble === undefined,
    ...(trouble === undefined ? {} : { incompleteBecause: trouble }),
    options: found.options,
    selected,
    fingerprint: fingerprint([found.kind, ...found.rows]),
    evidence: [...new Set(evidence)].slice(0, mostEvidence),
  };
}
