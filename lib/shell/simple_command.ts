import type { Assignment as SyntaxAssignment, Command } from "unbash";
import type { Assignment, SimpleCommand, Word } from "./command.ts";
import { declarationBuiltins } from "./builtin_table.ts";
import { readExpansions, readWordExpansions } from "./expansions.ts";
import { type Invocation, invoke } from "./invocation.ts";
import type { Flow, Frame, Reading, Scope } from "./reading.ts";
import { refuse } from "./reading.ts";
import { readRedirects } from "./redirects.ts";
import { unchanged } from "./scope.ts";
import { makeWord, readWord, type WordUse } from "./words.ts";

/**
 * Reads a simple command: what it runs, and what its words hide.
 *
 * @param node The command of the syntax tree.
 * @param frame What it is nested in.
 * @param scope What is known when it runs.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function readCommand(
  node: Command,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  // The command stands before what its own words hide, in order of appearance.
  const hidden: Reading = { ...reading, commands: [] };
  const assignments: Assignment[] = [];
  for (const one of node.prefix) {
    if (one.type !== "Assignment") continue;
    assignments.push(readAssignment(one, frame, scope, hidden));
  }
  if (node.name !== undefined) {
    readWordExpansions(node.name, frame, scope, hidden);
  }
  const name = node.name && readWord(node.name, scope);
  const declares = name?.value !== undefined &&
    declarationBuiltins.has(name.value);
  const words: Word[] = [];
  for (const argument of node.args) {
    if (argument.type === "Assignment") {
      const assignment = readAssignment(
        argument,
        frame,
        scope,
        hidden,
        "argument",
      );
      if (declares) assignments.push(assignment);
      words.push(assignmentWord(argument, assignment));
    } else {
      readWordExpansions(argument, frame, scope, hidden);
      words.push(readWord(argument, scope));
    }
  }
  const redirects = readRedirects(node.redirects, frame, scope, hidden);
  const invocation: Invocation = {
    name,
    arguments: words,
    assignments: [...frame.assignments, ...assignments],
    redirects: [...frame.redirects, ...redirects.all],
    input: redirects.input ?? frame.input,
    wrappers: frame.wrappers,
    inside: true,
  };
  const flow = name === undefined
    ? assign(node, invocation, frame, scope, reading)
    : invoke(invocation, frame, scope, reading);
  reading.commands.push(...hidden.commands);
  return flow;
}

/**
 * Reports the redirects of a group that holds no command of its own.
 *
 * @param frame The group, with its redirects.
 * @param scope What is known when it runs.
 * @param reading What is collected.
 */
export function emitBare(frame: Frame, scope: Scope, reading: Reading): void {
  const bare: SimpleCommand = {
    name: undefined,
    arguments: [],
    assignments: frame.assignments,
    redirects: frame.redirects,
    directory: scope.directory,
    contexts: frame.contexts,
    input: frame.input.kind,
    wrappers: frame.wrappers,
  };
  reading.commands.push(bare);
}

/** Bare assignments and redirects, which run in the shell itself. */
function assign(
  node: Command,
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  reading.commands.push({
    name: undefined,
    arguments: [],
    assignments: invocation.assignments,
    redirects: invocation.redirects,
    directory: scope.directory,
    contexts: frame.contexts,
    input: invocation.input.kind,
    wrappers: invocation.wrappers,
  });
  const certain = frame.depth === 0 && frame.contexts.length === 1 &&
    node.redirects.length === 0;
  const constants = new Map(scope.constants);
  for (const one of node.prefix) {
    if (one.type !== "Assignment") continue;
    if (one.name === "IFS") {
      refuse(reading, "assignment to IFS", one.text);
    }
    const value = one.value.type === "Word"
      ? readWord(one.value, { ...scope, constants }, "assignment").value
      : undefined;
    constants.delete(one.name);
    if (certain && value !== undefined && !reading.isVolatile(one.name)) {
      constants.set(one.name, value);
    }
  }
  return unchanged({ ...scope, constants });
}

function readAssignment(
  node: SyntaxAssignment,
  frame: Frame,
  scope: Scope,
  reading: Reading,
  use: WordUse = "assignment",
): Assignment {
  if (node.index !== undefined) {
    readExpansions(node.index, frame, scope, reading);
  }
  readExpansions(node.value, frame, scope, reading);
  const value = node.value.type === "Word"
    ? readWord(node.value, scope, use)
    : makeWord(node.text.slice(node.text.indexOf("=") + 1), undefined);
  return {
    name: node.name,
    value: node.append === true ? makeWord(value.text, undefined) : value,
  };
}

/** The `NAME=VALUE` argument of a builtin such as `export`, as one word. */
function assignmentWord(
  node: SyntaxAssignment,
  assignment: Assignment,
): Word {
  const { value } = assignment.value;
  const simple = value !== undefined && node.index === undefined &&
    node.append !== true;
  return makeWord(
    node.text,
    simple ? `${node.name}=${value}` : undefined,
  );
}
