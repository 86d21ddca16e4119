import type { DoubleQuotedChild, Word as SyntaxWord, WordPart } from "unbash";
import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import { knownOutput } from "./known_output.ts";
import { anyNumber } from "./output_table.ts";
import { expand } from "./parameters.ts";
import type { Scope } from "./reading.ts";
import { numberText } from "./test_builtin.ts";
import { fillHome, type Gathered, gatherParts } from "./word_parts.ts";

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
  return wordOf(word.text, gathered, use);
}

/**
 * Reads a word of a command line, which may turn out to be none.
 *
 * @param word The word of the syntax tree.
 * @param scope The variables whose value is certain.
 * @returns The word, and what it is where something in it turns out to be
 * empty; `undefined` stands for no word at all.
 */
export function readArgument(
  word: SyntaxWord,
  scope: Scope,
): readonly [Word | undefined, ...(Word | undefined)[]] {
  const whole = gatherParts(word, (part) => constantOf(part, scope));
  const known = whole.like !== undefined && !whole.several;
  if (!known || whole.optional === undefined) {
    return [argumentOf(word, whole, scope)];
  }
  const least = gatherParts(word, (part) => {
    const known = constantOf(part, scope);
    const empty = known?.kind === "like" && known.optional !== undefined;
    return empty ? { kind: "exact", text: "" } : known;
  });
  return [argumentOf(word, whole, scope), argumentOf(word, least, scope)];
}

function argumentOf(
  { text }: SyntaxWord,
  gathered: Gathered,
  scope: Scope,
): Word | undefined {
  fillHome(gathered, scope.constants.get("HOME"));
  const none = !gathered.stays && !gathered.splits && gathered.value === "";
  return none ? undefined : wordOf(text, gathered, "argument");
}

/** What is known of a word after all that was gathered of it. */
function wordOf(text: string, gathered: Gathered, use: WordUse): Word {
  const { bare, value, sample, like, fresh, matched, splits } = gathered;
  const firm = gathered.optional === undefined;
  const expands = use !== "assignment";
  const globbed = hasGlob(bare);
  const pattern = gathered.filled ? gathered.pattern : text;
  const odd = gathered.dynamic || sample === undefined ||
    sample.includes("\0") || tilde.test(bare) ||
    (expands && hasBraces(bare)) ||
    (fresh !== undefined && value !== fresh) ||
    (matched && (pattern === undefined || globbed && !expands));
  const open = { text, value: undefined, glob: false };
  if (odd) {
    return expands && (splits || hasBraces(bare))
      ? { ...open, splits: true }
      : open;
  }
  const glob = matched || (expands && globbed);
  // What looks like one line does not look like several.
  if (gathered.several) return splits && expands ? { ...open, splits } : open;
  if (splits && expands) {
    if (!matched || like !== undefined) return { ...open, splits };
    return { ...open, splits, like: { kind: "files", sample, firm, pattern } };
  }
  if (glob) {
    return pattern === undefined ? open : { ...open, text: pattern, glob };
  }
  if (like === undefined) return { text, value, glob };
  const joined = like === "job" && gathered.pieces > 1;
  const kind = joined ? "number" : like;
  return { ...open, like: { kind, sample, firm, pattern } };
}

/**
 * What an assignment gives a variable, if that is known.
 *
 * @param word The assigned value.
 * @param scope What is known when it is expanded.
 * @returns The value, with a note of when there is nothing instead.
 */
export function readAssigned(
  word: SyntaxWord,
  scope: Scope,
): Constant | undefined {
  const gathered = gatherParts(word, (part) => constantOf(part, scope));
  fillHome(gathered, scope.constants.get("HOME"));
  const { text, value, glob, like } = wordOf(word.text, gathered, "assignment");
  const { pattern, optional, pieces } = gathered;
  // If something is missing, the rest means something else.
  if (optional !== undefined && pieces > 1) return undefined;
  const when = optional === undefined ? {} : { optional };
  if (value !== undefined) return { kind: "exact", text: value, ...when };
  if (glob) return { kind: "matched", text, ...when };
  if (like === undefined) return undefined;
  return {
    kind: "like",
    text: like.sample,
    like: like.kind,
    pattern,
    ...when,
  };
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
  if (part.type === "CommandExpansion") {
    const read = (word: SyntaxWord) => readWord(word, scope);
    const [only, ...others] = knownOutput(part.script, scope, read) ?? [];
    return others.length === 0 ? only : undefined;
  }
  return numberOf(part) ?? expand(part, scope);
}

/** What a parameter or arithmetic looks like that is always a number. */
function numberOf(part: WordPart | DoubleQuotedChild): Constant | undefined {
  const calculated = part.type === "ArithmeticExpansion" &&
    part.text.startsWith("$((");
  if (!calculated && !numberText.test(part.text)) return undefined;
  // Before any job was started, this is empty.
  return /^\$\{?!/.test(part.text)
    ? { ...anyNumber, like: "job", optional: "empty" }
    : anyNumber;
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
