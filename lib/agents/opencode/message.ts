/** Texts that end OpenCode when they are sent alone. */
const ending = /^\s*(?:exit|quit|:q)\s*$/i;

/** Begins a shell command, or one of OpenCode's own commands. */
const sign = /^\s*[!/]/;

/**
 * Words a message so that OpenCode takes it as one.
 *
 * Sent as it is, `!…` would be run by a shell at once and without asking,
 * `/…` would be one of OpenCode's own commands, and `exit` would end it.
 *
 * @param text The message.
 * @returns The text to type.
 *
 * @example Usage
 * ```ts
 * import { message } from "./message.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(message("use npm"), "use npm");
 * assert.equal(message("!date"), "Message: !date");
 * ```
 */
export function message(text: string): string {
  return sign.test(text) || ending.test(text)
    ? `Message: ${text.trimStart()}`
    : text;
}
