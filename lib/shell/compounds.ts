import type {
  Case,
  CompoundList,
  For,
  If,
  SyntaxNode,
  Word as SyntaxWord,
} from "unbash";
import { choicesOf, type Constant, withConstant } from "./constants.ts";
import {
  type Expandable,
  readExpansions,
  readWordExpansions,
} from "./expansions.ts";
import {
  type Flow,
  type Frame,
  type Reading,
  type Scope,
  unknownScope,
  within,
} from "./reading.ts";
import {
  afterwards,
  inDirectories,
  joinScopes,
  mayLeave,
  mayMove,
  throughLoop,
  unchanged,
} from "./scope.ts";
import { readPrinted } from "./fed_lines.ts";
import { makeWord, readWord } from "./words.ts";

/**
 * Reads both sides of an `if`.
 *
 * @param node The `if` of the syntax tree.
 * @param frame What it is nested in.
 * @param scope What is known before it.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function readIf(
  node: If,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  let clause = reading.readScript(node.clause, frame, scope, reading);
  let after = branch(node.then, clause.success);
  for (const elif of node.elif) {
    clause = reading.readScript(
      elif.clause,
      frame,
      clause.failure ?? unknownScope,
      reading,
    );
    after = joinScopes(after, branch(elif.then, clause.success));
  }
  after = joinScopes(
    after,
    node.else === undefined
      ? clause.failure
      : branch(node.else, clause.failure),
  );
  return { success: after, failure: after };

  function branch(body: CompoundList, before: Scope | undefined) {
    const start = before ?? unknownScope;
    const flow = reading.readScript(body, frame, start, reading);
    return joinScopes(flow.success, flow.failure);
  }
}

/**
 * Reads every body of a `case`.
 *
 * @param node The `case` of the syntax tree.
 * @param frame What it is nested in.
 * @param scope What is known before it.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function readCase(
  node: Case,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  readWordExpansions(node.word, frame, scope, reading);
  let after: Scope | undefined = scope;
  // A body may be fallen into from the one before, so each starts from all.
  for (const item of node.items) {
    readWords(item.pattern, frame, scope, reading);
    const start = joinScopes(after, scope) ?? unknownScope;
    const flow = reading.readScript(item.body, frame, start, reading);
    after = joinScopes(after, joinScopes(flow.success, flow.failure));
  }
  return { success: after, failure: after };
}

/** What is read whenever a loop runs once more. */
type LoopPart = CompoundList | Expandable | undefined;

/**
 * Reads a loop, whose parts may run any number of times.
 *
 * @param node The loop of the syntax tree.
 * @param parts Its lists and arithmetic, in order.
 * @param frame What it is nested in.
 * @param scope What is known before it.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function readLoop(
  node: SyntaxNode,
  parts: readonly LoopPart[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  const inner = within(frame, "loop");
  let start = throughLoop(node, scope, reading.variables);
  if (start.directories.length > 0 && mayMove(node)) {
    // A turn that ends early may end in any folder on its way.
    const places = mayLeave(node)
      ? []
      : turnsOf(node, parts, inner, start, reading);
    start = inDirectories(start, places);
  }
  readTurn(node, parts, inner, start, reading);
  return unchanged(start);
}

/** How many turns of a loop are followed before it may be anywhere. */
const mostTurns = 4;

/** The directories in which any turn of a loop may start, if they are few. */
function turnsOf(
  node: SyntaxNode,
  parts: readonly LoopPart[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): readonly string[] {
  // Each loop inside another would multiply the work.
  if (reading.again) return [];
  let start = scope;
  for (let turn = 0; turn < mostTurns; turn++) {
    const trial: Reading = {
      ...reading,
      commands: [],
      opaque: [],
      again: true,
    };
    const after = afterwards(readTurn(node, parts, frame, start, trial));
    const both = joinScopes(start, after)?.directories ?? [];
    if (both.length <= start.directories.length) return both;
    start = inDirectories(start, both);
  }
  return [];
}

/** Reads one turn of a loop, with every value of its variable. */
function readTurn(
  node: SyntaxNode,
  parts: readonly LoopPart[],
  frame: Frame,
  start: Scope,
  reading: Reading,
): Flow {
  let scope = start;
  if (node.type === "For" && !reading.variables.isVolatile(node.name.value)) {
    const values = loopValues(node, start);
    const constants = withConstant(start.constants, node.name.value, values);
    scope = { ...start, constants };
  }
  let flow = unchanged(scope);
  for (const part of parts) {
    if (part === undefined) continue;
    if (part.type === "CompoundList") {
      const before = afterwards(flow);
      const read = node.type === "While" && part === node.body
        ? withLine(node.clause, frame, before, reading)
        : before;
      flow = reading.readScript(part, frame, read, reading);
    } else {
      readExpansions(part, frame, scope, reading);
    }
  }
  return flow;
}

/** What is known where `while read` has read a line that is known. */
function withLine(
  clause: CompoundList,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Scope {
  const [statement, ...others] = clause.commands;
  const node = statement?.command;
  if (others.length > 0 || node?.type !== "Command") return scope;
  if (node.name?.text !== "read" || node.redirects.length > 0) return scope;
  const words = node.args.map(({ text }) => text);
  const name = words.pop() ?? "";
  const options = words.join(" ");
  const zeros = /d (''|""|\$'\\0')( -r)?$/.test(options);
  const plain = /^(-r)?$/.test(options) ||
    /^(-r )?-r?d (''|""|\$'\\0')( -r)?$/.test(options);
  if (!plain || !reading.variables.isSetOnce(name)) return scope;
  const lines = frame.input.lines?.(zeros);
  return { ...scope, constants: withConstant(scope.constants, name, lines) };
}

/** The values that a `for` goes through, if all of them are known. */
function loopValues(node: For, scope: Scope): Constant[] | undefined {
  const values: Constant[] = [];
  for (const word of node.wordlist ?? []) {
    for (const choice of choicesOf(word, scope)) {
      const printed = readPrinted(word, choice);
      if (printed !== undefined) {
        values.push(...printed);
        continue;
      }
      for (const text of numbersOf(word) ?? [undefined]) {
        const { value, glob, text: pattern } = text === undefined
          ? readWord(word, choice)
          : makeWord(text, text);
        if (value !== undefined) values.push({ kind: "exact", text: value });
        else if (glob) values.push({ kind: "matched", text: pattern });
        else return undefined;
      }
    }
  }
  return values;
}

/** The numbers of a range such as `{1..5}`, unless they are many. */
function numbersOf(word: SyntaxWord): string[] | undefined {
  const [, first, last] = /^\{(0|[1-9]\d{0,3})\.\.(0|[1-9]\d{0,3})\}$/
    .exec(word.text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const length = Number(last) - Number(first) + 1;
  if (length < 1 || length > 20) return undefined;
  return Array.from({ length }, (_, index) => String(Number(first) + index));
}

/**
 * Reads what words hide.
 *
 * @param words The words.
 * @param frame What they are nested in.
 * @param scope What is known when they are expanded.
 * @param reading What is collected.
 */
export function readWords(
  words: readonly SyntaxWord[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  for (const word of words) readWordExpansions(word, frame, scope, reading);
}
