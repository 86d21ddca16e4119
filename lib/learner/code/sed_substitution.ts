/**
 * Reads a script of sed that is one plain substitution, such as `s/a\.b/c/g`.
 *
 * Only what every sed does alike that knows `-i` without a suffix is read:
 * patterns of plain characters and dots, which may be bound to the start or the
 * end of a line, and replacements of plain text.
 *
 * @example Usage
 * ```ts
 * import { readSubstitution } from "./sed_substitution.ts";
 * import assert from "node:assert/strict";
 *
 * const change = readSubstitution("s/a/b/")!;
 * assert.equal(change("aa\nca\n"), "ba\ncb\n");
 * assert.equal(readSubstitution("s/a*\\(b\\)/\\1/"), undefined);
 * ```
 *
 * @param script The script.
 * @returns What it makes of a text, which is `undefined` where that hangs on
 * how letters are encoded; `undefined` if the script cannot be told.
 */
export function readSubstitution(
  script: string,
): ((text: string) => string | undefined) | undefined {
  const [, delimiter, pattern, replacement, flags] =
    /^s([^\w\s\\;{}&])((?:(?!\1)[^\\\n]|\\[^\n])*)\1((?:(?!\1)[^\\\n]|\\[^\n])*)\1(g?)$/
      .exec(script) ?? [];
  if (delimiter === undefined || !pattern) return undefined;
  const found = patternOf(pattern, delimiter);
  const given = replacementOf(replacement!, delimiter);
  if (found === undefined || given === undefined) return undefined;
  const expression = new RegExp(found, flags === "g" ? "gu" : "u");
  return (text) =>
    found.includes("[^]") && !isAscii.test(text)
      ? undefined
      : text.split("\n").map((line, index, lines) =>
        // Behind the last newline there is no line.
        index === lines.length - 1 && line === ""
          ? line
          : line.replace(expression, () => given)
      ).join("\n");
}

// deno-lint-ignore no-control-regex
const isAscii = /^[\x01-\x7f]*$/;

/** Characters that stand for themselves in patterns of every sed. */
const plain = /^[^\\.[\]*^$+?(){}|\n]$/u;

/** Those that do so behind a backslash. */
const escaped = /^[\\.[\]*^$/]$/;

function patternOf(pattern: string, delimiter: string): string | undefined {
  // One that means something in patterns may be read in two ways.
  const odd = /[.[\]*^$+?()|]/.test(delimiter);
  const start = pattern.startsWith("^");
  const end = /(?:^|[^\\])(?:\\\\)*\$$/.test(pattern) && pattern.length > 1;
  let at = start ? 1 : 0;
  const last = pattern.length - (end ? 1 : 0);
  let source = "";
  while (at < last) {
    const character = String.fromCodePoint(pattern.codePointAt(at)!);
    const next = pattern[at + 1] ?? "";
    if (character === "\\" && isPlainly(next)) {
      source += literal(next);
      at += 2;
    } else if (character === ".") {
      const star = next === "*";
      // A star after a star is read in two ways.
      if (star && pattern[at + 2] === "*") return undefined;
      source += star ? "[^]*" : "[^]";
      at += star ? 2 : 1;
    } else if (/[(){}+?|]/.test(character) || plain.test(character)) {
      source += literal(character);
      at += character.length;
    } else {
      return undefined;
    }
  }
  if (source === "") return undefined;
  function isPlainly(next: string): boolean {
    return next === delimiter ? !odd : escaped.test(next);
  }
  return `${start ? "^" : ""}${source}${end ? "$" : ""}`;
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
}

function replacementOf(text: string, delimiter: string): string | undefined {
  let known = true;
  const given = text.replace(/\\([\s\S])|&/g, (whole, next?: string) => {
    if (next === "\\" || next === "&" || next === delimiter) return next;
    if (next === "n") return "\n";
    known = false;
    return whole;
  });
  return known ? given : undefined;
}
