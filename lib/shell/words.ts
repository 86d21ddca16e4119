import type { DoubleQuotedChild, Word as SyntaxWord, WordPart } from "unbash";
import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import { knownOutput } from "./known_output.ts";
import { expand } from "./parameters.ts";
import type { Scope } from "./reading.ts";
import { fillHome, gatherParts } from "./word_parts.ts";

/**
 * Where a word stands: only assignments undergo no globs and brace expansion,
 * about the `~` in a `NAME=~` that is no assignment the shells disagree, and
 * what runs is never taken from the output of a program.
 */
export type WordUse = "name" | "argument" | "assignment" | "setting";

const tilde = /(^|[=:])~/;
/**
 * Reads a word as the program would receive it.
 *
 * @param word The word of the syntax tree.
 * @param scope The variables whose value is certain.
 * @param use Where the word stands.
 * @returns The word; its value is unset when only running it could tell.
 */
export function readWord(
  word: SyntaxWord,
  scope: Scope,
  use: WordUse = "argument",
): Word {
  const gathered = gatherParts(word, (part) => constantOf(part, scope));
  if (use === "name" && word.parts?.some(isSubstitution)) {
    return makeWord(word.text, undefined);
  }
  if (use !== "setting") fillHome(gathered, scope.constants.get("HOME"));
  const expands = use !== "assignment";
  const globbed = hasGlob(gathered.bare);
  const pattern = gathered.filled ? gathered.pattern : word.text;
  const dynamic = gathered.dynamic || gathered.value === undefined ||
    gathered.value.includes("\0") || tilde.test(gathered.bare) ||
    (expands && hasBraces(gathered.bare)) ||
    (gathered.fresh !== undefined && gathered.value !== gathered.fresh) ||
    (gathered.matched && (pattern === undefined || globbed && !expands));
  const glob = gathered.matched || (expands && globbed);
  if (dynamic || glob && pattern === undefined) {
    const splits = expands && (gathered.splits || hasBraces(gathered.bare));
    const open = { text: word.text, value: undefined, glob: false };
    return splits ? { ...open, splits } : open;
  }
  return glob
    ? { text: pattern!, value: undefined, glob: true }
    : { text: word.text, value: gathered.value, glob: false };
}

/**
 * Whether a word holds a path that a program makes up or finds as it runs.
 *
 * @param word The word of the syntax tree.
 * @param scope What is known when it is expanded.
 * @returns Whether what is known of it stands for such a path.
 */
export function isMade(word: SyntaxWord, scope: Scope): boolean {
  const made = (part: WordPart | DoubleQuotedChild): boolean =>
    part.type === "DoubleQuoted"
      ? part.parts.some(made)
      : constantOf(part, scope)?.kind === "fresh";
  return word.parts?.some(made) ?? false;
}

function isSubstitution(part: WordPart | DoubleQuotedChild): boolean {
  return part.type === "CommandExpansion" ||
    part.type === "DoubleQuoted" && part.parts.some(isSubstitution);
}

/**
 * A word whose value was worked out elsewhere.
 *
 * @param text The word as written.
 * @param value Its value, if static.
 * @returns The word.
 */
export function makeWord(text: string, value: string | undefined): Word {
  return { text, value, glob: false };
}

/**
 * Whether a word is the same however often the line is run.
 *
 * @param word The word.
 * @returns Whether its value is known.
 *
 * @example Usage
 * ```ts
 * import { isStatic, parse } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const [command] = parse("ls src $HOME", {}).commands;
 * assert.deepEqual(command!.arguments.map(isStatic), [true, false]);
 * ```
 */
export function isStatic(word: Word): word is Word & { value: string } {
  return word.value !== undefined;
}

function constantOf(
  part: WordPart | DoubleQuotedChild,
  scope: Scope,
): Constant | undefined {
  return part.type === "CommandExpansion"
    ? knownOutput(part.script, scope, (word) => readWord(word, scope))
    : expand(part, scope);
}

function hasBraces(bare: string): boolean {
  const inside = between(bare, "{", "}");
  return inside.includes(",") || inside.includes("..");
}

function hasGlob(bare: string): boolean {
  return /[*?]/.test(bare) || between(bare, "[", "]") !== "";
}

/** What stands between the first of one character and the last of another. */
function between(text: string, first: string, last: string): string {
  const from = text.indexOf(first);
  const to = text.lastIndexOf(last);
  return from >= 0 && to > from ? text.slice(from + 1, to) : "";
}
