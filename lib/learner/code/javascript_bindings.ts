import type * as Tree from "acorn";
import { Unproven } from "./findings.ts";
import {
  globalMembers,
  harmlessClasses,
  harmlessFunctions,
  harmlessValues,
  takenNames,
} from "./tables/javascript_names.ts";

/** A node of a syntax tree, of any kind. */
export type JsNode = Tree.Node & Readonly<Record<string, unknown>>;

/** What the names in a piece of JavaScript stand for, wherever they are used. */
export interface JsBindings {
  /** Names of modules that `require` gives. */
  readonly modules: ReadonlyMap<string, string>;
  /**
   * All other names that are given to something, with every value they get;
   * `undefined` for a value that does not stand in the text by itself.
   */
  readonly values: ReadonlyMap<string, readonly (JsNode | undefined)[]>;
  /** What each node is part of. */
  readonly parents: ReadonlyMap<JsNode, JsNode>;
}

/**
 * Lists the nodes that a node is made of.
 *
 * @param node The node.
 * @returns Its parts, in no special order.
 */
export function partsOf(node: JsNode): JsNode[] {
  return Object.values(node).flat().filter((one): one is JsNode =>
    typeof one === "object" && one !== null &&
    typeof (one as { type?: unknown }).type === "string"
  );
}

/**
 * Finds what every name in a piece of JavaScript may stand for.
 *
 * @param root The tree.
 * @returns The names.
 * @throws {Unproven} If a name is given to something that it must not be.
 */
export function readJsBindings(root: JsNode): JsBindings {
  const modules = new Map<string, string>();
  const values = new Map<string, (JsNode | undefined)[]>();
  const parents = new Map<JsNode, JsNode>();
  visit(root);
  for (const name of modules.keys()) {
    if (values.has(name)) throw new Unproven(`gives ${name} another meaning`);
  }
  return { modules, values, parents };

  function visit(node: JsNode): void {
    switch (node.type) {
      case "VariableDeclarator":
        readDeclarator(node);
        break;
      case "AssignmentExpression": {
        const plain = node["operator"] === "=";
        bind(
          node["left"] as JsNode,
          plain ? node["right"] as JsNode : node,
        );
        break;
      }
      case "UpdateExpression":
        bind(node["argument"] as JsNode, node);
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        if (node["id"]) bind(node["id"] as JsNode, undefined);
        for (const one of node["params"] as JsNode[]) bind(one, undefined);
        break;
      case "CatchClause":
        if (node["param"]) bind(node["param"] as JsNode, undefined);
        break;
      case "ForOfStatement":
      case "ForInStatement":
        readLoop(node);
        break;
    }
    for (const part of partsOf(node)) {
      parents.set(part, node);
      visit(part);
    }
  }

  function readDeclarator(node: JsNode): void {
    const name = node["id"] as JsNode;
    const value = node["init"] as JsNode | null;
    const module = value ? requiredModule(value) : undefined;
    const named = module !== undefined && !module.endsWith(".json");
    if (named && name.type === "Identifier") {
      const text = String(name["name"]);
      const known = modules.get(text);
      if (
        known !== undefined && known !== module ||
        takenNames.has(text) && text !== module
      ) throw new Unproven(`gives ${text} another meaning`);
      modules.set(text, module);
    } else if (value !== null) {
      bind(name, value);
    } else {
      bind(name, undefined, true);
    }
  }

  function readLoop(node: JsNode): void {
    const left = node["left"] as JsNode;
    const target = left.type === "VariableDeclaration"
      ? (left["declarations"] as JsNode[])[0]!["id"] as JsNode
      : left;
    const list = node["right"] as JsNode;
    const items = list["elements"] as (JsNode | null)[] | undefined;
    const texts = node.type === "ForOfStatement" &&
      list.type === "ArrayExpression" && items!.length > 0 &&
      items!.every((item) => item?.type === "Literal");
    if (texts) { for (const item of items!) bind(target, item!); }
    else bind(target, undefined);
  }

  function bind(
    target: JsNode,
    value: JsNode | undefined,
    empty = false,
  ): void {
    switch (target.type) {
      case "Identifier": {
        const name = String(target["name"]);
        const taken = takenNames.has(name) || harmlessClasses.has(name) ||
          harmlessFunctions.has(name) || harmlessValues.has(name) ||
          Object.hasOwn(globalMembers, name);
        if (taken) throw new Unproven(`gives ${name} another meaning`);
        const known = values.get(name) ?? [];
        values.set(name, empty ? known : [...known, value]);
        return;
      }
      case "ArrayPattern":
        for (const one of target["elements"] as (JsNode | null)[]) {
          if (one !== null) bind(one, undefined);
        }
        return;
      case "ObjectPattern":
        for (const one of target["properties"] as JsNode[]) {
          bind((one["value"] ?? one["argument"]) as JsNode, undefined);
        }
        return;
      case "AssignmentPattern":
        return bind(target["left"] as JsNode, undefined);
      case "RestElement":
        return bind(target["argument"] as JsNode, undefined);
    }
  }
}

/**
 * The module that `require('…')` gives.
 *
 * @param node An expression.
 * @returns The module's name, `undefined` if it is anything else.
 */
export function requiredModule(node: JsNode): string | undefined {
  if (node.type !== "CallExpression" || node["optional"]) return undefined;
  const callee = node["callee"] as JsNode;
  const [given, ...more] = node["arguments"] as JsNode[];
  const plain = callee.type === "Identifier" && callee["name"] === "require" &&
    given?.type === "Literal" && more.length === 0;
  return plain ? String(given["value"]).replace(/^node:/, "") : undefined;
}
