import type { RecordedCall, Request } from "../agents/mod.ts";

/** What says all of a request that is neither a command nor about a file. */
type Named = Pick<
  Request,
  "kind" | "url" | "query" | "server" | "tool" | "input"
>;

/** Kinds whose dialogs do not draw all that a call would do. */
const named: ReadonlySet<string> = new Set(["fetch", "mcp"]);

/**
 * Tells whether a request is for an address or a tool.
 *
 * @param request The request.
 * @returns Whether it is.
 */
export function isNamed({ kind }: Pick<Request, "kind">): boolean {
  return named.has(kind);
}

/**
 * Puts all that says what would be fetched or called into one text.
 *
 * @param request The request or the call.
 * @returns The text; `undefined` where not all of it is known.
 */
export function nameOf(request: Named | RecordedCall): string | undefined {
  const { kind, url, query, server, tool, input } = request as Named;
  if (kind === "fetch") return url ?? query;
  if (kind !== "mcp" || !server || !tool || !input) return undefined;
  return JSON.stringify([server, tool, input]);
}

/**
 * Tells whether a dialog may be that of a call which was told exactly. Servers
 * and tools are drawn as they call themselves, which may be another name.
 *
 * @param dialog The dialog.
 * @param told The call.
 * @returns Whether it may be.
 */
export function mayBeDrawnAs(dialog: Request, told: Request): boolean {
  if (dialog.kind !== told.kind || !isNamed(told)) return false;
  if (dialog.helper === undefined && told.helper !== undefined) return false;
  if (told.kind === "fetch") {
    return dialog.url === told.url &&
      (dialog.query === undefined || dialog.query === told.query);
  }
  return plain(dialog.server) === plain(told.server) &&
    plain(dialog.tool) === plain(told.tool);
}

/** A name without what it is written with. */
function plain(name: string | undefined): string | undefined {
  return name?.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Gives a request as it may be judged and learned from: what a dialog does not
 * draw whole counts only where a hook has told it.
 *
 * @param hides What the kind of agent does not draw; unset where it draws all.
 * @param request The request.
 * @returns The request; incomplete where nobody has told all of it.
 */
export function asTold(hides: string | undefined, request: Request): Request {
  if (hides === undefined || !isNamed(request) || request.told) return request;
  if (!request.complete) return request;
  return {
    ...request,
    complete: false,
    incompleteBecause: request.kind === "mcp"
      ? "no hook tells the tool and what it is given"
      : "no hook tells the address",
  };
}
