import type { Option, Request, RequestKind } from "../agent.ts";
import { fingerprint } from "../fingerprint.ts";

/** The most rows that are looked for again before a key is sent. */
const mostEvidence = 60;

/** What was found of a dialog. */
export interface FoundDialog {
  /** What kind of request it is. */
  readonly kind: RequestKind;
  /** What else is known of it. */
  readonly details?: Partial<Request>;
  /** The dialog's own rows. */
  readonly rows: readonly string[];
  /** The rows of its options that must still be there for a key. */
  readonly heads: readonly string[];
  /** Its options. */
  readonly options: readonly Option[];
  /** Index of the highlighted one. */
  readonly selected: number | undefined;
  /** Why it must not be answered; unset when it may. */
  readonly trouble: string | undefined;
}

/**
 * Builds the request from what was found, with its name and its evidence.
 *
 * @param found What was found.
 * @returns The request.
 */
export function buildRequest(found: FoundDialog): Request {
  // The highlight may move without the dialog becoming another one, and where
  // its rows stand in the pane says nothing.
  const own = found.rows.map((row) => row.replace(/^( *)› /, "$1  "))
    .filter((row) => row !== "");
  const shown = found.rows.filter((row) => !/^ *(?:› )?\d+\. /.test(row))
    .map((row) => row.trim());
  const evidence = [...shown, ...found.heads].filter((row) => row !== "");
  return {
    kind: found.kind,
    ...found.details,
    complete: found.trouble === undefined,
    ...(found.trouble === undefined
      ? {}
      : { incompleteBecause: found.trouble }),
    options: found.options,
    selected: found.selected,
    fingerprint: fingerprint([found.kind, ...own]),
    evidence: [...new Set(evidence)].slice(0, mostEvidence),
  };
}
