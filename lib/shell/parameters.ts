import type { WordPart } from "unbash";
import type { Constant } from "./constants.ts";
import { folderOf, lastPart, withoutEnd } from "./pattern_parts.ts";
import type { Scope } from "./reading.ts";

/**
 * What an expansion of a variable gives, if that is certain.
 *
 * @param part The expansion.
 * @param scope What is known of the variables.
 * @returns The value, `undefined` if it is not the only one.
 */
export function expand(part: WordPart, scope: Scope): Constant | undefined {
  if (part.type === "SimpleExpansion") {
    return onlyValue(part.text.slice(1), scope);
  }
  if (part.type !== "ParameterExpansion") return undefined;
  const value = onlyValue(part.parameter, scope);
  if (value === undefined || part.text === `\${${part.parameter}}`) {
    return value;
  }
  const { operation } = part;
  if (
    operation === undefined || part.prefix !== undefined ||
    part.index !== undefined
  ) return undefined;
  if (value.kind === "matched") return partOf(value, part.text);
  if (value.kind !== "exact") return undefined;
  if (operation.type === "Default" && /^:?-$/.test(operation.operator)) {
    return value.text === "" ? undefined : value;
  }
  // A part that is quoted or expanded is no pattern.
  const literal = operation.type === "Remove" &&
    operation.operand.parts?.some((one) =>
        one.type !== "Literal" && one.type !== "Glob"
      ) !== true;
  if (!literal) return undefined;
  const text = remove(value.text, operation.operator, operation.operand.text);
  return text === undefined ? undefined : { kind: "exact", text };
}

/** What is left of the name of a file, for the plainest of removals. */
function partOf(value: Constant, text: string): Constant | undefined {
  const [, removal] =
    /^\$\{\w+(##\*\/|%\/\*?|%\.\*|%%?[\w.-]+)\}$/.exec(text) ??
      [];
  const left = removal === undefined
    ? undefined
    : removal === "##*/"
    ? lastPart(value.text)
    : removal === "%/"
    ? value.text.replace(/\/$/, "")
    : removal === "%/*"
    ? folderOf(value.text)
    : withoutEnd(value.text, removal.replace(/^%%?/, ""));
  return left === undefined ? undefined : asPattern(left, value);
}

/**
 * A name that fits a pattern, or is one, if that holds no wildcard.
 *
 * @param text The pattern.
 * @param value The name that it was taken from.
 * @returns The name.
 */
export function asPattern(text: string, value: Constant): Constant {
  const kind = /[*?[]/.test(text) ? "matched" : "exact";
  return { ...value, kind, text };
}

function onlyValue(name: string, scope: Scope): Constant | undefined {
  const values = scope.constants.get(name);
  return values?.length === 1 ? values[0] : undefined;
}

/** What is left of a value without a plain beginning or end. */
function remove(
  value: string,
  operator: "#" | "##" | "%" | "%%",
  pattern: string,
): string | undefined {
  const front = operator.startsWith("#");
  const greedy = operator.length === 2;
  const [, open = "", literal, close = ""] =
    /^(\*?)([\w./@+=:,-]+)(\*?)$/.exec(pattern) ?? [];
  if (literal === undefined) return undefined;
  if (open === "" && close === "") {
    if (front) {
      return value.startsWith(literal) ? value.slice(literal.length) : value;
    }
    return value.endsWith(literal) ? value.slice(0, -literal.length) : value;
  }
  // `#*x` ends at an x, `%x*` starts at one; the rest is left to running it.
  if (front !== (open === "*") || open + close !== "*") return undefined;
  const at = front === greedy
    ? value.lastIndexOf(literal)
    : value.indexOf(literal);
  if (at < 0) return value;
  return front ? value.slice(at + literal.length) : value.slice(0, at);
}
