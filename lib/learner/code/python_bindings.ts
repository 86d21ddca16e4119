import { Unproven } from "./findings.ts";
import type { Node } from "./python_tree.ts";
import { holds, soundsReaching } from "./reaching.ts";
import { pureModules, systemModules } from "./tables/python_modules.ts";
import { pathFunctions, reachingPackages } from "./tables/python_modules.ts";
import {
  harmlessBuiltins,
  libraryModules,
  refusedBuiltins,
} from "./tables/python_names.ts";

/** What an imported name stands for. */
export interface Imported {
  /** The module, such as `os.path`. */
  readonly module: string;
  /** The name in the module, if it is not the module itself. */
  readonly member: string | undefined;
  /** Whether the language does not bring the module along. */
  readonly foreign: boolean;
}

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
  const imports = new Map<string, Imported>();
  const values = new Map<string, (Node | undefined)[]>();
  const attributes = new Set<string>();
  const targets: Node[] = [];
  const packages = new Set<string>();
  const read = new Set<Node>();
  const all: string[] = [];
  visit(root);
  if (all.length > 0) readRest(root);
  for (const name of imports.keys()) {
    if (values.has(name)) throw new Unproven(`gives ${name} another meaning`);
  }
  return {
    imports,
    values,
    attributes,
    targets,
    packages: [...packages],
    read,
  };

  function visit(node: Node): void {
    const { children } = node;
    switch (node.kind) {
      case "ImportStatement":
        return readImport(node);
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

  function bind(target: Node, value: Node | undefined): void {
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
        values.set(name, [...values.get(name) ?? [], value]);
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
        const items = single && target.kind === "VariableName"
          ? itemsOf(source)
          : undefined;
        if (!items?.length) bind(target, undefined);
        else for (const item of items) bind(target, item);
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

  function readAliases(node: Node): void {
    node.children.forEach((child, index) => {
      if (node.children[index - 1]?.kind === "as") bind(child, undefined);
    });
  }

  function readParameters(list: Node): void {
    list.children.forEach((child, index) => {
      if (child.kind !== "VariableName") return;
      if (list.children[index - 1]?.kind !== "AssignOp") bind(child, undefined);
    });
  }

  function readImport(node: Node): void {
    const words = node.children;
    for (const word of words) read.add(word);
    const texts = words.map((word) => word.text).filter((text) =>
      text !== "(" && text !== ")"
    );
    if (texts[0] === "import") {
      for (const one of splitAt(texts.slice(1))) {
        const { path, alias } = readName(one);
        if (alias === undefined) {
          give(path.split(".")[0]!, path, undefined, path.split(".")[0]!);
        } else give(alias, path, undefined, path);
      }
      return;
    }
    const middle = texts.indexOf("import");
    if (texts[0] !== "from" || middle < 0) throw new Unproven("imports oddly");
    const { path } = readName(texts.slice(1, middle));
    if (texts.slice(middle + 1).join(" ") === "*") {
      if (libraryModules.has(path.split(".")[0]!)) {
        throw new Unproven("imports *");
      }
      // Of several packages, nobody knows which one a name comes from.
      give("*", path, "*", path);
      all.push(path);
      return;
    }
    for (const one of splitAt(texts.slice(middle + 1))) {
      const { path: member, alias } = readName(one);
      if (member.includes(".")) throw new Unproven("imports oddly");
      give(alias ?? member, path, member, path);
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
      const known = values.has(name) || imports.has(name) ||
        harmlessBuiltins.has(name) || refusedBuiltins.has(name) ||
        /^__.*__$/.test(name);
      if (!known) give(name, all[0]!, name, all[0]!);
    }
    node.children.forEach(readRest);
  }

  function give(
    name: string,
    path: string,
    member: string | undefined,
    module: string,
  ): void {
    const root = path.split(".")[0]!;
    const known = Object.hasOwn(pureModules, path) ||
      Object.hasOwn(systemModules, path);
    const foreign = !known && !libraryModules.has(root);
    if (foreign) {
      const odd = /^_|__$|\.__/.test(path) ||
        reachingPackages.has(root.toLowerCase());
      if (odd) throw new Unproven(`uses the package ${root}`);
      const names = [
        ...path.split("."),
        ...member === undefined ? [] : [member],
      ];
      const reaching = names.find(soundsReaching);
      if (reaching !== undefined) throw new Unproven(`uses ${reaching}`);
      packages.add(root);
    } else if (!known) {
      throw new Unproven(`uses the module ${path}`);
    }
    if (
      refusedBuiltins.has(name) || specialBuiltins.has(name) ||
      /^__.*__$/.test(name) && path !== "__future__"
    ) {
      throw new Unproven(`gives ${name} another meaning`);
    }
    // `from os import path` gives a module.
    const inner = `${module}.${member}`;
    const isModule = member !== undefined &&
      (Object.hasOwn(pureModules, inner) ||
        Object.hasOwn(systemModules, inner));
    const imported: Imported = isModule
      ? { module: inner, member: undefined, foreign }
      : { module, member, foreign };
    const before = imports.get(name);
    if (
      before !== undefined &&
      (before.module !== imported.module || before.member !== imported.member)
    ) {
      throw new Unproven(`gives ${name} another meaning`);
    }
    if (!foreign && imported.member !== undefined) {
      const function_ = `${module}.${member}`;
      const allowed = holds(pureModules, module, imported.member) ||
        holds(systemModules, module, imported.member) ||
        Object.hasOwn(pathFunctions, function_) ||
        function_ === "pathlib.Path";
      if (!allowed) throw new Unproven(`uses ${function_}`);
    }
    imports.set(name, imported);
  }
}

/** Built-in functions that may only be called, and are looked at then. */
export const specialBuiltins: ReadonlySet<string> = new Set([
  "open",
  "getattr",
  "hasattr",
]);

/** What a list or tuple holds that stands in the text. */
function itemsOf(source: Node | undefined): readonly Node[] | undefined {
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

function splitAt(texts: readonly string[]): string[][] {
  const lists: string[][] = [[]];
  for (const text of texts) {
    if (text === ",") lists.push([]);
    else lists.at(-1)!.push(text);
  }
  return lists.filter((list) => list.length > 0);
}

function readName(
  texts: readonly string[],
): { path: string; alias: string | undefined } {
  const as = texts.indexOf("as");
  const path = (as < 0 ? texts : texts.slice(0, as)).join("");
  const alias = as < 0 ? undefined : texts[as + 1];
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(path)) {
    throw new Unproven(`imports ${path}`);
  }
  return { path, alias };
}
