import {
  confirm,
  fingerprint,
  type HookEvent,
  mayBeUndrawn,
  type Request,
  type RequestKind,
} from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import { isNamed, mayBeDrawnAs, nameOf } from "./named_request.ts";

/** What an agent reports when it is about to ask. */
export type PermissionReport = Extract<HookEvent, { event: "permission" }>;

/** What a report has told, as the journal keeps it. */
interface ToldRequest extends Request {
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

/** A dialog, held against what hooks have told. */
export interface Compared {
  /** The dialog, with the exact command where a hook has told it. */
  readonly request: Request;
  /** The request in the journal that this is the dialog of. */
  readonly row: RequestRecord | undefined;
}

/**
 * Finds the request that a dialog belongs to among those that hooks have told.
 *
 * @param request The dialog.
 * @param told What hooks have told and is not closed.
 * @returns The dialog, incomplete where it should belong to one of them and
 * fits none.
 */
export function compare(
  request: Request,
  told: readonly RequestRecord[],
): Compared {
  if (told.length === 0) return { request, row: undefined };
  if (isNamed(request)) {
    const named = compareNamed(request, told);
    if (named !== undefined) return named;
  }
  if (!judged.has(request.kind)) return shownAsOther(request, told);
  const fitting = told.filter((one) => fits(request, one.request as Request));
  const row = toldOf(request, fitting);
  if (row !== undefined) {
    // What looks the same need not be the same.
    const unlike = told.some((one) =>
      !isShown(one) &&
      (fitting.includes(one)
        ? !isSame(one.request as Request, row.request as Request)
        : isUndrawn(one.request as Request))
    );
    return unlike
      ? { request: differing(request), row: undefined }
      : { request: exact(request, row.request as Request), row };
  }
  // What has its dialog, or was answered, is not what this one is for.
  const expected = told.filter((one) =>
    one.status !== "answering" && !isShown(one)
  );
  if (!request.complete && !request.settledByRecord) {
    // What cannot be read whole cannot be told to be another one either.
    const row = only(expected, request);
    return {
      request: row ? exact(request, row.request as Request) : request,
      row,
    };
  }
  return {
    request: expected.length > 0 ? differing(request) : request,
    row: undefined,
  };
}

/**
 * A dialog for an address or a tool, of which a hook has told more than it
 * draws. Where it is drawn by another name it is known whose dialog it is, and
 * no more: a person has to read it there.
 */
function compareNamed(
  request: Request,
  told: readonly RequestRecord[],
): Compared | undefined {
  const unseen = told.filter((one) => !isShown(one));
  const open = unseen.filter(({ status }) => status !== "answering");
  const fitting = (rows: readonly RequestRecord[]) =>
    only(
      rows.filter((one) => mayBeDrawnAs(request, one.request as Request)),
      request,
    );
  const row = told.find((one) => isDialogOf(one, request)) ??
    fitting(open) ?? fitting(unseen) ?? only(open, request);
  if (row === undefined) return undefined;
  const call = row.request as Request;
  if (!mayBeDrawnAs(request, call)) return { request, row };
  return { request: exact(request, call), row };
}

/**
 * A dialog that shows something else than what its hook has told: it is known
 * what it is for, but nobody can read it there.
 */
function shownAsOther(
  request: Request,
  told: readonly RequestRecord[],
): Compared {
  const [row, ...others] = told.filter((one) =>
    !isShown(one) && (one.request as ToldRequest).shownAs === request.kind
  );
  if (row === undefined || others.length > 0) {
    return { request, row: undefined };
  }
  const { kind, command, path, call } = row.request as Request;
  const { settledByRecord: _, url: __, path: ___, ...dialog } = request;
  const shown: ToldRequest = {
    ...dialog,
    kind,
    shownAs: request.kind,
    ...(command !== undefined && { command, readings: [command] }),
    ...(path !== undefined && { path }),
    ...(call !== undefined && { call }),
    complete: false,
    incompleteBecause: request.incompleteBecause ??
      "its dialog shows something else",
  };
  return { row, request: shown };
}

/** The one of these that a dialog can be of, if there is but one. */
function only(
  rows: readonly RequestRecord[],
  { kind }: Request,
): RequestRecord | undefined {
  const [first, ...others] = rows.filter((row) =>
    (row.request as Request).kind === kind
  );
  return others.length === 0 ? first : undefined;
}

/**
 * Finds a dialog that was seen before its hook was heard.
 *
 * @param request What the hook has told.
 * @param rows Requests with dialogs.
 * @returns The request in the journal.
 */
export function shownOf(
  request: Request,
  rows: readonly RequestRecord[],
): RequestRecord | undefined {
  // With a note, a person has to look at that very dialog.
  return rows.find((row) =>
    isShown(row) && row.note === undefined &&
    (row.request as ToldRequest).shownAs === undefined &&
    !isOtherCall(row.request as Request, request) &&
    fits(row.request as Request, request)
  );
}

/**
 * Holds a dialog that a hook has told against the agent's own record.
 *
 * @param told The dialog, with what the hook has told.
 * @param confirmed The same, after the record was asked.
 * @returns The dialog, incomplete where the two say different things.
 */
export function withBoth(told: Request, confirmed: Request): Request {
  return told.command === confirmed.command ? confirmed : differing(confirmed);
}

function toldOf(
  request: Request,
  fitting: readonly RequestRecord[],
): RequestRecord | undefined {
  const unseen = fitting.filter((row) => !isShown(row));
  // Of equal dialogs in a row, the one whose call it is.
  return fitting.find((row) => isDialogOf(row, request)) ??
    fitting.find((row) => isShown(row) && isCallOf(row, request)) ??
    unseen.find((row) => row.status !== "answering") ?? unseen[0] ??
    // While it was drawn, it could not be read, or had no choices yet.
    fitting.find(({ request }) => {
      const { complete, options } = request as Request;
      return !complete || options.length === 0;
    });
}

function isSame(one: Request, other: Request): boolean {
  return one.command === other.command && one.path === other.path &&
    one.directory === other.directory && nameOf(one) === nameOf(other);
}

/** Whether it could be drawn like another one. */
function isUndrawn({ command, path }: Request): boolean {
  return mayBeUndrawn(command) || mayBeUndrawn(path);
}

function isDialogOf(row: RequestRecord, { fingerprint, call }: Request) {
  return row.fingerprint === fingerprint &&
    (call === undefined || (row.request as Request).call === call);
}

/** Whether it is known that two requests are for different calls. */
function isOtherCall({ call }: Request, other: Request): boolean {
  return call !== undefined && other.call !== undefined && call !== other.call;
}

/** Whether it is known that a dialog is for the very same call. */
function isCallOf(row: RequestRecord, { call }: Request): boolean {
  return call !== undefined && (row.request as Request).call === call;
}

/** Whether a dialog is what such a request is shown as. */
function fits(dialog: Request, told: Request): boolean {
  if (isNamed(told)) return mayBeDrawnAs(dialog, told);
  const { kind, command, path } = told;
  const { call } = confirm(dialog, [{
    id: "told",
    kind,
    ...(command !== undefined && { command }),
    ...(path !== undefined && { path }),
    ...(dialog.helper !== undefined && { helper: true }),
  }]);
  return call === "told";
}

/**
 * Puts what a hook has told into its dialog.
 *
 * @param dialog The dialog.
 * @param told What the hook has told.
 * @returns The dialog, with the exact command.
 */
export function exact(dialog: Request, told: Request): Request {
  const { command, path, call, directory } = told;
  const { url, query, server, tool, input } = told;
  const settled = dialog.settledByRecord === true && command !== undefined;
  const { incompleteBecause: _, settledByRecord: __, ...rest } = dialog;
  return {
    ...(settled ? { ...rest, complete: true } : dialog),
    ...(command !== undefined && { command, readings: [command] }),
    ...(told.told && { told: true }),
    ...(path !== undefined && { path }),
    ...(url !== undefined && { url }),
    ...(query !== undefined && { query }),
    ...(server !== undefined && { server }),
    ...(tool !== undefined && { tool }),
    ...(input !== undefined && { input }),
    ...(call !== undefined && { call }),
    ...(directory !== undefined && { directory }),
  };
}

function differing(request: Request): Request {
  const { settledByRecord: _, ...rest } = request;
  return {
    ...rest,
    complete: false,
    incompleteBecause: "the screen and what the agent's hook told differ",
  };
}
