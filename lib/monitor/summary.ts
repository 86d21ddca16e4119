import type { Request } from "../agents/mod.ts";

/**
 * Puts a request into one line, for lists.
 *
 * @example Usage
 * ```ts
 * import { summaryOf } from "./summary.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   summaryOf({
 *     kind: "write",
 *     path: "src/app.ts",
 *     complete: true,
 *     options: [],
 *     selected: undefined,
 *     fingerprint: "",
 *     evidence: [],
 *   }),
 *   "write src/app.ts",
 * );
 * ```
 *
 * @param request The request.
 * @returns One line.
 */
export function summaryOf(request: Request): string {
  if (request.command !== undefined) {
    return visible(request.command.replaceAll(/ *\n\s*/g, " ⏎ "));
  }
  const object = request.path ?? request.url ?? request.query ??
    toolOf(request) ?? request.description ?? "";
  return visible(`${request.kind} ${object}`.trim().replaceAll(/\s+/g, " "));
}

/** How much of what a tool is given stands in a list. */
const shownInput = 120;

/** A server's tool and what it is given. */
function toolOf({ server, tool, input }: Request): string | undefined {
  if (server === undefined || tool === undefined) return undefined;
  const text = input === undefined ? "" : JSON.stringify(input);
  const shown = text.length > shownInput
    ? `${text.slice(0, shownInput - 1)}…`
    : text;
  return [server, tool, shown].filter((part) => part !== "").join(" ");
}

/** Puts in names for what a terminal obeys, or shows as nothing. */
function visible(text: string): string {
  return text.replaceAll(
    /(?! )[\p{Cc}\p{Cf}\p{Z}]/gu,
    (character) =>
      `<U+${
        character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")
      }>`,
  );
}
