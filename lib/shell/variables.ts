import type {
  ArrayValue,
  Assignment as SyntaxAssignment,
  ParsedScript,
  SyntaxNode,
  Word as SyntaxWord,
  WordPart,
} from "unbash";
import { forEachChild } from "unbash";
import {
  declarationBuiltins,
  numberVariables,
  shellVariables,
  variableBuiltins,
} from "./builtin_table.ts";

/** What a script's text says about its variables, wherever they are set. */
export interface Variables {
  /** Whether anything but plain assignments and loops may set a variable. */
  readonly isVolatile: (name: string) => boolean;
  /** Whether nothing sets a variable, so that it stays as it was. */
  readonly keeps: (name: string) => boolean;
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

/** Everything that sets variables in a script. */
interface Settings {
  /** The values that each variable is given by plain assignments and loops. */
  readonly values: Map<string, (SyntaxWord | ArrayValue)[]>;
  /** Variables assigned in arithmetic, which makes them numbers. */
  readonly calculated: Set<string>;
  /** Variables changed in arithmetic, which reads them first. */
  readonly changed: Set<string>;
  /** Variables set in other ways. */
  readonly otherwise: Set<string>;
  /** Variables set by plain `export NAME=VALUE` and the like. */
  readonly declared: Set<string>;
  /** Variables that may be set only once. */
  readonly fixed: Set<string>;
  /** Texts that may hold names of variables to set. */
  readonly fragments: string[];
  /** Whether something may set any variable at all. */
  everything: boolean;
}

/** What is known of variables where nothing is: only those that bash keeps. */
export const unknownVariables: Variables = {
  isVolatile: () => true,
  keeps: () => false,
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
  const known = () => settings ??= look(root);
  const asked = new Set<string>();

  function isSetOtherwise(name: string): boolean {
    if (!/^\w+$/.test(name)) return true;
    const { everything, otherwise, fragments } = known();
    if (everything || otherwise.has(name)) return true;
    // The name stands by itself, or behind the letter of an option.
    const target = new RegExp(`(^|\\W|^-\\w*)${name}(\\W|$)`);
    return fragments.some((fragment) => target.test(fragment));
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
    isNumber,
    isNumeric,
    printsNumber,
  };
}

/** Only the plainest of those programs that print nothing but a number. */
function printsNumber(script: ParsedScript | undefined): boolean {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0) return false;
  const node = statement.command;
  const last = node.type === "Pipeline" ? node.commands.at(-1) : node;
  if (last?.type !== "Command" || last.name === undefined) return false;
  const words = [last.name, ...last.args].map((word) => word.text);
  const output = last.redirects.some((one) => one.operator !== "<");
  return !output &&
    /^(wc -[lcwm]|date \+%s|nproc|seq( \d+){1,3})$/.test(words.join(" "));
}

function look(root: SyntaxNode): Settings {
  const settings: Settings = {
    values: new Map(),
    calculated: new Set(),
    changed: new Set(),
    otherwise: new Set(),
    declared: new Set(),
    fixed: new Set(),
    fragments: [],
    everything: false,
  };
  const visit = (node: SyntaxNode): void => {
    lookAt(node, settings);
    forEachChild(node, visit);
  };
  visit(root);
  return settings;
}

function lookAt(node: SyntaxNode, settings: Settings): void {
  switch (node.type) {
    case "Assignment":
      give(settings, node.name, [node.value]);
      if (node.append === true || node.index !== undefined) {
        settings.otherwise.add(node.name);
      }
      return;
    case "For":
      // Every word is a value; none at all stands for the parameters.
      if (node.wordlist === undefined) settings.otherwise.add(node.name.value);
      give(settings, node.name.value, node.wordlist ?? []);
      return;
    case "Select":
    case "Coproc":
      if (node.name !== undefined) settings.otherwise.add(node.name.value);
      return;
    case "FileDescriptorVariable":
      settings.otherwise.add(node.name);
      return;
    case "ArithmeticBinary":
      if (node.left.type !== "ArithmeticWord") return;
      if (node.operator === "=") {
        settings.calculated.add(arrayName(node.left.value));
      } else if (node.operator.endsWith("=")) {
        settings.changed.add(arrayName(node.left.value));
      }
      return;
    case "ArithmeticUnary":
      if (node.operand.type === "ArithmeticWord") {
        settings.changed.add(arrayName(node.operand.value));
      }
      return;
    case "ParameterExpansion":
      if (
        node.operation?.type === "Default" &&
        node.operation.operator.endsWith("=")
      ) settings.otherwise.add(node.parameter);
      return;
    case "Command":
      lookAtCommand(node.name, node.args, settings);
  }
}

function give(
  settings: Settings,
  name: string,
  values: readonly (SyntaxWord | ArrayValue)[],
): void {
  const known = settings.values.get(name);
  if (known === undefined) settings.values.set(name, [...values]);
  else known.push(...values);
}

function lookAtCommand(
  name: SyntaxWord | undefined,
  parameters: readonly (SyntaxWord | SyntaxAssignment)[],
  settings: Settings,
): void {
  const words = name === undefined ? [] : [name, ...parameters];
  const at = words.findIndex((word) =>
    typeof word.value === "string" && variableBuiltins.has(word.value)
  );
  if (at < 0) return;
  const rest = words.slice(at + 1);
  // `printf` sets a variable only if it starts with an option.
  const format = rest[0]?.text ?? "";
  if (words[at]!.value === "printf" && /^['"]?[^-'"$`\\]/.test(format)) return;
  const declares = at === 0 &&
    declarationBuiltins.has(String(words[0]!.value)) &&
    // Outside of functions it fails, and leaves the variable as it was.
    words[0]!.value !== "local" &&
    !rest.some(({ text }) => /^["'\\$`]*[-+]/.test(text));
  for (const one of rest) {
    const { text } = one;
    // What is set this way was looked at as an assignment.
    const name = one.type === "Assignment" ? one.name : text;
    if (declares && /^[A-Za-z_]\w*$/.test(name)) {
      settings.declared.add(name);
      if (words[at]!.value === "readonly") settings.fixed.add(name);
      continue;
    }
    settings.fragments.push(text);
    // A quoted or expanded name does not show in its text.
    if (/["'\\$`{]/.test(text.split("=", 1)[0] ?? "")) {
      settings.everything = true;
    }
  }
}

function arrayName(target: string): string {
  return target.split("[", 1)[0] ?? target;
}
