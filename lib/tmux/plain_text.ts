/**
 * Takes out what a terminal would act on instead of showing it.
 *
 * Escape sequences could end a bracketed paste early, and control characters
 * are keys. Newlines and tabs stay; a carriage return is a newline.
 *
 * @example Usage
 * ```ts
 * import { plainText } from "./plain_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainText("a\r\nb\u001b[201~\tc"), "a\nb[201~\tc");
 * ```
 *
 * @param text Any text.
 * @returns The text without C0 (but `\n` and `\t`), DEL and C1 characters.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "");
}
