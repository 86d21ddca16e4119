import type { ArrayValue, Command } from "unbash";
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
import { joinFlows } from "./scope.ts";
import { makeWord, readArgument, readAssigned, readWord } from "./words.ts";

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
  const open = new Map<Word, Word | undefined>();
  for (const argument of node.args) {
    if (argument.type === "Word") {
      readWordExpansions(argument, frame, scope, hidden);
      const [word, ...instead] = readArgument(argument, scope);
      if (word !== undefined) words.push(word);
      if (word !== undefined && instead.length > 0) open.set(word, instead[0]);
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
  let flow = name === undefined
    ? assign(node, invocation, frame, scope, reading)
    : forget(node, invoke(invocation, frame, scope, reading));
  if (open.size > 0) {
    const less = emptied(open, invocation);
    const again: Reading = { ...reading, again: true };
    flow = joinFlows([flow, forget(node, invoke(less, frame, scope, again))]);
  }
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

/** A command as it is where something in its words turns out to be empty. */
function emptied(
  open: ReadonlyMap<Word, Word | undefined>,
  whole: Invocation,
): Invocation {
  const words = whole.arguments.flatMap((word) => {
    if (!open.has(word)) return [word];
    // Of several, each may be empty or not.
    if (open.size > 1) {
      return [{ ...makeWord(word.text, undefined), splits: true }];
    }
    const instead = open.get(word);
    return instead === undefined ? [] : [instead];
  });
  return { ...whole, arguments: words };
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
    const plain = one.append !== true && one.index === undefined &&
      node.redirects.length === 0 && !reading.variables.isVolatile(one.name);
    const value = plain && one.value.type === "Word"
      ? readAssigned(one.value, { ...scope, constants })
      : undefined;
    const { all, left } = outcomesOf(value, substitutions.length === 1);
    constants = withConstant(constants, one.name, all);
    const elements = one.value.type === "ArrayValue" && one.append !== true &&
        one.index === undefined && node.redirects.length === 0 &&
        !reading.variables.isVolatile(one.name)
      ? elementsOf(one.value, { ...scope, constants })
      : undefined;
    constants = withConstant(constants, `${one.name}[@]`, elements);
    if (value?.optional === "failed") failed ??= constants;
    if (failed !== undefined) failed = withConstant(failed, one.name, left);
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

/** What the elements of an array are, if all of them are known. */
function elementsOf(
  { elements }: ArrayValue,
  scope: Scope,
): readonly Constant[] | undefined {
  const words = elements.map((word) => readWord(word, scope));
  const known = words.map(({ value, glob, text }): Constant | undefined =>
    value !== undefined
      ? { kind: "exact", text: value }
      : glob
      ? { kind: "matched", text }
      : undefined
  ).filter((one) => one !== undefined);
  // `[2]=x` is no element of its own.
  const plain = elements.every(({ text }) => !text.startsWith("["));
  return plain && known.length === words.length ? known : undefined;
}

/** What a variable holds if what it is assigned succeeded, and if it failed. */
function outcomesOf(
  value: Constant | undefined,
  tells: boolean,
): { readonly all: readonly Constant[]; readonly left: readonly Constant[] } {
  if (value === undefined) return { all: [], left: [] };
  const { optional, ...known } = value;
  const nothing: Constant = { kind: "exact", text: "" };
  // A substitution that fails leaves nothing.
  if (optional === "failed" && tells) return { all: [known], left: [nothing] };
  return optional === undefined
    ? { all: [known], left: [] }
    : { all: [known, nothing], left: [known, nothing] };
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
