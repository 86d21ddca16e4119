/** Begins a shell command, or one of Gemini CLI's own commands or panels. */
const sign = /^\s*[!/?]/;

/**
 * Words a message so that Gemini CLI takes it as one.
 *
 * Sent as it is, `/…` would be one of Gemini's own commands, `!…` could be run
 * by a shell, and a backslash at the end would turn the Enter that sends it
 * into a newline. A file named with `@` is read for the model, and only asked
 * for where it is outside of the project; that is left as it is.
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
 * assert.equal(message("/quit"), "Message: /quit");
 * ```
 */
export function message(text: string): string {
  const led = sign.test(text) ? `Message: ${text.trimStart()}` : text;
  return led.endsWith("\\") ? `${led} ` : led;
}
