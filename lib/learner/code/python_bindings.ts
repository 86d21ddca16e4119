import { Unproven } from "./findings.ts";
import { givenTo, isGoneThrough, itemsOf, usesOf } from "./python_given.ts";
import { type Imported, PythonImports } from "./python_imports.ts";
import type { Node } from "./python_tree.ts";
import {
  harmlessBuiltins,
  refusedBuiltins,
  specialBuiltins,
} from "./tables/python_names.ts";

/** What the names in a piece of Python stand for, wherever they are used. */
export interface Bindings {
  /** Names that an import gives. */
  readonly imports: ReadonlyMap<string, Imported>;
  /**
   * All other names that are given to something, with every value they get;
   * `undefined` for a value that does not stand in the text by itself.
   */
  readonly values: ReadonlyMap<string, readonly (Node | undefined)[]>;
  /** Attributes that the code itself gives to its objects and classes. */
  readonly attributes: ReadonlySet<string>;
  /** Attributes and items that are given something. */
  readonly targets: readonly Node[];
  /** Every place in which a name stands. */
  readonly uses: ReadonlyMap<string, readonly Node[]>;
  /** Packages that the language does not bring along. */
  readonly packages: readonly string[];
  /** The words that were read here and need not be looked at again. */
  readonly read: ReadonlySet<Node>;
}

/**
 * Finds what every name in a piece of Python may stand for. Where a name is
 * used does not matter: it may stand for anything it is ever given to.
 *
 * @param root The tree.
 * @returns The names.
 * @throws {Unproven} If a name is given to something that it must not be.
 */
export function readBindings(root: Node): Bindings {
  const imports = new PythonImports();
  const values = new Map<string, (Node | undefined)[]>();
  const attributes = new Set<string>();
  const targets: Node[] = [];
  const read = new Set<Node>();
  const loops: { name: string; source: Node }[] = [];
  const uses = usesOf(root);
  visit(root);
  for (const { name, source } of loops) readItems(name, source);
  if (imports.whole.length > 0) readRest(root);
  for (const name of imports.names.keys()) {
    if (values.has(name)) throw new Unproven(`gives ${name} another meaning`);
  }
  return {
    imports: imports.names,
    values,
    attributes,
    targets,
    uses,
    packages: [...imports.packages],
    read,
  };

  function visit(node: Node): void {
    const { children } = node;
    switch (node.kind) {
      case "ImportStatement":
        for (const word of children) read.add(word);
        return imports.read(children);
      case "AssignStatement":
      case "UpdateStatement":
      case "NamedExpression":
        readAssignment(node);
        break;
      case "ForStatement":
        readLoops(node);
        break;
      case "ArgList":
        readKeywords(node);
        readLoops(node);
        break;
      case "WithStatement":
      case "TryStatement":
        readAliases(node);
        break;
      case "FunctionDefinition":
      case "ClassDefinition": {
        const name = children.find((child) => child.kind === "VariableName");
        if (name !== undefined) bind(name, undefined);
        break;
      }
      case "ParamList":
        readParameters(node);
        break;
      case "ScopeStatement":
        for (const child of children) {
          if (child.kind === "VariableName") read.add(child);
        }
        break;
      default:
        if (node.kind.endsWith("ComprehensionExpression")) readLoops(node);
    }
    children.forEach(visit);
  }

  /** Notes that something gets a value; `later` notes only that it does. */
  function bind(target: Node, value: Node | undefined, later = false): void {
    switch (target.kind) {
      case "VariableName": {
        const name = target.text;
        read.add(target);
        const dunder = /^__.*__$/.test(name);
        if (dunder && !isMethod(target)) {
          throw new Unproven(`gives ${name} another meaning`);
        }
        if (refusedBuiltins.has(name) || specialBuiltins.has(name)) {
          throw new Unproven(`gives ${name} another meaning`);
        }
        if (later) values.set(name, values.get(name) ?? []);
        else give(name, value);
        if (isInClass(target)) attributes.add(name);
        return;
      }
      case "MemberExpression": {
        targets.push(target);
        const last = target.children.at(-1);
        if (last?.kind !== "PropertyName") return;
        if (last.text.startsWith("__")) {
          throw new Unproven(`changes ${last.text}`);
        }
        attributes.add(last.text);
        return;
      }
      case "TupleExpression":
      case "ArrayExpression":
      case "ParenthesizedExpression":
        for (const child of target.children) bind(child, undefined);
        return;
    }
  }

  function readAssignment(node: Node): void {
    const parts: Node[][] = [[]];
    for (const child of node.children) {
      if (child.kind === "AssignOp" || child.kind === "UpdateOp") {
        parts.push([]);
      } else if (child.kind !== "TypeDef") {
        parts.at(-1)!.push(child);
      }
    }
    const value = parts.length > 1 ? parts.pop()! : [];
    const single = node.kind !== "UpdateStatement" && value.length === 1
      ? value[0]
      : undefined;
    for (const targets of parts) {
      for (const target of targets) {
        bind(target, targets.length === 1 ? single : undefined);
      }
    }
  }

  /** `for … in …`, wherever it stands: what is between is given to. */
  function readLoops(node: Node): void {
    node.children.forEach((child, index) => {
      if (child.kind !== "for") return;
      const end = node.children.findIndex((other, at) =>
        at > index && other.kind === "in"
      );
      const targets = node.children.slice(index + 1, end);
      const source = node.children[end + 1];
      const after = node.children[end + 2]?.kind;
      const single = targets.length === 1 && after !== ",";
      for (const target of targets) {
        if (single && source && target.kind === "VariableName") {
          bind(target, undefined, true);
          loops.push({ name: target.text, source });
        } else bind(target, undefined);
      }
    });
  }

  /** `x=1` names a parameter; `x := 1` gives a name. */
  function readKeywords(list: Node): void {
    list.children.forEach((child, index) => {
      const sign = list.children[index + 1];
      if (child.kind !== "VariableName" || sign?.kind !== "AssignOp") return;
      if (sign.text === "=") read.add(child);
      else bind(child, list.children[index + 2]);
    });
  }

  function give(name: string, value: Node | undefined): void {
    const known = values.get(name) ?? [];
    // What it stands for already.
    const same = value?.kind === "VariableName" && value.text === name;
    values.set(name, same ? known : [...known, value]);
  }

  /** What a name gets of a list that stands in the text. */
  function readItems(name: string, source: Node): void {
    const of = source.kind === "VariableName" && uses.get(source.text)
        ?.every((use) => isGoneThrough(use) || read.has(use))
      ? values.get(source.text)
      : [source];
    const items = of?.length === 1 ? itemsOf(of[0]) : undefined;
    if (!items?.length) give(name, undefined);
    else for (const item of items) give(name, item);
  }

  /** A file that is opened is what `as` gives a name to. */
  function readAliases(node: Node): void {
    node.children.forEach((child, index) => {
      if (node.children[index - 1]?.kind !== "as") return;
      const opened = node.children[index - 2];
      const plain = opened?.kind === "CallExpression" &&
        opened.children[0]!.text === "open";
      bind(child, plain ? opened : undefined);
    });
  }

  /**
   * A function that is only ever called by its name gets what stands in those
   * calls.
   */
  function readParameters(list: Node): void {
    const names = list.children.filter((child, index) =>
      child.kind === "VariableName" &&
      list.children[index - 1]?.kind !== "AssignOp"
    );
    const given = givenTo(list, names, uses);
    for (const name of names) {
      const found = given?.get(name);
      if (found === undefined) bind(name, undefined);
      else {
        bind(name, undefined, true);
        for (const one of found) give(name.text, one);
      }
    }
  }

  /**
   * After `from shop import *`, whatever the code itself does not give a
   * meaning may be the package's.
   */
  function readRest(node: Node): void {
    if (node.kind === "VariableName" && !read.has(node)) {
      const name = node.text;
      if (specialBuiltins.has(name)) {
        throw new Unproven(`uses ${name}, which may be another`);
      }
      const known = values.has(name) || imports.names.has(name) ||
        harmlessBuiltins.has(name) || refusedBuiltins.has(name) ||
        /^__.*__$/.test(name);
      const [from] = imports.whole;
      if (!known) imports.give(name, from!, name, from!);
    }
    node.children.forEach(readRest);
  }
}

function isInClass(target: Node): boolean {
  let node: Node | undefined = target.parent;
  while (
    node !== undefined &&
    /^(AssignStatement|Body|FunctionDefinition|DecoratedStatement|IfStatement)$/
      .test(node.kind)
  ) {
    if (node.kind === "Body" && node.parent?.kind === "ClassDefinition") {
      return true;
    }
    if (node.kind === "Body" && node.parent?.kind === "FunctionDefinition") {
      return false;
    }
    node = node.parent;
  }
  return false;
}

/** Methods through which a class could change how classes are made. */
const makers =
  /^__(prepare|new|init_subclass|class_getitem|getattribute|mro_entries|set_name|reduce|reduce_ex|del|import|build_class)__$/;

/** `def __repr__` in a class, and `__slots__`. */
function isMethod(target: Node): boolean {
  if (!isInClass(target) || makers.test(target.text)) return false;
  return target.text === "__slots__" ||
    target.parent?.kind === "FunctionDefinition";
}
