import type { CodeSituation } from "./findings.ts";
import type { Bindings } from "./python_bindings.ts";
import type { Node } from "./python_tree.ts";

/** How many texts a value may stand for before it counts as unknown. */
const mostTexts = 20;

/** How many expressions are looked at for one value. */
const mostSteps = 500;

/**
 * Finds every text that an expression may be.
 *
 * @param node The expression.
 * @param bindings What names stand for.
 * @param situation What else texts depend on.
 * @param steps How many more expressions may be looked at.
 * @returns The texts, `undefined` if they do not all stand in the code.
 */
export function textsOf(
  node: Node | undefined,
  bindings: Bindings,
  situation: CodeSituation,
  steps: { left: number; deep: number } = { left: mostSteps, deep: 20 },
): readonly string[] | undefined {
  steps.left -= 1;
  if (node === undefined || steps.left < 0 || steps.deep < 0) return undefined;
  const next = (other: Node | undefined) => {
    steps.deep -= 1;
    const texts = textsOf(other, bindings, situation, steps);
    steps.deep += 1;
    return texts;
  };
  switch (node.kind) {
    case "String":
    case "ContinuedString": {
      const text = literalOf(node);
      return text === undefined ? undefined : [text];
    }
    case "ParenthesizedExpression":
      return node.children.length === 3 ? next(node.children[1]) : undefined;
    case "VariableName": {
      if (bindings.imports.has(node.text)) {
        return memberOf(node, bindings) === "sys.executable"
          ? ["python3"]
          : undefined;
      }
      if (node.text === "__file__") {
        return situation.file === undefined ? undefined : [situation.file];
      }
      const values = bindings.values.get(node.text) ?? [];
      // Whatever `*` brings along may be in its place.
      return values.length === 0 || bindings.imports.has("*")
        ? undefined
        : union(values.map(next));
    }
    case "BinaryExpression": {
      const [first, sign, second] = node.children;
      if (node.children.length !== 3 || sign?.text !== "+") return undefined;
      return product([next(first), next(second)]);
    }
    case "MemberExpression":
      return memberOf(node, bindings) === "sys.executable"
        ? ["python3"]
        : argumentOf(node, bindings, situation);
    case "FormatString":
      return formattedTexts(node, next);
    case "CallExpression": {
      const called = calledMember(node, bindings);
      const given = node.children[1]?.children.filter((child) =>
        !/^[(),]$/.test(child.kind)
      );
      if (given === undefined) return undefined;
      if (called === "os.path.join") {
        return product(given.map(next), joined);
      }
      if (called === "os.path.expanduser" && given.length === 1) {
        return next(given[0])?.map((text) =>
          text.replace(/^~(?=\/|$)/, situation.home)
        );
      }
      if (called === "os.getcwd" && given.length === 0) return ["."];
      if (called === "os.path.dirname" && given.length === 1) {
        return next(given[0])?.map((text) =>
          text.replace(/\/*[^/]*$/, "") || (text.startsWith("/") ? "/" : "")
        );
      }
      const same = /^os\.path\.(abspath|realpath|normpath)$/.test(called ?? "");
      return same && given.length === 1 ? next(given[0]) : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The text of a plain string literal.
 *
 * @param node The literal, or several that stand side by side.
 * @returns The text, `undefined` if it is not written as it is.
 */
export function literalOf(node: Node): string | undefined {
  if (node.kind === "ContinuedString") {
    const parts = node.children.map(literalOf);
    return parts.includes(undefined) ? undefined : parts.join("");
  }
  const found = /^[uU]?("""|'''|"|')([^\\]*)\1$/s.exec(node.text);
  return node.kind === "String" ? found?.[2] : undefined;
}

/**
 * The full name of a library function that is called, such as `os.path.join`.
 *
 * @param call The call.
 * @param bindings What names stand for.
 * @returns The name, `undefined` if it is anything else.
 */
export function calledMember(
  call: Node,
  bindings: Bindings,
): string | undefined {
  const callee = call.children[0];
  return callee === undefined ? undefined : memberOf(callee, bindings);
}

/**
 * The full name of what an expression takes from a module.
 *
 * @param node The expression.
 * @param bindings What names stand for.
 * @returns The name, or the module's own; `undefined` if it is anything else.
 */
export function memberOf(node: Node, bindings: Bindings): string | undefined {
  if (node.kind === "VariableName") {
    const imported = bindings.imports.get(node.text);
    if (imported === undefined || imported.foreign) return undefined;
    return imported.member === undefined
      ? imported.module
      : `${imported.module}.${imported.member}`;
  }
  if (node.kind !== "MemberExpression" || node.children.length !== 3) {
    return undefined;
  }
  const [of, , property] = node.children;
  if (property?.kind !== "PropertyName") return undefined;
  const outer = memberOf(of!, bindings);
  return outer === undefined ? undefined : `${outer}.${property.text}`;
}

/** `f"{folder}/a"`, where only names of texts stand in the braces. */
function formattedTexts(
  node: Node,
  next: (node: Node | undefined) => readonly string[] | undefined,
): readonly string[] | undefined {
  const [, text] =
    /^[fF](?:"""|'''|"|')(.*?)(?:"""|'''|"|')$/s.exec(node.text) ?? [];
  if (text === undefined || /\\|\{\{|\}\}/.test(text)) return undefined;
  const parts: (readonly string[] | undefined)[] = [];
  let at = 0;
  for (const child of node.children) {
    const start = text.indexOf(child.text, at);
    if (!/^\{\w+\}$/.test(child.text) || start < 0) return undefined;
    parts.push([text.slice(at, start)], next(child.children[0]));
    at = start + child.text.length;
  }
  return product([...parts, [text.slice(at)]]);
}

/** `sys.argv[1]` */
function argumentOf(
  node: Node,
  bindings: Bindings,
  situation: CodeSituation,
): readonly string[] | undefined {
  const [list, open, index, close] = node.children;
  const plain = node.children.length === 4 && open?.kind === "[" &&
    close?.kind === "]" && /^[1-9]\d?$/.test(index?.text ?? "");
  if (!plain || memberOf(list!, bindings) !== "sys.argv") return undefined;
  const text = situation.arguments[Number(index!.text) - 1];
  return text === undefined ? undefined : [text];
}

function union(
  lists: readonly (readonly string[] | undefined)[],
): readonly string[] | undefined {
  const all = new Set<string>();
  for (const list of lists) {
    if (list === undefined) return undefined;
    for (const text of list) all.add(text);
  }
  return all.size <= mostTexts ? [...all] : undefined;
}

/** Two parts of a path, as `os.path.join` makes one of them. */
function joined(first: string, second: string): string {
  if (second.startsWith("/")) return second;
  return first === "" || first.endsWith("/")
    ? first + second
    : `${first}/${second}`;
}

function product(
  lists: readonly (readonly string[] | undefined)[],
  combine = (first: string, second: string) => first + second,
): readonly string[] | undefined {
  let all: string[] | undefined;
  for (const list of lists) {
    if (list === undefined) return undefined;
    all = all === undefined
      ? [...list]
      : all.flatMap((first) => list.map((second) => combine(first, second)));
    if (all.length > mostTexts) return undefined;
  }
  return all;
}
