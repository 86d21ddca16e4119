import type {
  AnsiCQuotedPart,
  DoubleQuotedChild,
  Word as SyntaxWord,
  WordPart,
} from "unbash";
import type { Word } from "./command.ts";
import type { Constant } from "./constants.ts";
import { knownOutput } from "./known_output.ts";
import { expand } from "./parameters.ts";
import type { Scope } from "./reading.ts";
import { numberText } from "./test_builtin.ts";

/**
 * Where a word stands: only assignments undergo no globs and brace expansion,
 * about the `~` in a `NAME=~` that is no assignment the shells disagree, and
 * what runs is never taken from the output of a program.
 */
export type WordUse = "name" | "argument" | "assignment" | "setting";

/** What is gathered while the parts of a word are read. */
interface Gathered {
  /** The dequoted value, as long as every part has one. */
  value: string | undefined;
  /** The pattern that stands for it, as long as no part needs quotes. */
  pattern: string | undefined;
  /** The unquoted characters; quoted ones stand as NUL. */
  bare: string;
  /** Whether something other than a glob makes it dynamic. */
  dynamic: boolean;
  /** Whether something known stands where the text has an expansion. */
  filled: boolean;
  /** Whether a variable in it holds the name of some file. */
  matched: boolean;
  /** What stands in it for a path of which only the place is known. */
  fresh: string | undefined;
  /** Whether it may become several words, or none. */
  splits: boolean;
}

/** Values that unquoted expansion neither splits nor globs. */
const unsplittable = /^[A-Za-z0-9_/.,:=@%+-]+$/;
const tilde = /(^|[=:])~/;
/** Text that is the same in a pattern as in the name that it matches. */
const plainText = /^[\w./@+=:,%-]*$/;

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
  const gathered: Gathered = {
    value: "",
    pattern: "",
    bare: "",
    dynamic: false,
    filled: false,
    matched: false,
    fresh: undefined,
    splits: false,
  };
  if (word.parts === undefined) {
    gathered.bare = bareText(word.text);
    append(gathered, word.value, bareOf(word.text));
  } else {
    for (const part of word.parts) gather(part, scope, gathered);
  }
  if (use === "name" && word.parts?.some(isSubstitution)) {
    return makeWord(word.text, undefined);
  }
  if (use !== "setting") fillHome(gathered, scope);
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

/** Puts the home directory in the place of a `~` at the start. */
function fillHome(gathered: Gathered, scope: Scope): void {
  const [home, ...others] = scope.constants.get("HOME") ?? [];
  if (home === undefined || others.length > 0) return;
  if (!/^~(\/|$)/.test(gathered.bare)) return;
  gathered.bare = gathered.bare.slice(1);
  gathered.filled = true;
  gathered.value &&= home.text + gathered.value.slice(1);
  gathered.pattern = gathered.pattern !== undefined && plainText.test(home.text)
    ? home.text + gathered.pattern.slice(1)
    : undefined;
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

function gather(part: WordPart, scope: Scope, into: Gathered): void {
  switch (part.type) {
    case "Literal":
      append(into, part.value, bareOf(part.text));
      into.bare += bareText(part.text);
      return;
    case "Glob":
      append(
        into,
        part.parts?.every(isLiteral) ?? true ? part.text : undefined,
        bareOf(part.text),
      );
      into.bare += part.text;
      return;
    case "SingleQuoted":
      append(into, part.value, quotedOf(part.value));
      into.bare += "\0";
      return;
    case "AnsiCQuoted":
      append(into, isPortable(part) ? part.value : undefined, undefined);
      into.bare += "\0";
      return;
    case "DoubleQuoted":
      into.bare += "\0";
      for (const child of part.parts) gatherQuoted(child, scope, into);
      return;
    default: {
      const found = constantOf(part, scope);
      // Unquoted, the name of a file may be split and matched again.
      const whole = found !== undefined && found.kind !== "matched" &&
        unsplittable.test(found.text);
      fill(into, whole ? found : undefined);
      into.splits ||= !whole && part.type !== "ArithmeticExpansion" &&
        part.type !== "ProcessSubstitution" && !numberText.test(part.text);
      into.bare += "\0";
    }
  }
}

/**
 * Whether `$'…'` means the same everywhere: what a code point above ASCII
 * becomes depends on the locale, and `\x{41}` is nowhere written down.
 */
function isPortable(part: AnsiCQuotedPart): boolean {
  // deno-lint-ignore no-control-regex
  return /^[\x01-\x7f]*$/.test(part.value) && plainEscapes.test(part.text);
}

const plainEscapes =
  /^\$'([^\\]|\\([abeEfnrtv\\'"?]|[0-7]{1,3}|x[\da-fA-F]{1,2}|u[\da-fA-F]{1,4}|U[\da-fA-F]{1,8}))*'$/;

function isLiteral(part: WordPart): boolean {
  return part.type === "Literal";
}

function gatherQuoted(
  part: DoubleQuotedChild,
  scope: Scope,
  into: Gathered,
): void {
  if (part.type === "Literal") {
    append(into, part.value, quotedOf(part.value));
    return;
  }
  // Only these stay several words inside quotes.
  into.splits ||= /^\$\{?[!#]?(@|\w+\[@\])|@\}$/.test(part.text);
  fill(into, constantOf(part, scope));
}

/** Adds text, and what stands for it in a pattern. */
function append(
  into: Gathered,
  value: string | undefined,
  pattern: string | undefined,
): void {
  into.pattern = pattern === undefined || into.pattern === undefined
    ? undefined
    : into.pattern + pattern;
  if (value === undefined || into.value === undefined) {
    into.value = undefined;
    into.dynamic = true;
  } else {
    into.value += value;
  }
}

/** Adds what an expansion gives. */
function fill(into: Gathered, constant: Constant | undefined): void {
  if (constant === undefined) return append(into, undefined, undefined);
  into.filled = true;
  into.matched ||= constant.kind === "matched";
  if (constant.kind === "fresh") into.fresh = constant.text;
  const { kind, text } = constant;
  append(into, text, kind === "matched" ? text : quotedOf(text));
}

/** What stands in a pattern for unquoted text. */
function bareOf(text: string): string | undefined {
  return text.includes("\\") ? undefined : text;
}

/** What stands in a pattern for quoted text. */
function quotedOf(text: string): string | undefined {
  return plainText.test(text) ? text : undefined;
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

/** Unquoted text with each escaped character replaced by NUL. */
function bareText(text: string): string {
  return text.replace(/\\\n/g, "").replace(/\\./gs, "\0");
}
