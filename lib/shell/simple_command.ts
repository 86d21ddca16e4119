import type { Command } from "unbash";
import { assignmentWord, readAssignment } from "./assignments.ts";
import { declarationBuiltins, reservedWords } from "./builtin_table.ts";
import type { Assignment, Word } from "./command.ts";
import { type Constant, type Constants, withConstant } from "./constants.ts";
import { readWordExpansions } from "./expansions.ts";
import { refuseGaps } from "./gaps.ts";
import { type Invocation, report } from "./invocation.ts";
import { invoke } from "./invoke.ts";
import {
  type Flow,
  type Frame,
  type Reading,
  refuse,
  type Scope,
} from "./reading.ts";
import { readRedirects } from "./redirects.ts";
import { isMade, readWord } from "./words.ts";

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
  refuseJoined(node, frame, reading);
  // In a nested substitution bash moves redirects behind the name, which then
  // may start the command.
  if (node.name !== undefined && reservedWords.has(node.name.text)) {
    refuse(reading, "reserved word as a name", node.name.text);
  }
  const name = node.name && readWord(node.name, scope, "name");
  const declares = name?.value !== undefined &&
    declarationBuiltins.has(name.value);
  const words: Word[] = [];
  for (const argument of node.args) {
    if (argument.type === "Word") {
      readWordExpansions(argument, frame, scope, hidden);
      words.push(readWord(argument, scope));
      continue;
    }
    const use = declares ? "argument" : "setting";
    const set = readAssignment(argument, frame, scope, hidden, use);
    if (declares) assignments.push(set);
    words.push(assignmentWord(argument, set));
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
    : forget(node, invoke(invocation, frame, scope, reading));
  reading.commands.push(...hidden.commands);
  return flow;
}

/**
 * Refuses parts that touch: bash reads `a=<(b)` as one word where the tree
 * holds two, and in `>1>b` takes the number for a descriptor.
 */
function refuseJoined(node: Command, frame: Frame, reading: Reading): void {
  const { prefix, name, suffix } = node;
  const parts = [...prefix, ...(name === undefined ? [] : [name]), ...suffix];
  refuseGaps(parts, "words", node, frame, reading);
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    if (before === undefined) return;
    const gap = frame.source.slice(before.end, part.pos);
    if (gap.replaceAll("\\\n", "") !== "") return;
    const word = part.type === "Word" || part.type === "Assignment";
    const text = frame.source.slice(before.pos, part.end);
    const joined = /\\\n/.test(text);
    const number = before.type === "Redirect" &&
      !before.operator.endsWith("&") && /^\d+$/.test(before.target?.text ?? "");
    if (word || number || joined) {
      refuse(reading, "words that run together", text);
    }
  });
}

/** Bare assignments and redirects, which run in the shell itself. */
function assign(
  node: Command,
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  report(invocation, frame, scope, reading);
  if (invocation.arguments.length > 0) {
    refuse(reading, "command without a name", frame.source);
  }
  let { constants } = scope;
  let failed: Constants | undefined;
  // Only the last substitution says by its end whether it failed.
  const substitutions = node.prefix.filter((one) =>
    one.type === "Assignment" && /\$\(|`/.test(one.text)
  );
  for (const one of node.prefix) {
    if (one.type !== "Assignment") continue;
    if (one.name === "IFS") refuse(reading, "assignment to IFS", one.text);
    const plain = one.value.type === "Word" && one.append !== true &&
      one.index === undefined && node.redirects.length === 0 &&
      !reading.variables.isVolatile(one.name);
    const word = plain && one.value.type === "Word"
      ? readWord(one.value, { ...scope, constants }, "assignment")
      : undefined;
    const known = constantOf(word);
    const made = known !== undefined && one.value.type === "Word" &&
      isMade(one.value, { ...scope, constants });
    const value = made && substitutions.length > 1 ? undefined : known;
    constants = withConstant(constants, one.name, value && [value]);
    // A substitution that fails leaves nothing.
    const left = made ? { kind: "exact" as const, text: "" } : undefined;
    if (made) failed ??= constants;
    if (failed !== undefined) {
      failed = withConstant(failed, one.name, left && [left]);
    }
  }
  // A variable may change where a relative `cd` leads.
  const searched = node.prefix.some((one) =>
    one.type === "Assignment" && one.name === "CDPATH"
  );
  if (searched) refuse(reading, "assignment to CDPATH", frame.source);
  const success: Scope = { ...scope, constants };
  const failure = failed === undefined
    ? success
    : { ...scope, constants: failed };
  return { success, failure };
}

/** What a word says of the variable that it is assigned to. */
function constantOf(word: Word | undefined): Constant | undefined {
  if (word === undefined) return undefined;
  if (word.value !== undefined) return { kind: "exact", text: word.value };
  return word.glob ? { kind: "matched", text: word.text } : undefined;
}

/**
 * What is known after a command with assignments before its name: some
 * builtins of some shells keep them.
 */
function forget(node: Command, flow: Flow): Flow {
  const names = node.prefix.flatMap((one) =>
    one.type === "Assignment" ? [one.name] : []
  );
  if (names.length === 0) return flow;
  const less = (scope: Scope | undefined) =>
    scope && names.reduce((rest, name) => ({
      ...rest,
      constants: withConstant(rest.constants, name, undefined),
    }), scope);
  return { success: less(flow.success), failure: less(flow.failure) };
}
