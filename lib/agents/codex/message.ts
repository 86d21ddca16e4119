/** Texts that end Codex when they are sent alone. */
const ending = /^\s*(?:exit|quit|:q!?|:wq!?)\s*$/i;

/** Begins a shell command, one of Codex's own commands, or a list of them. */
const sign = /^\s*[!/?#$]/;

/**
 * Words a message so that Codex takes it as one: sent as it is, `!…` would be
 * run by a shell, `/…` would be one of Codex's own commands.
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
