import type {
  Case,
  CompoundList,
  If,
  SyntaxNode,
  Word as SyntaxWord,
} from "unbash";
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
import { joinScopes, throughLoop, unchanged } from "./scope.ts";

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
  parts: readonly (
    | CompoundList
    | Expandable
    | undefined
  )[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  const inner = within(frame, "loop");
  const start = throughLoop(node, scope);
  for (const part of parts) {
    if (part === undefined) continue;
    if (part.type === "CompoundList") {
      reading.readScript(part, inner, start, reading);
    } else {
      readExpansions(part, inner, start, reading);
    }
  }
  return unchanged(start);
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
