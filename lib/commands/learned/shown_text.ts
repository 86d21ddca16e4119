/**
 * Makes a text from a file fit to be shown: nothing in it can move the cursor,
 * hide or reorder what stands beside it.
 *
 * @example Usage
 * ```ts
 * import { shownText } from "./shown_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shownText("npm \x1b[2Ktest"), "npm \ufffd[2Ktest");
 * ```
 *
 * @param text The text.
 * @returns The text on one line, with `\ufffd` for what cannot be seen.
 */
export function shownText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
