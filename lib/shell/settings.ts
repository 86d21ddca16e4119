import type {
  ArrayValue,
  Assignment as SyntaxAssignment,
  SyntaxNode,
  Word as SyntaxWord,
} from "unbash";
import { forEachChild } from "unbash";
import { declarationBuiltins, variableBuiltins } from "./builtin_table.ts";

/** Everything that sets variables in a script. */
export interface Settings {
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

/**
 * Looks through a script for whatever sets variables.
 *
 * @param root The script's syntax tree.
 * @returns What sets them.
 */
export function lookForSettings(root: SyntaxNode): Settings {
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
  for (const [index, one] of rest.entries()) {
    const { text } = one;
    if (isNoName(String(words[at]!.value), text, rest[index - 1]?.text)) {
      continue;
    }
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

/**
 * Whether a word is surely no name of a variable to set: `read` takes a value
 * behind some options, and `wait` is refused unless it is given numbers.
 */
function isNoName(
  builtin: string,
  text: string,
  before: string | undefined,
): boolean {
  switch (builtin) {
    case "read":
      return /^-[ers]*[dinNptu]$/.test(before ?? "");
    case "wait":
      return /^"?\$(\{?\w+\}?|!)"?$/.test(text);
    default:
      return false;
  }
}

function arrayName(target: string): string {
  return target.split("[", 1)[0] ?? target;
}
