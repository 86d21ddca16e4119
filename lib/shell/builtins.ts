import {
  harmlessSetOptions,
  harmlessShoptOptions,
  variableBuiltins,
} from "./builtin_table.ts";
import type { Invocation } from "./invocation.ts";

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
      return values.some((value) => value?.startsWith("-p") ?? true)
        ? "hash of a chosen program"
        : undefined;
    case "set":
      return setIsHarmless(values) ? undefined : "shell option";
    case "shopt":
      return shoptIsHarmless(values) ? undefined : "shell option";
    case "export":
    case "declare":
    case "typeset":
    case "local":
    case "readonly":
      return refusalOfDeclaration(invocation);
    case "test":
    case "[":
      return refusalOfTest(values);
    case "printf": {
      const target = values.findIndex((value) => value?.startsWith("-v"));
      if (target < 0) return undefined;
      const variable = values[target] === "-v"
        ? values[target + 1]
        : values[target]?.slice(2);
      return isName(variable) ? undefined : "evaluated variable name";
    }
    case "mapfile":
    case "readarray":
      if (values.some((value) => value?.startsWith("-C") ?? true)) {
        return "callback";
      }
      return values.some(isSubscripted) ? "evaluated variable name" : undefined;
    case "let":
      return values.some(isEvaluated) ? "evaluated arithmetic" : undefined;
    default:
      if (!variableBuiltins.has(name)) return undefined;
      return values.some(isSubscripted) ? "evaluated variable name" : undefined;
  }
}

type Value = string | undefined;

function isName(value: Value): boolean {
  return value !== undefined && /^[A-Za-z_]\w*$/.test(value);
}

function isSubscripted(value: Value): boolean {
  return value === undefined || /[[`$]/.test(value);
}

function isEvaluated(value: Value): boolean {
  return value === undefined || /[[`$]/.test(value);
}

function setIsHarmless(values: readonly Value[]): boolean {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === undefined) return false;
    if (value === "--" || value === "-") return true;
    if (!/^[-+]/.test(value)) return true;
    if (!/^[-+][euxf]*o?$/.test(value)) return false;
    if (!value.endsWith("o")) continue;
    index++;
    const option = values[index];
    if (index >= values.length) return true;
    if (option === undefined || !harmlessSetOptions.has(option)) return false;
  }
  return true;
}

function shoptIsHarmless(values: readonly Value[]): boolean {
  return values.every((value) =>
    value !== undefined &&
    (/^-[suqp]+$/.test(value) || harmlessShoptOptions.has(value))
  );
}

function refusalOfDeclaration(invocation: Invocation): string | undefined {
  for (const word of invocation.arguments) {
    const flag = /^[-+]/.test(word.text);
    if (flag) {
      // Names that stand for others, numbers that are evaluated, functions.
      if (word.value === undefined || /[nif]/.test(word.value)) {
        return "declared attribute";
      }
      continue;
    }
    const target = /^([^=]*)=/s.exec(word.text)?.[1] ?? word.value;
    if (target === undefined || !/^[A-Za-z_]\w*\+?$/.test(target)) {
      return "evaluated variable name";
    }
    if (target === "IFS") return "assignment to IFS";
  }
  return undefined;
}

function refusalOfTest(values: readonly Value[]): string | undefined {
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    // A dynamic word could be the operator itself only where it is unquoted.
    if (value !== "-v" && value !== "-R") continue;
    const operand = values[index + 1];
    if (isSubscripted(operand)) return "evaluated variable name";
  }
  return undefined;
}
