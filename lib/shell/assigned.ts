import type { SyntaxNode, Word as SyntaxWord } from "unbash";
import { forEachChild } from "unbash";
import {
  directoryBuiltins,
  shellVariables,
  variableBuiltins,
} from "./builtin_table.ts";
import type { Scope } from "./reading.ts";

/**
 * What stays known while a loop runs any number of times.
 *
 * @param node The loop.
 * @param scope What is known before it.
 * @returns What is known whenever its parts start, and after it.
 */
export function assignedWithin(node: SyntaxNode, scope: Scope): Scope {
  if (scope.directory === undefined && scope.constants.size === 0) return scope;
  let { directory } = scope;
  const constants = new Map(scope.constants);
  const visit = (child: SyntaxNode): void => {
    if (child.type === "Assignment") constants.delete(child.name);
    if (child.type === "Word" && directoryBuiltins.has(child.value)) {
      directory = undefined;
    }
    forEachChild(child, visit);
  };
  visit(node);
  return { directory, constants };
}

/**
 * Tells which variables of a line may be set by anything but one plain
 * assignment, so that their value is not certain.
 *
 * The line is looked through once, at the first question.
 *
 * @param root The line's syntax tree.
 * @returns The answer for a variable's name.
 */
export function findVolatile(root: SyntaxNode): (name: string) => boolean {
  let found: Found | undefined;
  return (name) => {
    found ??= look(root);
    return found.everything || shellVariables.test(name) ||
      (found.assignments.get(name) ?? 0) > 1 || found.names.has(name) ||
      found.fragments.some((fragment) => fragment.includes(name));
  };
}

interface Found {
  /** Whether something may set any variable at all. */
  everything: boolean;
  /** How often each variable is plainly assigned. */
  readonly assignments: Map<string, number>;
  /** Variables set by loops, redirects and expansions. */
  readonly names: Set<string>;
  /** Texts in which names of variables may be hidden. */
  readonly fragments: string[];
}

function look(root: SyntaxNode): Found {
  const found: Found = {
    everything: false,
    assignments: new Map(),
    names: new Set(),
    fragments: [],
  };
  const visit = (node: SyntaxNode): void => {
    switch (node.type) {
      case "Assignment":
        found.assignments.set(
          node.name,
          (found.assignments.get(node.name) ?? 0) + 1,
        );
        if (node.append === true || node.index !== undefined) {
          found.names.add(node.name);
        }
        break;
      case "For":
      case "Select":
      case "Coproc":
        if (node.name !== undefined) found.names.add(node.name.value);
        break;
      case "FileDescriptorVariable":
        found.names.add(node.name);
        break;
      case "ArithmeticWord":
        found.fragments.push(node.value);
        break;
      case "ParameterExpansion":
        if (
          node.operation?.type === "Default" &&
          node.operation.operator.endsWith("=")
        ) found.names.add(node.parameter);
        break;
      case "Command":
        lookAtCommand(node.name, node.args, found);
    }
    forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function lookAtCommand(
  name: SyntaxWord | undefined,
  parameters: readonly (SyntaxWord | { readonly text: string })[],
  found: Found,
): void {
  const words = [name, ...parameters];
  const sets = words.some((word) =>
    word !== undefined && "value" in word && typeof word.value === "string" &&
    variableBuiltins.has(word.value)
  );
  if (!sets) return;
  for (const parameter of parameters) {
    found.fragments.push(parameter.text);
    // A quoted or expanded name does not show in its text.
    if (/["'\\$`]/.test(parameter.text.split("=", 1)[0] ?? "")) {
      found.everything = true;
    }
  }
}
