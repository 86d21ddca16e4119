import type {
  CompoundList,
  ParsedScript,
  PipelineNode,
  Statement,
  SyntaxNode,
  Word as SyntaxWord,
} from "unbash";
import { assignedWithin } from "./assigned.ts";
import {
  type Flow,
  type Frame,
  type Reading,
  refuse,
  type Scope,
  unknownScope,
  within,
} from "./reading.ts";
import {
  readExpansions,
  readWordExpansions,
  refuseUnlessBash,
} from "./expansions.ts";
import { readRedirects } from "./redirects.ts";
import { emitBare, readCommand } from "./simple_command.ts";
import { afterwards, joinScopes, unchanged } from "./scope.ts";

type Node = Statement["command"];

/**
 * Reads every statement of a script, and its errors.
 *
 * @param script The parsed script.
 * @param frame What it is nested in.
 * @param scope What is known when it starts.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function readStatements(
  script: ParsedScript | CompoundList,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  let inner = frame;
  if (script.type === "Script") {
    if (script.source !== undefined) {
      inner = { ...frame, source: script.source };
    }
    if (script.errors !== undefined && script.errors.length > 0) {
      const text = inner.source.slice(script.pos, script.end);
      refuse(reading, "syntax error", text || inner.source);
    }
  }
  let flow: Flow = unchanged(scope);
  for (const statement of script.commands) {
    flow = readStatement(statement, inner, afterwards(flow), reading);
  }
  return flow;
}

function readStatement(
  statement: Statement,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  if (statement.background !== true) {
    return readNode(statement.command, frame, scope, reading);
  }
  readNode(statement.command, within(frame, "background"), scope, reading);
  return unchanged(scope);
}

function readNode(
  node: Node,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  switch (node.type) {
    case "Command":
      return readCommand(node, frame, scope, reading);
    case "AndOr": {
      let flow = readNode(node.commands[0]!, frame, scope, reading);
      node.operators.forEach((operator, index) => {
        const and = operator === "&&";
        const before = (and ? flow.success : flow.failure) ?? unknownScope;
        const next = node.commands[index + 1]!;
        const then = readNode(next, frame, before, reading);
        flow = and
          ? {
            success: then.success,
            failure: joinScopes(flow.failure, then.failure),
          }
          : {
            success: joinScopes(flow.success, then.success),
            failure: then.failure,
          };
      });
      return flow;
    }
    case "Pipeline":
      return readPipeline(node, frame, scope, reading);
    case "Redirected": {
      const redirects = readRedirects(node.redirects, frame, scope, reading);
      const around: Frame = {
        ...frame,
        redirects: [...frame.redirects, ...redirects.all],
        input: redirects.input === undefined
          ? frame.input
          : { kind: redirects.input.kind },
      };
      const before = reading.commands.length;
      const flow = readNode(node.command, around, scope, reading);
      if (reading.commands.length === before) {
        emitBare(around, scope, reading);
      }
      return flow;
    }
    case "BraceGroup":
      return readStatements(node.body, frame, scope, reading);
    case "Subshell":
      readStatements(node.body, within(frame, "subshell"), scope, reading);
      return unchanged(scope);
    case "If":
      return readIf(node, within(frame, "conditional"), scope, reading);
    case "Case":
      return readCase(node, within(frame, "conditional"), scope, reading);
    case "For":
    case "Select":
      if (node.type === "Select") refuseUnlessBash(frame, reading, "select");
      readWords(node.wordlist ?? [], frame, scope, reading);
      return readLoop(node, [node.body], frame, scope, reading);
    case "ArithmeticFor":
      refuseUnlessBash(frame, reading, "for ((");
      return readLoop(
        node,
        [node.initialize, node.test, node.update, node.body],
        frame,
        scope,
        reading,
      );
    case "While":
      return readLoop(node, [node.clause, node.body], frame, scope, reading);
    case "TestCommand":
      refuseUnlessBash(frame, reading, "[[");
      readExpansions(node.expression, frame, scope, reading);
      return unchanged(scope);
    case "ArithmeticCommand":
      refuseUnlessBash(frame, reading, "((");
      if (node.expression !== undefined) {
        readExpansions(node.expression, frame, scope, reading);
      } else if (node.body.trim() !== "") {
        refuse(reading, "arithmetic that cannot be read", node.body);
      }
      return unchanged(scope);
    case "Function":
      refuse(
        reading,
        "function definition",
        frame.source.slice(node.pos, node.end),
      );
      readBody(node.body, within(frame, "function"), unknownScope, reading);
      return unchanged(scope);
    case "Coproc":
      refuseUnlessBash(frame, reading, "coproc");
      readBody(
        node.body,
        { ...within(frame, "background"), input: { kind: "pipe" } },
        scope,
        reading,
      );
      return unchanged(scope);
    default:
      return refuseNode(node, frame, reading);
  }
}

function refuseNode(node: never, frame: Frame, reading: Reading): Flow {
  refuse(
    reading,
    `unknown syntax ${(node as SyntaxNode).type}`,
    frame.source,
  );
  return unchanged(unknownScope);
}

function readBody(
  body: Node | CompoundList,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  if (body.type === "CompoundList") {
    readStatements(body, frame, scope, reading);
  } else {
    readNode(body, frame, scope, reading);
  }
}

function readPipeline(
  node: Extract<PipelineNode, { type: "Pipeline" }>,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  const [only, ...rest] = node.commands;
  if (only === undefined) return unchanged(scope);
  if (rest.length === 0) {
    const flow = readNode(only, frame, scope, reading);
    const negations = node.prefixes.filter((one) => one.type === "Negation");
    return negations.length % 2 === 1
      ? { success: flow.failure, failure: flow.success }
      : flow;
  }
  const inner = within(frame, "pipe");
  node.commands.forEach((command, index) => {
    const piped: Frame = index === 0
      ? inner
      : { ...inner, input: { kind: "pipe" } };
    readNode(command, piped, scope, reading);
  });
  return unchanged(scope);
}

function readIf(
  node: Extract<Node, { type: "If" }>,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  let clause = readStatements(node.clause, frame, scope, reading);
  let after = branch(node.then, clause.success);
  for (const elif of node.elif) {
    clause = readStatements(
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
    const flow = readStatements(body, frame, start, reading);
    return joinScopes(flow.success, flow.failure);
  }
}

function readCase(
  node: Extract<Node, { type: "Case" }>,
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
    const flow = readStatements(item.body, frame, start, reading);
    after = joinScopes(after, joinScopes(flow.success, flow.failure));
  }
  return { success: after, failure: after };
}

function readLoop(
  node: SyntaxNode,
  parts: readonly (
    | CompoundList
    | Parameters<typeof readExpansions>[0]
    | undefined
  )[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  const inner = within(frame, "loop");
  const start = assignedWithin(node, scope);
  for (const part of parts) {
    if (part === undefined) continue;
    if (part.type === "CompoundList") {
      readStatements(part, inner, start, reading);
    } else {
      readExpansions(part, inner, start, reading);
    }
  }
  return unchanged(start);
}

function readWords(
  words: readonly SyntaxWord[],
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  for (const word of words) readWordExpansions(word, frame, scope, reading);
}
