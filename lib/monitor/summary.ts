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
  const object = request.path ?? request.url ?? request.description ?? "";
  return visible(`${request.kind} ${object}`.trim().replaceAll(/\s+/g, " "));
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
