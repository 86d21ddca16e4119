/** Begins a shell command, or one of Gemini's own commands, or a panel. */
const sign = /^\s*[!/?]/;

/**
 * Words a message so that Gemini CLI takes it as one.
 *
 * @param text The message.
 * @returns The text to type.
 */
export function message(text: string): string {
  return sign.test(text) ? `Message: ${text.trimStart()}` : text;
}
