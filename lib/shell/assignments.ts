import type { Assignment as SyntaxAssignment } from "unbash";
import { evaluatedVariables, refusedVariables } from "./builtin_table.ts";
import type { Assignment, Word } from "./command.ts";
import {
  readExpansions,
  refuseSubscript,
  refuseUnlessBash,
} from "./expansions.ts";
import { type Frame, type Reading, refuse, type Scope } from "./reading.ts";
import { makeWord, readWord, type WordUse } from "./words.ts";

/**
 * Reads an assignment and the commands hidden in its value and subscript.
 *
 * @param node The assignment of the syntax tree.
 * @param frame What it is nested in.
 * @param scope What is known when it is expanded.
 * @param reading What is collected.
 * @param use Where it stands; an argument's value may undergo brace expansion.
 * @returns The assignment.
 */
export function readAssignment(
  node: SyntaxAssignment,
  frame: Frame,
  scope: Scope,
  reading: Reading,
  use: WordUse = "assignment",
): Assignment {
  if (node.index !== undefined) {
    readExpansions(node.index, frame, scope, reading);
    refuseSubscript(node.index, reading);
  }
  readExpansions(node.value, frame, scope, reading);
  const plain = node.value.type === "Word" && node.append !== true;
  if (node.value.type === "Word" && node.value.text.startsWith("(")) {
    refuse(reading, "array that cannot be read", node.text);
  }
  if (!plain) refuseUnlessBash(frame, reading, node.text);
  const word = node.value.type === "Word"
    ? readWord(node.value, scope, use)
    : makeWord(node.text.slice(node.text.indexOf("=") + 1), undefined);
  const value = plain ? word : makeWord(word.text, undefined);
  refuseVariable({ name: node.name, value }, reading);
  return { name: node.name, value };
}

/**
 * Refuses to set a variable whose value runs as code.
 *
 * @param assignment What is set.
 * @param reading What is collected.
 */
export function refuseVariable(
  assignment: Assignment,
  reading: Reading,
): void {
  const { name, value } = assignment;
  const number = value.value !== undefined && /^\d*$/.test(value.value);
  if (
    refusedVariables.has(name) || (evaluatedVariables.has(name) && !number)
  ) refuse(reading, `assignment to ${name}`, `${name}=${value.text}`);
}

/**
 * The `NAME=VALUE` argument of a builtin such as `export`, as one word.
 *
 * @param node The argument of the syntax tree.
 * @param assignment What was read from it.
 * @returns The word.
 */
export function assignmentWord(
  node: SyntaxAssignment,
  assignment: Assignment,
): Word {
  const { value } = assignment.value;
  const simple = value !== undefined && node.index === undefined;
  return makeWord(node.text, simple ? `${node.name}=${value}` : undefined);
}
