/** What needs no quotes. A word that begins with `%if` would be a directive. */
const plain = /^(?:%\d+|[A-Za-z0-9_@+:,./][A-Za-z0-9_@%+:,./=-]*)$/;

/** Options are plain too; anything else that begins with `-` is quoted. */
const option = /^-{1,2}[A-Za-z]*$/;

/**
 * Quotes one argument for a line of tmux commands.
 *
 * tmux reads a control client's input line by line and expands `$`, `~` (even
 * inside double quotes), braces and comments before it looks at a command, so
 * everything that is not plain is escaped: the argument arrives as it was
 * given, newlines and all. NUL cannot be carried and is left out.
 *
 * @example Usage
 * ```ts
 * import { quote } from "./quote.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(quote("%3"), "%3");
 * assert.equal(quote("a;\n$b"), '"a;\\012\\$b"');
 * ```
 *
 * @param argument Any text.
 * @returns The text as one word of tmux's command language.
 */
export function quote(argument: string): string {
  if (plain.test(argument) || option.test(argument)) return argument;
  const escaped = argument
    .replaceAll("\0", "")
    .replace(/\p{Cc}|["\\$~#]/gu, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 || code === 0x7f
        ? `\\${code.toString(8).padStart(3, "0")}`
        : character < "\x7f"
        ? `\\${character}`
        : character;
    });
  return `"${escaped}"`;
}

/**
 * Quotes a whole command.
 *
 * @example Usage
 * ```ts
 * import { quoteCommand } from "./quote.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(quoteCommand(["kill-session", "-t", "=a b"]), 'kill-session -t "=a b"');
 * ```
 *
 * @param words The command's name and its arguments.
 * @returns One line without a newline.
 */
export function quoteCommand(words: readonly string[]): string {
  return words.map(quote).join(" ");
}
