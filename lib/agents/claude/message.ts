/** Texts that end Claude Code when they are sent alone. */
const ending = /^\s*(?:exit|quit|:q!?|:wq!?)\s*$/i;

/** Begins a shell command, or one of Claude's own commands. */
const sign = /^\s*[!/]/;

/**
 * Words a message so that Claude Code takes it as one.
 *
 * Sent as it is, `!…` would be run by a shell, `/…` would be one of Claude's
 * own commands, `exit` would end it, and a backslash at the end would turn the
 * Enter that sends it into a newline.
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
  const led = sign.test(text) || ending.test(text)
    ? `Message: ${text.trimStart()}`
    : text;
  return led.endsWith("\\") ? `${led} ` : led;
}
