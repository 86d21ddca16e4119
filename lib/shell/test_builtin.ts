import type { Word } from "./command.ts";

/** Parameters that are one number, however they are expanded. */
export const numberText: RegExp = /^\$(\{?[#?$!]\}?|\{#\w+(\[[@*]\])?\})$/;

/** Operators of `test` between two words: test(1), bash(1). */
const between: ReadonlySet<string | undefined> = new Set([
  "=",
  "==",
  "!=",
  "<",
  ">",
  "-eq",
  "-ne",
  "-lt",
  "-le",
  "-gt",
  "-ge",
  "-nt",
  "-ot",
  "-ef",
]);

/**
 * Why a call of `test` or `[` cannot be told from its text, if it cannot.
 *
 * `-v` evaluates the subscript of the name behind it, so nothing that is only
 * known at run time may become that operator or its operand.
 *
 * @param words The words after the name.
 * @returns A short phrase, `undefined` if there is nothing against it.
 */
export function refusalOfTest(words: readonly Word[]): string | undefined {
  const evaluated = words.some((word, index) => {
    const next = words[index + 1];
    if (word.value === "-v" || word.value === "-R") {
      return next !== undefined && !/^(\w+|\])$/.test(next.value ?? "[");
    }
    if (word.value !== undefined || numberText.test(word.text)) return false;
    // It starts with no dash, and is one word.
    if (word.like !== undefined && word.like.kind !== "files") return false;
    // An unquoted expansion may be several words.
    if (!/^".*"$/s.test(word.text) || /[@*]/.test(word.text)) return !word.glob;
    // A quoted one may be an operator unless one follows.
    const last = next === undefined || next.value === "]" ||
      next.value === "-a" || next.value === "-o" || next.value === ")";
    return !last && !between.has(next.value);
  });
  return evaluated ? "evaluated variable name" : undefined;
}
