import type {
  ArithmeticExpression,
  ArrayValue,
  ParameterExpansionPart,
  SyntaxNode,
  TestExpression,
  Word as SyntaxWord,
} from "unbash";
import { forEachChild } from "unbash";
import {
  arithmeticTests,
  isPlainElement,
  isPlainOperand,
  isPlainSubscript,
} from "./arithmetic.ts";
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
      return readSubstitution(node, frame, scope, reading);
    case "ArithmeticCommandExpansion":
      if (!reading.variables.printsNumber(node.script)) {
        refuse(reading, "evaluated arithmetic", node.text);
      }
      return readSubstitution(node, frame, scope, reading);
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
    case "ArithmeticWord":
      if (!isPlainOperand(node, reading.variables)) {
        refuse(reading, "evaluated arithmetic", node.value);
      }
      break;
    case "ArrayValue":
      readArray(node, frame, reading);
      break;
    case "Word":
      if (node.parts === undefined) refuseUnread(node.text, reading);
      break;
    case "Literal":
      refuseUnread(node.text, reading);
      break;
    case "TestUnary":
      if (
        /^-[vR]$/.test(node.operator) && !/^\w+$/.test(node.operand.text)
      ) refuse(reading, "evaluated variable name", node.operand.text);
      break;
    case "TestBinary":
      if (arithmeticTests.has(node.operator)) {
        refuseSubscript(node.left, reading, "evaluated arithmetic");
        refuseSubscript(node.right, reading, "evaluated arithmetic");
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
  readExpansions(word, frame, scope, reading);
  const bare = word.parts === undefined
    ? word.text
    : word.parts.map((part) => part.type === "Literal" ? part.text : "").join(
      "",
    );
  if (/[\s;&|<>()'"]/.test(withoutEscapes(bare))) {
    refuse(reading, "word that cannot be read", word.text);
  }
}

/**
 * Refuses text that was taken to be literal but holds an expansion: the
 * syntax tree is not believed where it contradicts itself.
 */
function refuseUnread(text: string, reading: Reading): void {
  if (/\$[({\[]|`/.test(withoutEscapes(text))) {
    refuse(reading, "expansion that cannot be read", text);
  }
}

function withoutEscapes(text: string): string {
  return text.includes("\\") ? text.replace(/\\./gs, "") : text;
}

function readArray(node: ArrayValue, frame: Frame, reading: Reading): void {
  let end = node.pos + 1;
  for (const element of node.elements) {
    if (!isPlainElement(element)) {
      refuse(reading, "evaluated subscript", element.text);
    }
    // Something between two elements that is no element was misread.
    const gap = frame.source.slice(end, element.pos);
    if (/[^\s\\]/.test(gap.replace(/#[^\n]*/g, ""))) {
      refuse(reading, "array that cannot be read", element.text);
    }
    end = element.end;
  }
}

/**
 * Refuses a word that is evaluated as arithmetic unless it is a number.
 *
 * @param word The word.
 * @param reading What is collected.
 * @param reason The reason to give.
 */
export function refuseSubscript(
  word: SyntaxWord,
  reading: Reading,
  reason = "evaluated subscript",
): void {
  if (isPlainSubscript(word, reading.variables)) return;
  refuse(reading, reason, word.text);
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

type Substitution = Extract<
  SyntaxNode,
  {
    type:
      | "CommandExpansion"
      | "ProcessSubstitution"
      | "ArithmeticCommandExpansion";
  }
>;

function readSubstitution(
  node: Substitution,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  if (node.type === "ProcessSubstitution") {
    refuseUnlessBash(frame, reading, node.text);
  } else if (node.text.startsWith("${")) {
    refuse(reading, "substitution in braces", node.text);
  }
  const { script } = node;
  if (script === undefined) {
    refuse(reading, "substitution that cannot be read", node.text);
    return;
  }
  reading.readScript(script, within(frame, "substitution"), scope, reading);
}

function refuseRiskyParameter(
  part: ParameterExpansionPart,
  reading: Reading,
): void {
  const { operation, index, text } = part;
  const all = index?.text === "@" || index?.text === "*";
  if (operation?.type === "Default" && operation.operator.endsWith("=")) {
    reading.sets.add(part.parameter);
  }
  if (operation?.type === "Transform") {
    refuse(reading, "transforming expansion", text);
  } else if (operation?.type === "Unknown" || part.parameter === "") {
    refuse(reading, "unknown expansion", text);
  } else if (part.prefix === "!" && operation?.type !== "Names" && !all) {
    refuse(reading, "indirect expansion", text);
  }
  if (index !== undefined && !all) refuseSubscript(index, reading);
  if (operation?.type !== "Slice") return;
  refuseSubscript(operation.offset, reading);
  if (operation.length !== undefined) {
    refuseSubscript(operation.length, reading);
  }
}

/** Nodes that hold nothing dangerous themselves, only in their children. */
const known: ReadonlySet<string> = new Set<SyntaxNode["type"]>([
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
  "Transform",
  "Unknown",
  "HereDocBody",
  "ArithmeticBinary",
  "ArithmeticUnary",
  "ArithmeticTernary",
  "ArithmeticGroup",
  "TestLogical",
  "TestNot",
  "TestGroup",
  "Negation",
]);
