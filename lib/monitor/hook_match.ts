import { confirm, mayBeUndrawn, type Request } from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import { isNamed, mayBeDrawnAs, nameOf } from "./named_request.ts";
import { isDrawn, isShown, type ToldRequest } from "./told_request.ts";
import { differing, exact } from "./with_told.ts";

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
  if (!isDrawn(request)) return shownAsOther(request, told);
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
