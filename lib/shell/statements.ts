import type {
  CompoundList,
  ParsedScript,
  PipelineNode,
  Statement,
  SyntaxNode,
} from "unbash";
import { refuseVariable } from "./assignments.ts";
import { choicesOf } from "./constants.ts";
import {
  type Flow,
  type Frame,
  mostReadCommands,
  type PlacedRedirect,
  type Reading,
  refuse,
  type Scope,
  unknownScope,
  within,
} from "./reading.ts";
import { readExpansions, refuseUnlessBash } from "./expansions.ts";
import { refuseGaps } from "./gaps.ts";
import { bareInvocation, report } from "./invocation.ts";
import { readCase, readIf, readLoop, readWords } from "./compounds.ts";
import { readRedirects } from "./redirects.ts";
import { readCommand } from "./simple_command.ts";
import { afterwards, joinFlows, joinScopes, unchanged } from "./scope.ts";
import { linesOf } from "./fed_lines.ts";
import { makeWord, readWord } from "./words.ts";

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
  refuseGaps(script.commands, "statements", script, inner, reading);
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
      return readChoices(
        node,
        scope,
        reading,
        (choice, into) => readCommand(node, frame, choice, into),
      );
    case "AndOr": {
      refuseGaps(node.commands, "lists", node, frame, reading);
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
      return readChoices(
        node,
        scope,
        reading,
        (choice, into) => readPipeline(node, frame, choice, into),
      );
    case "Redirected": {
      const redirects = readRedirects(node.redirects, frame, scope, reading);
      const around: Frame = {
        ...frame,
        redirects: [...frame.redirects, ...redirects.all.map(shared)],
        input: redirects.input === undefined
          ? frame.input
          : { kind: redirects.input.kind, lines: redirects.input.lines },
      };
      const before = reading.commands.length;
      const flow = readNode(node.command, around, scope, reading);
      if (reading.commands.length === before) {
        report(bareInvocation(around), around, scope, reading);
      }
      // A redirect that fails leaves the group undone.
      return { ...flow, failure: joinScopes(flow.failure, scope) };
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
      reading.sets.add(node.name.value);
      reading.lists.push(
        ...(node.wordlist ?? []).map((word) => readWord(word, scope)),
      );
      refuseVariable(
        { name: node.name.value, value: makeWord("", undefined) },
        reading,
      );
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
      // Inside a substitution, bash runs something else than it was given.
      refuse(reading, "coproc", frame.source.slice(node.pos, node.end));
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

/** Reads a piece of a line once for each choice of values in it. */
function readChoices(
  node: Node,
  scope: Scope,
  reading: Reading,
  read: (choice: Scope, into: Reading) => Flow,
): Flow {
  const [first, ...others] = choicesOf(node, scope);
  // Choices inside of choices would multiply the work without end.
  reading.written.choices += others.length;
  if (reading.written.choices > mostReadCommands) {
    refuse(reading, `more than ${mostReadCommands} commands`, "");
    return read(others.length === 0 ? first! : unknownScope, reading);
  }
  const flow = read(first!, reading);
  if (others.length === 0) return flow;
  const again: Reading = { ...reading, again: true };
  return joinFlows([flow, ...others.map((choice) => read(choice, again))]);
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
  const parts = [...node.prefixes, ...node.commands];
  refuseGaps(parts, "pipes", node, frame, reading);
  const [only, ...rest] = node.commands;
  if (only === undefined) return unchanged(scope);
  const errors = node.operators.includes("|&");
  if (errors) refuseUnlessBash(frame, reading, "|&");
  if (rest.length === 0) {
    const flow = readNode(only, frame, scope, reading);
    const negations = node.prefixes.filter((one) => one.type === "Negation");
    return negations.length % 2 === 1
      ? { success: flow.failure, failure: flow.success }
      : flow;
  }
  const inner = within(frame, "pipe");
  const pipe = reading.written.pipes++;
  const flows = node.commands.map((command, part) => {
    const before = node.commands.slice(0, part);
    const piped: Frame = {
      ...inner,
      pipes: [...frame.pipes, { pipe, part }],
      input: part === 0
        ? frame.input
        : { kind: "pipe", ...(!errors && { lines: linesOf(before, scope) }) },
    };
    return readNode(command, piped, scope, reading);
  });
  // Zsh runs the last one in the shell itself.
  return joinFlows([unchanged(scope), flows.at(-1)!]);
}

/** A redirect as it is for the commands of a group. */
function shared(placed: PlacedRedirect): PlacedRedirect {
  return { ...placed, redirect: { ...placed.redirect, shared: true } };
}
