import { type AwkToken, awkTokens } from "./awk_tokens.ts";

/** Functions that only calculate: POSIX, gawk, mawk and the one true awk. */
const functions = new Set(
  "and asort asorti atan2 close compl cos exp fflush gensub gsub index int isarray length log lshift match mktime or patsplit rand rshift sin split sprintf sqrt srand strftime strtonum sub substr systime tolower toupper typeof xor"
    .split(" "),
);

/** Words that may stand before a parenthesis and call nothing. */
const words = new Set(
  "if while for switch print printf return in getline exit delete BEGIN END BEGINFILE ENDFILE else do case"
    .split(" "),
);

/** What gives access to programs, variables, files and everything by name. */
const refused = new Set(
  "system ENVIRON ARGV ARGC SYMTAB FUNCTAB bindtextdomain dcgettext dcngettext include load namespace eval extension"
    .split(" "),
);

/**
 * Whether a program of awk only reads its input, calculates and prints.
 *
 * It must not start programs, open files of its own, look at variables of the
 * machine, or change which files are its input. What cannot be read for certain
 * makes it false.
 *
 * @example Usage
 * ```ts
 * import { isHarmlessAwk } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * assert(isHarmlessAwk("/a|b/ { n += $2 } END { print n }"));
 * assert(!isHarmlessAwk('{ print > "notes.txt" }'));
 * assert(!isHarmlessAwk('BEGIN { system("ls") }'));
 * ```
 *
 * @param program The program.
 * @returns Whether it is harmless.
 */
export function isHarmlessAwk(program: string): boolean {
  const tokens = awkTokens(program);
  if (tokens === undefined) return false;
  const own = new Set<string>();
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]?.text;
    if (before === "function" || before === "func") own.add(token.text);
  });
  let depth = 0;
  /** How deep the `print` is nested whose words are being read. */
  let printing: number | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "regex" && /system|getline|print/.test(token.text)) {
      return false;
    }
    if (token.kind === "name" && !isHarmlessName(tokens, index, own)) {
      return false;
    }
    if (token.kind === "name" && /^printf?$/.test(token.text)) {
      printing = depth;
    }
    if (token.kind !== "sign") continue;
    switch (token.text) {
      case "(":
      case "[":
        depth += 1;
        break;
      case ")":
      case "]":
        depth -= 1;
        break;
      case ";":
      case "}":
      case "{":
        printing = undefined;
        break;
      case "|":
      case "|&":
        return false;
      case ">":
      case ">>":
        if (printing === depth && !isTerminal(tokens, index + 1)) return false;
        if (token.text === ">>" && printing !== depth) return false;
    }
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Where messages go that no file keeps. */
function isTerminal(tokens: readonly AwkToken[], index: number): boolean {
  const [name, after] = tokens.slice(index, index + 2);
  return name?.kind === "text" &&
    /^"\/dev\/(stderr|stdout|null)"$/.test(name.text) &&
    (after === undefined || after.kind === "newline" ||
      /^[;}]$/.test(after.text));
}

function isHarmlessName(
  tokens: readonly AwkToken[],
  index: number,
  own: ReadonlySet<string>,
): boolean {
  const { text, tight } = tokens[index]!;
  const next = tokens[index + 1];
  if (refused.has(text)) return false;
  if (text === "PROCINFO") {
    return next?.text === "[" && tokens[index + 2]?.text === '"sorted_in"' &&
      tokens[index + 3]?.text === "]";
  }
  if (text === "getline") return readsInput(tokens, index);
  const calls = next?.text === "(" && next.kind === "sign" && tight;
  return !calls || functions.has(text) || words.has(text) || own.has(text);
}

/** `getline` and `getline line`, with nothing that says where from. */
function readsInput(tokens: readonly AwkToken[], index: number): boolean {
  const [first, second] = tokens.slice(index + 1, index + 3);
  const after = first?.kind === "name" ? second : first;
  return after === undefined || after.kind === "newline" ||
    /^[;})]$/.test(after.text);
}
