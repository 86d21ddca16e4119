/** Blanks of unusual width, and what takes no cell of its own. */
const undrawn = /(?![ \n])[\p{C}\p{Z}\p{M}]/u;

/**
 * Tells whether a text holds characters that an agent's dialog may leave out,
 * with or without what follows them: where one of two calls does, the other may
 * look just like it.
 *
 * @param text The text, if there is one.
 *
 * @example Usage
 * ```ts
 * import { mayBeUndrawn } from "./may_be_undrawn.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(mayBeUndrawn("touch a\u001b]0;; rm -rf b\u0007"));
 * assert.ok(mayBeUndrawn("find . -name x\t-delete"));
 * assert.ok(!mayBeUndrawn("echo a\n\necho b"));
 * ```
 */
export function mayBeUndrawn(text: string | undefined): boolean {
  return text !== undefined && undrawn.test(text);
}
