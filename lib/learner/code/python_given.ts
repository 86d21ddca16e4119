import { argumentsOf } from "./python_arguments.ts";
import type { Node } from "./python_tree.ts";

/** Every place in which a name stands, by name. */
export type Uses = ReadonlyMap<string, readonly Node[]>;

/**
 * Finds every place in which a name stands.
 *
 * @param root The tree.
 * @returns The places, by name.
 */
export function usesOf(root: Node): Uses {
  const uses = new Map<string, Node[]>();
  const collect = (node: Node): void => {
    if (node.kind === "VariableName") {
      const known = uses.get(node.text);
      if (known === undefined) uses.set(node.text, [node]);
      else known.push(node);
    }
    node.children.forEach(collect);
  };
  collect(root);
  return uses;
}

/**
 * Finds what the parameters of a function are given, if it is only ever called
 * by its name.
 *
 * @param list The parameters, in parentheses.
 * @param names Their names.
 * @param uses Where names stand.
 * @returns Every value that each of them gets, `undefined` if it may get others.
 */
export function givenTo(
  list: Node,
  names: readonly Node[],
  uses: Uses,
): ReadonlyMap<Node, readonly Node[]> | undefined {
  const definition = list.parent;
  const name = definition?.children[1];
  const plain = definition?.kind === "FunctionDefinition" &&
    definition.parent?.kind !== "DecoratedStatement" &&
    !isMember(definition) &&
    list.children.every(({ kind }) => !/^(\*\*?|\/)$/.test(kind));
  if (!plain) return undefined;
  const others = uses.get(name!.text)!.filter((use) => use !== name);
  if (others.length === 0 || !others.every(isCalled)) return undefined;
  const found = new Map<Node, Node[]>(names.map((one) => [one, []]));
  for (const use of others) {
    const given = argumentsOf(use.parent!.children[1]!);
    if (given.some(({ starred }) => starred)) return undefined;
    for (const [index, one] of names.entries()) {
      const value = given.find(({ name }) => name === one.text) ??
        (given[index]?.name === undefined ? given[index] : undefined);
      const node = value?.value ?? usualOf(one, list);
      if (node === undefined) return undefined;
      found.get(one)!.push(node);
    }
  }
  return found;
}

/** What a parameter is where a call gives nothing. */
function usualOf(name: Node, list: Node): Node | undefined {
  const place = list.children.indexOf(name) + 1;
  const sign = list.children[place]?.kind === "TypeDef" ? place + 1 : place;
  return list.children[sign]?.kind === "AssignOp"
    ? list.children[sign + 1]
    : undefined;
}

/** Whether a class holds a function, which anyone may then call on it. */
function isMember(definition: Node): boolean {
  for (let node = definition.parent; node; node = node.parent) {
    if (node.kind === "ClassDefinition") return true;
    if (/^(FunctionDefinition|LambdaExpression)$/.test(node.kind)) return false;
  }
  return false;
}

function isCalled(use: Node): boolean {
  return use.parent?.kind === "CallExpression" &&
    use.parent.children[0] === use;
}

/**
 * Finds what a list or tuple holds that stands in the text.
 *
 * @param source The list.
 * @returns The texts in it, `undefined` if it may hold anything else.
 */
export function itemsOf(source: Node | undefined): readonly Node[] | undefined {
  if (
    source?.kind !== "ArrayExpression" && source?.kind !== "TupleExpression"
  ) {
    return undefined;
  }
  const items = source.children.filter((child) =>
    !/^[[\](),]$/.test(child.kind)
  );
  const plain = items.every((item) =>
    item.kind === "String" || item.kind === "ContinuedString"
  );
  return plain ? items : undefined;
}

/**
 * Whether a name stands in `for one in all`, which leaves the list as it is.
 *
 * @param use The place in which it stands.
 * @returns Whether it does.
 */
export function isGoneThrough(use: Node): boolean {
  const { parent } = use;
  const index = parent?.children.indexOf(use) ?? 0;
  return parent?.children[index - 1]?.kind === "in" &&
    /^ForStatement$|ComprehensionExpression$/.test(parent.kind);
}
