import type { Bindings } from "./python_bindings.ts";
import { calledMember, memberOf } from "./python_texts.ts";
import type { Node } from "./python_tree.ts";

/** How many expressions are looked at for one value. */
const mostSteps = 100;

/** What a value of the language itself can be. */
export type PlainKind = "text" | "file" | "container";

/**
 * Finds out whether an expression is a plain value of the language, whatever
 * packages the code uses: a text, a list, a file that was opened.
 *
 * @param node The expression.
 * @param bindings What names stand for.
 * @param steps How many more expressions may be looked at.
 * @returns What it is, `undefined` if it may be anything.
 */
export function kindOf(
  node: Node | undefined,
  bindings: Bindings,
  steps: { left: number } = { left: mostSteps },
): PlainKind | undefined {
  steps.left -= 1;
  if (node === undefined || steps.left < 0) return undefined;
  const next = (other: Node | undefined) => kindOf(other, bindings, steps);
  switch (node.kind) {
    case "String":
    case "ContinuedString":
    case "FormatString":
      return "text";
    case "ArrayExpression":
    case "DictionaryExpression":
    case "SetExpression":
    case "ArrayComprehensionExpression":
    case "DictionaryComprehensionExpression":
    case "SetComprehensionExpression":
      return "container";
    case "ParenthesizedExpression":
      return node.children.length === 3 ? next(node.children[1]) : undefined;
    case "VariableName": {
      if (bindings.imports.has(node.text) || bindings.imports.has("*")) {
        return undefined;
      }
      const kinds = bindings.values.get(node.text)?.map(next);
      return kinds !== undefined && new Set(kinds).size === 1
        ? kinds[0]
        : undefined;
    }
    case "MemberExpression":
      return /^sys\.(stdout|stderr|stdin)$/.test(memberOf(node, bindings) ?? "")
        ? "file"
        : undefined;
    case "CallExpression":
      return kindOfCall(node, bindings, next);
    default:
      return undefined;
  }
}

const builtins: Readonly<Record<string, PlainKind>> = {
  dict: "container",
  list: "container",
  open: "file",
  repr: "text",
  set: "container",
  sorted: "container",
  str: "text",
};

/** Methods of texts and files that give a text or a list of texts. */
const methods: Readonly<
  Record<PlainKind, Readonly<Record<string, PlainKind>>>
> = {
  text: {
    format: "text",
    join: "text",
    lower: "text",
    lstrip: "text",
    replace: "text",
    rsplit: "container",
    rstrip: "text",
    split: "container",
    splitlines: "container",
    strip: "text",
    title: "text",
    upper: "text",
  },
  file: {
    getvalue: "text",
    read: "text",
    readline: "text",
    readlines: "container",
  },
  container: { copy: "container" },
};

function kindOfCall(
  node: Node,
  bindings: Bindings,
  next: (node: Node | undefined) => PlainKind | undefined,
): PlainKind | undefined {
  const callee = node.children[0]!;
  if (callee.kind === "VariableName") {
    const own = bindings.values.has(callee.text) ||
      bindings.imports.has(callee.text) || bindings.imports.has("*");
    if (!own && Object.hasOwn(builtins, callee.text)) {
      return builtins[callee.text];
    }
  }
  if (/^io\.(StringIO|BytesIO)$/.test(calledMember(node, bindings) ?? "")) {
    return "file";
  }
  const property = callee.children.at(-1);
  if (
    callee.kind !== "MemberExpression" || property?.kind !== "PropertyName"
  ) return undefined;
  const kind = next(callee.children[0]);
  if (kind === undefined) return undefined;
  const given = methods[kind];
  return Object.hasOwn(given, property.text) ? given[property.text] : undefined;
}
