import {
  fingerprint,
  type HookEvent,
  type Request,
  type RequestKind,
} from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import { isNamed, nameOf } from "./named_request.ts";

/** What an agent reports when it is about to ask. */
export type PermissionReport = Extract<HookEvent, { event: "permission" }>;

/** What a report has told, as the journal keeps it. */
export interface ToldRequest extends Request {
  /** The kind of its dialog, where that shows something else. */
  readonly shownAs?: RequestKind;
}

/** Requests that are drawn as the very command or file that they are for. */
const judged = new Set(["command", "write", "edit", "read"]);

/**
 * Tells whether a request is judged by what its dialog draws.
 *
 * @param request The request.
 * @returns Whether it is; all else needs a hook, or a person.
 */
export function isDrawn({ kind }: Pick<Request, "kind">): boolean {
  return judged.has(kind);
}

/**
 * Makes a request of a report.
 *
 * @param report What the agent's hook told.
 * @returns The request, without a dialog; `undefined` when it is of a kind that
 * is never judged, or what it would do is not told.
 */
export function requestOf(report: PermissionReport): ToldRequest | undefined {
  const { request, directory, shownAs } = report;
  const { kind, command, path } = request;
  const object = isNamed(request)
    ? nameOf(request)
    : kind === "command"
    ? command
    : judged.has(kind)
    ? path
    : undefined;
  if (!object) return undefined;
  // Where it would be done must be known: in this project, or elsewhere.
  if (directory !== undefined && !directory.startsWith("/")) return undefined;
  return {
    ...request,
    ...(command !== undefined && { readings: [command] }),
    told: true,
    ...(directory !== undefined && { directory }),
    ...(shownAs !== undefined && { shownAs }),
    complete: true,
    options: [],
    selected: undefined,
    fingerprint: fingerprint(["hook", kind, object]),
    evidence: [],
  };
}

/**
 * Tells whether the dialog of a request was ever seen.
 *
 * @param row The request.
 * @returns Whether it was; what only a hook has told has no rows.
 */
export function isShown(row: RequestRecord): boolean {
  return (row.request as Request).evidence.length > 0;
}
