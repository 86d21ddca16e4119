import type {
  AnsiCQuotedPart,
  DoubleQuotedChild,
  Word as SyntaxWord,
  WordPart,
} from "unbash";
import type { Likeness } from "./command.ts";
import type { Constant } from "./constants.ts";
import { numberText } from "./test_builtin.ts";

/** What is gathered while the parts of a word are read. */
export interface Gathered {
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
  /** The value with an example wherever only the looks of it are known. */
  sample: string | undefined;
  /** What the examples in it stand for, if there are any. */
  like: Likeness["kind"] | undefined;
  /** When something in it is empty; never if unset. */
  optional: Constant["optional"];
  /** How many pieces it is put together from. */
  pieces: number;
  /** Whether something in it may have several lines. */
  several: boolean;
  /** Whether it begins with what may turn out to be empty. */
  open: boolean;
  /** Whether it holds anything that stands there even if it is empty. */
  stays: boolean;
}

/** Tells what an expansion gives, if that is known. */
type Look = (part: WordPart | DoubleQuotedChild) => Constant | undefined;

/** Values that unquoted expansion neither splits nor globs. */
const unsplittable = /^[A-Za-z0-9_/.,:=@%+-]*$/;

/** Parts that make a word even if nothing is in them. */
const literalParts: ReadonlySet<WordPart["type"]> = new Set<WordPart["type"]>([
  "Literal",
  "Glob",
  "SingleQuoted",
  "DoubleQuoted",
  "AnsiCQuoted",
  "LocaleString",
]);

/** Text that is the same in a pattern as in the name that it matches. */
const plainText = /^[\w./@+=:,%-]*$/;

/**
 * Gathers what is known of a word from its parts.
 *
 * @param word The word of the syntax tree.
 * @param look Tells what an expansion gives.
 * @returns What is known.
 */
export function gatherParts(word: SyntaxWord, look: Look): Gathered {
  const gathered: Gathered = {
    value: "",
    pattern: "",
    bare: "",
    dynamic: false,
    filled: false,
    matched: false,
    fresh: undefined,
    splits: false,
    sample: "",
    like: undefined,
    optional: undefined,
    pieces: 0,
    several: false,
    open: false,
    stays: false,
  };
  if (word.parts === undefined) {
    gathered.stays = true;
    gathered.bare = bareText(word.text);
    append(gathered, word.value, bareOf(word.text));
  } else {
    for (const part of word.parts) gather(part, look, gathered);
  }
  return gathered;
}

/**
 * Puts the home directory in the place of a `~` at the start.
 *
 * @param gathered What was gathered of the word.
 * @param homes The values that `HOME` may have, if they are known.
 */
export function fillHome(
  gathered: Gathered,
  homes: readonly Constant[] | undefined,
): void {
  const [home, ...others] = homes ?? [];
  if (home === undefined || others.length > 0) return;
  if (!/^~(\/|$)/.test(gathered.bare)) return;
  gathered.bare = gathered.bare.slice(1);
  gathered.filled = true;
  gathered.value &&= home.text + gathered.value.slice(1);
  gathered.sample &&= home.text + gathered.sample.slice(1);
  gathered.pattern = gathered.pattern !== undefined && plainText.test(home.text)
    ? home.text + gathered.pattern.slice(1)
    : undefined;
}

function gather(part: WordPart, look: Look, into: Gathered): void {
  into.stays ||= literalParts.has(part.type);
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
      for (const child of part.parts) gatherQuoted(child, look, into);
      return;
    default: {
      const found = look(part);
      // Unquoted, the name of a file may be split and matched again.
      const matched = found?.kind === "matched";
      const whole = found !== undefined &&
        (matched ? found.cut === true : unsplittable.test(found.text)) &&
        found.several !== true;
      const lines = matched || found?.several === true;
      fill(into, whole || lines ? found : undefined);
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
  look: Look,
  into: Gathered,
): void {
  if (part.type === "Literal") {
    append(into, part.value, quotedOf(part.value));
    return;
  }
  // Only these stay several words inside quotes.
  into.splits ||= /^\$\{?[!#]?(@|\w+\[@\])|@\}$/.test(part.text);
  fill(into, look(part));
}

/** Adds text, an example of it, and what stands for it in a pattern. */
function append(
  into: Gathered,
  value: string | undefined,
  pattern: string | undefined,
  sample: string | undefined = value,
): void {
  // With nothing before it, what follows may be the start of the word.
  const loose = into.open && sample !== "";
  if (sample !== "") into.pieces += 1;
  into.pattern = pattern === undefined || into.pattern === undefined || loose
    ? undefined
    : into.pattern + pattern;
  into.dynamic ||= value === undefined && sample === undefined;
  into.value = value === undefined || into.value === undefined
    ? undefined
    : into.value + value;
  into.sample = sample === undefined || into.sample === undefined
    ? undefined
    : into.sample + sample;
}

/** Adds what an expansion gives. */
function fill(into: Gathered, constant: Constant | undefined): void {
  if (constant === undefined) return append(into, undefined, undefined);
  const { kind, text, like, optional } = constant;
  const first = into.sample === "";
  into.filled = true;
  into.matched ||= kind === "matched";
  if (kind === "fresh") into.fresh = text;
  if (kind === "like") {
    into.like = into.like === undefined || into.like === like ? like : "name";
    append(into, undefined, constant.pattern, text);
  } else {
    append(into, text, kind === "matched" ? text : quotedOf(text));
  }
  into.several ||= constant.several === true;
  if (optional === undefined) return;
  into.optional = into.optional === "empty" ? "empty" : optional;
  into.open ||= first;
}

/** What stands in a pattern for unquoted text. */
function bareOf(text: string): string | undefined {
  return text.includes("\\") ? undefined : text;
}

/** What stands in a pattern for quoted text. */
function quotedOf(text: string): string | undefined {
  return plainText.test(text) ? text : undefined;
}

/** Unquoted text with each escaped character replaced by NUL. */
function bareText(text: string): string {
  return text.replace(/\\\n/g, "").replace(/\\./gs, "\0");
}
