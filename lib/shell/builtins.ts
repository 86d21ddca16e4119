import {
  harmlessSetOptions,
  harmlessShoptOptions,
  refusedVariables,
  valuedOptions,
} from "./builtin_table.ts";
import type { Word } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { numberText, refusalOfTest } from "./test_builtin.ts";

type Value = string | undefined;

const badName = "evaluated variable name";

/**
 * Why a builtin's call cannot be told from its text, if it cannot.
 *
 * Builtins that take the name of a variable evaluate its subscript, even
 * inside quotes: `test -v 'a[$(command)]'` runs the command.
 *
 * @param name The builtin's name.
 * @param invocation Its call.
 * @returns A short phrase, `undefined` if there is nothing against it.
 */
export function refusalOfBuiltin(
  name: string,
  invocation: Invocation,
): string | undefined {
  const words = invocation.arguments;
  const values = words.map((word) => word.value);
  switch (name) {
    case "hash":
      return values.every((value) =>
          value !== undefined && !/^-.*[^-dlrt]/.test(value)
        )
        ? undefined
        : "hash of a chosen program";
    case "set":
      return isHarmlessSet(values) ? undefined : "shell option";
    case "shopt":
      return isHarmlessShopt(values) ? undefined : "shell option";
    case "test":
    case "[":
      return refusalOfTest(words);
    case "export":
    case "declare":
    case "typeset":
    case "local":
    case "readonly":
      return refusalOfDeclaration(words);
    case "printf":
      return refusalOfPrintf(words);
    case "read":
    case "mapfile":
    case "readarray":
    case "unset":
    case "getopts":
    case "wait":
      return refusalOfNames(name, words);
    default:
      return undefined;
  }
}

function isHarmlessSet(values: readonly Value[]): boolean {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === undefined) return false;
    if (value === "--" || value === "-") return true;
    if (!/^[-+]/.test(value)) return true;
    if (!/^[-+][euxf]*o?$/.test(value)) return false;
    if (!value.endsWith("o")) continue;
    index++;
    if (index >= values.length) return true;
    const option = values[index];
    if (option === undefined || !harmlessSetOptions.has(option)) return false;
  }
  return true;
}

function isHarmlessShopt(values: readonly Value[]): boolean {
  return values.every((value) =>
    value !== undefined &&
    (/^-[suqp]+$/.test(value) || harmlessShoptOptions.has(value))
  );
}

/** A name that may be set without anything being evaluated or run. */
function isPlainName(value: Value): boolean {
  return value !== undefined && /^[A-Za-z_]\w*$/.test(value) &&
    value !== "IFS" && value !== "CDPATH" && !refusedVariables.has(value);
}

function refusalOfDeclaration(words: readonly Word[]): string | undefined {
  let array = false;
  for (const { text, value } of words) {
    if (/^[-+]/.test(text)) {
      // Names that stand for others, numbers that are evaluated, functions.
      if (value === undefined || !/^[-+][-aAglprtux]*$/.test(value)) {
        return "declared attribute";
      }
      array ||= /a/i.test(value);
      continue;
    }
    const [, target, set] = /^([^=]*?)\+?=(.*)$/s.exec(text) ?? [];
    if (!isPlainName(target ?? value)) return badName;
    // The value of an array is evaluated again even if it is quoted.
    if (array && set !== undefined && !/^(\(|[\w./-]*$)/.test(set)) {
      return "evaluated array";
    }
  }
  return undefined;
}

function refusalOfPrintf(words: readonly Word[]): string | undefined {
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (first.value === undefined) {
    // Only an expansion that stands alone can turn into an option.
    const opaque = /^"?\$(\w+|\{[^}]*\})"?$/.test(first.text) ||
      /^[^"]/.test(first.text);
    return opaque ? badName : undefined;
  }
  if (!first.value.startsWith("-v")) return undefined;
  const variable = first.value === "-v" ? second?.value : first.value.slice(2);
  return isPlainName(variable) ? undefined : badName;
}

/** Builtins whose operands, or the values of some options, are names. */
function refusalOfNames(
  name: string,
  words: readonly Word[],
): string | undefined {
  const options = valuedOptions.get(name);
  const named = new Set(options?.names ?? "");
  const valued = new Set(options?.valued ?? "");
  let index = 0;
  for (; index < words.length; index++) {
    const { value, text, like } = words[index]!;
    if (value === undefined && numberText.test(text)) break;
    if (name === "wait" && like !== undefined && like.kind !== "files") break;
    if (value === undefined) return badName;
    if (value === "--") {
      index++;
      break;
    }
    if (!/^-./.test(value)) break;
    const letters = [...value.slice(1)];
    const at = letters.findIndex((one) => named.has(one) || valued.has(one));
    if (at < 0) continue;
    const letter = letters[at]!;
    if (letter === "C") return "callback";
    const attached = letters.slice(at + 1).join("");
    if (attached === "") index++;
    const given = attached === "" ? words[index] : undefined;
    if (named.has(letter)) {
      if (!isPlainName(attached || given?.value)) return badName;
    } else if (given !== undefined && given.value === undefined) {
      // An unquoted expansion may be more words than one.
      if (!/^".*"$/s.test(given.text) || /[@*]/.test(given.text)) {
        return badName;
      }
    }
  }
  const operands = words.slice(index).map((word) => word.value);
  // The first operand of `getopts` is a list of letters; `wait` takes jobs.
  const targets = name === "getopts"
    ? operands.slice(1, 2)
    : name === "wait"
    ? []
    : operands;
  return targets.every(isPlainName) ? undefined : badName;
}
