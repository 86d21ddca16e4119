import type {
  ArithmeticExpression,
  ParameterExpansionPart,
  SyntaxNode,
  TestExpression,
  Word as SyntaxWord,
} from "unbash";
import { forEachChild } from "unbash";
import {
  type Frame,
  type Reading,
  refuse,
  type Scope,
  within,
} from "./reading.ts";

/** Any node that may hold an expansion. */
export type Expandable = SyntaxNode | ArithmeticExpression | TestExpression;

/**
 * Reads the commands inside the expansions of a node: substitutions, in
 * whatever they hide.
 *
 * Expansions that run text as code or that name their variable at run time
 * are refused. So is every node this does not know.
 *
 * @param node A word, an arithmetic expression, a test, a here-document body.
 * @param frame What it is nested in.
 * @param scope What is known when it is expanded.
 * @param reading What is collected.
 */
export function readExpansions(
  node: Expandable,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  switch (node.type) {
    case "CommandExpansion":
    case "ProcessSubstitution":
    case "ArithmeticCommandExpansion": {
      if (node.type === "ProcessSubstitution") {
        refuseUnlessBash(frame, reading, node.text);
      }
      const script = node.script;
      if (script === undefined) {
        refuse(reading, "substitution that cannot be read", node.text);
      } else {
        const inner = within(frame, "substitution");
        reading.readScript(script, inner, scope, reading);
      }
      return;
    }
    case "ParameterExpansion":
      refuseRiskyParameter(node, reading);
      break;
    case "ArithmeticExpansion":
      if (node.text.startsWith("$[")) {
        refuse(reading, "old arithmetic expansion", node.text);
      } else if (
        node.expression === undefined && !/^\$\(\(\s*\)\)$/.test(node.text)
      ) {
        refuse(reading, "arithmetic that cannot be read", node.text);
      }
      break;
    case "ExtendedGlob":
      refuse(reading, "extended pattern", node.text);
      break;
    case "AnsiCQuoted":
    case "LocaleString":
      refuseUnlessBash(frame, reading, node.text);
      break;
    default:
      if (!known.has(node.type)) {
        refuse(reading, `unknown syntax ${node.type}`, frame.source);
      }
  }
  forEachChild(node, (child) => readExpansions(child, frame, scope, reading));
}

/**
 * Reads the expansions of a word, unless it has none.
 *
 * @param word The word.
 * @param frame What it is nested in.
 * @param scope What is known when it is expanded.
 * @param reading What is collected.
 */
export function readWordExpansions(
  word: SyntaxWord,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  if (word.parts !== undefined) readExpansions(word, frame, scope, reading);
}

/**
 * Refuses syntax that `sh` reads differently from bash, where `sh` will run it.
 *
 * @param frame What the syntax is nested in.
 * @param reading What is collected.
 * @param text The syntax as written.
 */
export function refuseUnlessBash(
  frame: Frame,
  reading: Reading,
  text: string,
): void {
  if (frame.dialect === "bash") return;
  refuse(reading, "bash syntax in a script for sh", text);
}

function refuseRiskyParameter(
  part: ParameterExpansionPart,
  reading: Reading,
): void {
  const operation = part.operation;
  if (operation?.type === "Transform") {
    refuse(reading, "transforming expansion", part.text);
  } else if (operation?.type === "Unknown") {
    refuse(reading, "unknown expansion", part.text);
  } else if (
    part.prefix === "!" && operation?.type !== "Names" &&
    part.index?.text !== "@" && part.index?.text !== "*"
  ) {
    refuse(reading, "indirect expansion", part.text);
  }
}

/** Nodes that hold nothing dangerous themselves, only in their children. */
const known: ReadonlySet<string> = new Set<SyntaxNode["type"]>([
  "Word",
  "Literal",
  "Glob",
  "SingleQuoted",
  "DoubleQuoted",
  "SimpleExpansion",
  "BraceExpansion",
  "Names",
  "Default",
  "Remove",
  "Replace",
  "Slice",
  "CaseModification",
  "HereDocBody",
  "ArrayValue",
  "ArithmeticBinary",
  "ArithmeticUnary",
  "ArithmeticTernary",
  "ArithmeticGroup",
  "ArithmeticWord",
  "TestUnary",
  "TestBinary",
  "TestLogical",
  "TestNot",
  "TestGroup",
  "Negation",
]);
