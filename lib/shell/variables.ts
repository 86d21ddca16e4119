import type {
  ParsedScript,
  SyntaxNode,
  Word as SyntaxWord,
  WordPart,
} from "unbash";
import { numberVariables, shellVariables } from "./builtin_table.ts";
import { onlyPipe, printedLines } from "./printed_lines.ts";
import { unknownScope } from "./reading.ts";
import { lookForSettings, type Settings } from "./settings.ts";
import { readWord } from "./words.ts";

/** What a script's text says about its variables, wherever they are set. */
export interface Variables {
  /** Whether anything but plain assignments and loops may set a variable. */
  readonly isVolatile: (name: string) => boolean;
  /** Whether nothing sets a variable, so that it stays as it was. */
  readonly keeps: (name: string) => boolean;
  /** Whether only one call of a builtin names a variable to be set. */
  readonly isSetOnce: (name: string) => boolean;
  /**
   * Whether a variable holds a number for certain: the script sets it, and to
   * nothing else. Arithmetic runs the commands in the value of any other.
   */
  readonly isNumber: (name: string) => boolean;
  /** Whether a word is a number for certain, whatever is expanded in it. */
  readonly isNumeric: (word: SyntaxWord) => boolean;
  /** Whether a substitution's output is a number for certain. */
  readonly printsNumber: (script: ParsedScript | undefined) => boolean;
}

/** What is known of variables where nothing is: only those that bash keeps. */
export const unknownVariables: Variables = {
  isVolatile: () => true,
  keeps: () => false,
  isSetOnce: () => false,
  isNumber: (name) => numberVariables.test(name),
  isNumeric: (word) =>
    word.parts === undefined && /^[-+]?\d+$/.test(word.value),
  printsNumber,
};

/**
 * Looks through a script for what sets its variables.
 *
 * The look is taken at the first question: most lines ask none.
 *
 * @param root The script's syntax tree.
 * @returns What can be asked about its variables.
 */
export function variablesOf(root: SyntaxNode): Variables {
  let settings: Settings | undefined;
  const known = () => settings ??= lookForSettings(root);
  const asked = new Set<string>();

  function isSetOtherwise(name: string): boolean {
    if (!/^\w+$/.test(name)) return true;
    const { everything, otherwise, fragments } = known();
    if (everything || otherwise.has(name)) return true;
    return fragments.some((fragment) => names(fragment, name));
  }

  function isSetOnce(name: string): boolean {
    const { everything, otherwise, fragments, ...rest } = known();
    const { values, calculated, changed, declared } = rest;
    const elsewhere = [otherwise, calculated, changed, declared, values]
      .some((names) => names.has(name));
    return /^\w+$/.test(name) && !shellVariables.test(name) && !everything &&
      !elsewhere && fragments.filter((one) => names(one, name)).length === 1;
  }

  function isNumber(name: string): boolean {
    if (numberVariables.test(name)) return true;
    const values = known().values.get(name) ?? [];
    if (values.length === 0 && !known().calculated.has(name)) return false;
    if (isSetOtherwise(name) || known().declared.has(name)) return false;
    if (shellVariables.test(name)) return false;
    if (asked.has(name)) return false;
    asked.add(name);
    const numeric = values.every((value) =>
      value.type === "ArrayValue"
        ? value.elements.every((element) => isNumeric(element))
        : isNumeric(value)
    );
    asked.delete(name);
    return numeric;
  }

  function isNumeric(word: SyntaxWord): boolean {
    if (word.parts === undefined) return /^[-+]?\d+$/.test(word.value);
    return word.parts.length > 0 && word.parts.every(isNumericPart);
  }

  function isNumericPart(part: WordPart): boolean {
    switch (part.type) {
      case "Literal":
      case "SingleQuoted":
        return /^[-+]?\d*$/.test(part.value);
      case "DoubleQuoted":
        return part.parts.length > 0 && part.parts.every(isNumericPart);
      case "ArithmeticExpansion":
        return true;
      case "BraceExpansion":
        return /^\{-?\d+\.\.-?\d+(\.\.-?\d+)?\}$/.test(part.text);
      case "SimpleExpansion":
        return isNumber(part.text.slice(1));
      case "ParameterExpansion":
        if (part.operation !== undefined) return false;
        if (part.prefix === "#") return true;
        return part.prefix === undefined && isNumber(part.parameter);
      case "CommandExpansion":
        return printsNumber(part.script);
      default:
        return false;
    }
  }

  return {
    isVolatile: (name) =>
      shellVariables.test(name) || isSetOtherwise(name) ||
      known().changed.has(name) || known().calculated.has(name) ||
      known().fixed.has(name) &&
        (known().values.get(name)?.length ?? 0) > 1,
    keeps: (name) =>
      !isSetOtherwise(name) && !known().changed.has(name) &&
      !known().calculated.has(name) && !known().values.has(name),
    isSetOnce,
    isNumber,
    isNumeric,
    printsNumber,
  };
}

/** Whether nothing but digits can come of a script, whatever is set. */
function printsNumber(script: ParsedScript | undefined): boolean {
  const pipe = onlyPipe(script);
  const lines = pipe &&
    printedLines(pipe, (word) => readWord(word, unknownScope));
  return lines?.every(({ like }) => like === "number") ?? false;
}

/** Whether a name stands by itself, or behind the letter of an option. */
function names(fragment: string, name: string): boolean {
  return new RegExp(`(^|\\W|^-\\w*)${name}(\\W|$)`).test(fragment);
}
