import type { ArithmeticExpression, Word as SyntaxWord } from "unbash";
import type { Variables } from "./variables.ts";

/*
 * Arithmetic evaluates the value of a variable again, as arithmetic, and a
 * subscript in that value runs the substitutions in it: with `x='a[$(cmd)]'`,
 * `$((x))` runs cmd. So does every subscript, slice and numeric test. Only
 * numbers may stand there.
 */

/** Operators of `[[ ]]` that evaluate both sides as arithmetic. */
export const arithmeticTests: ReadonlySet<string> = new Set([
  "-eq",
  "-ne",
  "-lt",
  "-le",
  "-gt",
  "-ge",
]);

const number = /^(\d\w*|\d+#[\w@]+)$/;
const element = /^([A-Za-z_]\w*)\[([^[\]]*)\]$/;

/**
 * Whether an operand of arithmetic can be nothing but a number.
 *
 * @param operand The operand.
 * @param variables What is known of the script's variables.
 * @returns Whether evaluating it runs nothing.
 */
export function isPlainOperand(
  operand: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
  variables: Variables,
): boolean {
  const { value, parts } = operand;
  if (parts !== undefined) {
    const [base, ...digits] = parts;
    const based = base?.type === "Literal" && /^\d+#$/.test(base.value);
    const word = { ...operand, type: "Word" as const, text: value };
    return variables.isNumeric({ ...word, parts: based ? digits : parts });
  }
  if (value.trim() === "" || number.test(value)) return true;
  const [, array, subscript] = element.exec(value) ?? [];
  if (array !== undefined && subscript !== undefined) {
    return variables.isNumber(array) && isPlainText(subscript, variables);
  }
  return variables.isNumber(value);
}

/**
 * Whether a word that is evaluated as arithmetic, such as a subscript, can be
 * nothing but a number.
 *
 * @param word The word.
 * @param variables What is known of the script's variables.
 * @returns Whether evaluating it runs nothing.
 */
export function isPlainSubscript(
  word: SyntaxWord,
  variables: Variables,
): boolean {
  if (word.parts === undefined) return isPlainText(word.text, variables);
  return word.parts.every((part) =>
    part.type === "Literal"
      ? isPlainText(part.text, variables)
      : variables.isNumeric({ ...word, text: part.text, parts: [part] })
  );
}

/**
 * Whether an element of an array's value has no subscript that is evaluated.
 *
 * @param word The element.
 * @returns Whether it has none, or one that is written as a number.
 */
export function isPlainElement(word: SyntaxWord): boolean {
  return !word.text.startsWith("[") || /^\[\d+\]\+?=/.test(word.text);
}

function isPlainText(text: string, variables: Variables): boolean {
  if (!/^[\w\s+\-*/%()]*$/.test(text)) return false;
  const names = text.match(/\b[A-Za-z_]\w*/g) ?? [];
  return names.every((name) => variables.isNumber(name));
}
