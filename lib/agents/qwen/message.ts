/** Texts that end Qwen Code when they are sent alone. */
const ending = /^\s*(?:exit|quit|:q!?|:wq!?)\s*$/i;

/** Begins a shell command, or one of Qwen Code's own commands or panels. */
const sign = /^\s*[!/?]/;

/**
 * Words a message so that Qwen Code takes it as one.
 *
 * Sent as it is, `/…` would be one of Qwen's own commands, `!…` could be run
 * by a shell, `exit` would end it, and a backslash at the end would turn the
 * Enter that sends it into a newline. A file named with `@` is read for the
 * model; that is left as it is.
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
 * assert.equal(message("exit"), "Message: exit");
 * ```
 */
export function message(text: string): string {
  const led = sign.test(text) || ending.test(text)
    ? `Message: ${text.trimStart()}`
    : text;
  return led.endsWith("\\") ? `${led} ` : led;
}
