import type { Node } from "./python_tree.ts";

/** One argument of a call. */
export interface Argument {
  /** Its name, if it is given one. */
  readonly name: string | undefined;
  /** Whether it stands for several. */
  readonly starred: boolean;
  /** What is given. */
  readonly value: Node;
}

/**
 * Gives the arguments of a call.
 *
 * @param list What stands in its parentheses.
 * @returns The arguments in order, each with its name.
 */
export function argumentsOf(list: Node): Argument[] {
  const parts: Node[][] = [[]];
  for (const child of list.children.slice(1, -1)) {
    if (child.kind === ",") parts.push([]);
    else parts.at(-1)!.push(child);
  }
  return parts.filter((part) => part.length > 0).map((part) => {
    const named = part.length === 3 && part[1]!.text === "=";
    const single = part.length === 1;
    return {
      name: named ? part[0]!.text : undefined,
      starred: !named && !single,
      value: part.at(-1)!,
    };
  });
}

/**
 * Whether a text can be formatted without finding attributes, as
 * `{0.__class__}` would.
 *
 * @param node What is formatted.
 * @returns Whether it is a literal that only places and aligns.
 */
export function formatsPlainly(node: Node): boolean {
  const texts = node.kind === "ContinuedString" ? node.children : [node];
  return texts.every(({ kind, text }) =>
    kind === "String" && !/^\w*r/i.test(text) &&
    !/\\(?![nrt\\'"])/.test(text)
  ) &&
    !/[{}]/.test(
      node.text.replaceAll(/\{\{|\}\}/g, "")
        .replaceAll(/\{\w*(![rsa])?(:[^{}]*)?\}/g, ""),
    );
}
