import type { Bindings } from "./python_bindings.ts";
import type { Node } from "./python_tree.ts";

/**
 * Whether an expression is only printed.
 *
 * @param node The expression.
 * @param bindings What names stand for.
 * @returns Whether nobody holds on to it.
 */
export function isShown(node: Node, bindings: Bindings): boolean {
  const { parent } = node;
  if (parent?.kind === "FormatReplacement") return true;
  const call = parent?.kind === "ArgList" ? parent.parent : undefined;
  const name = call?.kind === "CallExpression" ? call.children[0]!.text : "";
  return /^(print|str|repr|len)$/.test(name) &&
    !bindings.values.has(name) && !bindings.imports.has(name);
}

/**
 * Whether a text is given to `print` and to nobody else.
 *
 * @param node The text.
 * @param bindings What names stand for.
 * @returns Whether nobody else sees it.
 */
export function isPrinted(node: Node, bindings: Bindings): boolean {
  const { parent } = node;
  if (parent?.kind === "ContinuedString") return isPrinted(parent, bindings);
  const call = parent?.kind === "ArgList" ? parent.parent : undefined;
  // `print("…", file=f)` gives it to someone.
  return call?.kind === "CallExpression" &&
    call.children[0]!.text === "print" && !bindings.imports.has("*") &&
    isShown(node, bindings) &&
    parent!.children.every(({ kind }) => kind !== "AssignOp");
}

/**
 * Whether an expression is only printed, gone through, or looked into.
 *
 * @param node The expression.
 * @param bindings What names stand for.
 * @returns Whether nobody holds on to it.
 */
export function isSeen(node: Node, bindings: Bindings): boolean {
  const { parent } = node;
  if (isShown(node, bindings)) return true;
  if (parent === undefined) return false;
  if (/^ForStatement$|ComprehensionExpression$/.test(parent.kind)) {
    return parent.children[parent.children.indexOf(node) - 1]?.kind === "in";
  }
  return parent.kind === "MemberExpression" && parent.children[0] === node &&
    parent.children[1]?.kind === "[";
}
