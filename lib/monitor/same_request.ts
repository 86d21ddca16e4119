import type { Request } from "../agents/mod.ts";

/**
 * Tells whether two dialogs ask for exactly the same, though they may be drawn
 * otherwise: a hint more, another width.
 *
 * @param one A request, as a person was shown it.
 * @param other What its pane shows now.
 * @returns Whether they do; `false` where nothing says what they ask for.
 *
 * @example Usage
 * ```ts
 * import { isSameRequest } from "./same_request.ts";
 * import assert from "node:assert/strict";
 *
 * const request = {
 *   kind: "command",
 *   command: "ls",
 *   complete: true,
 *   options: [],
 *   selected: undefined,
 *   fingerprint: "a",
 *   evidence: [],
 * } as const;
 * assert.ok(isSameRequest(request, { ...request, fingerprint: "b" }));
 * assert.ok(!isSameRequest(request, { ...request, command: "ls -l" }));
 * ```
 */
export function isSameRequest(one: Request, other: Request): boolean {
  const object = one.command ?? one.path ?? one.url ?? one.tool;
  return object !== undefined && one.kind === other.kind &&
    one.complete && other.complete &&
    one.command === other.command && one.path === other.path &&
    one.url === other.url && one.server === other.server &&
    one.tool === other.tool && one.helper === other.helper &&
    // A screen does not tell the folder that a hook has told.
    (other.directory === undefined || one.directory === other.directory) &&
    // Of two calls for the same, a person has seen one.
    (one.call === undefined || one.call === other.call);
}
