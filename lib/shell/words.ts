import type {
  AnsiCQuotedPart,
  DoubleQuotedChild,
  Word as SyntaxWord,
  WordPart,
} from "unbash";
import type { Word } from "./command.ts";
import type { Scope } from "./reading.ts";

/** Where a word stands: only arguments undergo globs and brace expansion. */
export type WordUse = "argument" | "assignment";

/** What is gathered while the parts of a word are read. */
interface Gathered {
  /** The dequoted value, as long as every part has one. */
  value: string | undefined;
  /** The unquoted characters; quoted ones stand as NUL. */
  bare: string;
  /** Whether something other than a glob makes it dynamic. */
  dynamic: boolean;
}

/** Values that unquoted expansion neither splits nor globs. */
const unsplittable = /^[A-Za-z0-9_/.,:=@%+-]+$/;
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
  const gathered: Gathered = { value: "", bare: "", dynamic: false };
  if (word.parts === undefined) {
    gathered.value = word.value;
    gathered.bare = bareText(word.text);
  } else {
    for (const part of word.parts) gather(part, scope, gathered);
  }
  const expands = use === "argument";
  const dynamic = gathered.dynamic || gathered.value === undefined ||
    gathered.value.includes("\0") || tilde.test(gathered.bare) ||
    (expands && hasBraces(gathered.bare));
  const globbed = expands && hasGlob(gathered.bare);
  return {
    text: word.text,
    value: dynamic || globbed ? undefined : gathered.value,
    glob: globbed && !dynamic,
  };
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
      append(into, part.value);
      into.bare += bareText(part.text);
      return;
    case "Glob":
      append(
        into,
        part.parts?.every(isLiteral) ?? true ? part.text : undefined,
      );
      into.bare += part.text;
      return;
    case "SingleQuoted":
      append(into, part.value);
      into.bare += "\0";
      return;
    case "AnsiCQuoted":
      append(into, isPortable(part) ? part.value : undefined);
      into.bare += "\0";
      return;
    case "DoubleQuoted":
      into.bare += "\0";
      for (const child of part.parts) gatherQuoted(child, scope, into);
      return;
    case "SimpleExpansion":
    case "ParameterExpansion": {
      const value = constantOf(part, scope);
      const whole = value !== undefined && unsplittable.test(value);
      append(into, whole ? value : undefined);
      into.bare += "\0";
      return;
    }
    default:
      append(into, undefined);
      into.bare += "\0";
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
  if (part.type === "Literal") return append(into, part.value);
  const expanded = part.type === "SimpleExpansion" ||
    part.type === "ParameterExpansion";
  append(into, expanded ? constantOf(part, scope) : undefined);
}

function append(into: Gathered, value: string | undefined): void {
  if (value === undefined || into.value === undefined) {
    into.value = undefined;
    into.dynamic = true;
  } else {
    into.value += value;
  }
}

function constantOf(part: WordPart, scope: Scope): string | undefined {
  if (part.type === "SimpleExpansion") {
    return scope.constants.get(part.text.slice(1));
  }
  const plain = part.type === "ParameterExpansion" &&
    part.text === `\${${part.parameter}}`;
  return plain ? scope.constants.get(part.parameter) : undefined;
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
