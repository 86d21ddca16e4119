import {
  type CodeFindings,
  type CodeSituation,
  refusedCode,
  Unproven,
} from "./findings.ts";
import {
  type JsBindings,
  type JsNode,
  partsOf,
  requiredModule,
} from "./javascript_bindings.ts";
import { JavaScriptFiles } from "./javascript_files.ts";
import { JavaScriptMembers } from "./javascript_members.ts";
import { JavaScriptValues, propertyName } from "./javascript_values.ts";
import {
  harmlessClasses,
  harmlessFunctions,
  harmlessValues,
  leadingProperties,
  moduleMembers,
} from "./tables/javascript_names.ts";

/** Nodes that are as harmless as what they hold. */
const knownNodes = new Set(
  "Program ExpressionStatement VariableDeclaration VariableDeclarator BlockStatement EmptyStatement IfStatement ForStatement ForOfStatement ForInStatement WhileStatement DoWhileStatement SwitchStatement SwitchCase BreakStatement ContinueStatement LabeledStatement ReturnStatement ThrowStatement TryStatement CatchClause FunctionDeclaration FunctionExpression ArrowFunctionExpression ArrayExpression ObjectExpression SpreadElement UnaryExpression UpdateExpression BinaryExpression LogicalExpression AssignmentExpression ConditionalExpression SequenceExpression ChainExpression TemplateLiteral TemplateElement ArrayPattern ObjectPattern AssignmentPattern RestElement Literal"
    .split(" "),
);

/** How deep code may be nested. */
const deepest = 100;

/** Classes that may be called without `new`. */
const callableClasses = new Set(
  "Array Date Error Object RangeError RegExp SyntaxError TypeError".split(" "),
);

/**
 * Goes through a piece of JavaScript and finds what it does. Whatever is not
 * known to be harmless ends it.
 *
 * All ways to run a text start at a constructor, so no property may be called
 * `constructor` or lead to one, and what is taken by a name that is only known
 * while it runs may be printed and calculated with, but not called or looked
 * into.
 */
export class JavaScriptReader {
  readonly #bindings: JsBindings;
  readonly #values: JavaScriptValues;
  readonly #files: JavaScriptFiles;
  readonly #members: JavaScriptMembers;
  readonly #documents: string[] = [];
  #depth = 0;

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   * @param situation What texts depend on.
   */
  constructor(bindings: JsBindings, situation: CodeSituation) {
    this.#bindings = bindings;
    this.#values = new JavaScriptValues(bindings, situation);
    this.#files = new JavaScriptFiles(this.#values);
    this.#members = new JavaScriptMembers(bindings);
  }

  /**
   * Goes through the code.
   *
   * @param root Its tree.
   * @returns What it does.
   * @throws {Unproven} If something in it is not known to be harmless.
   */
  read(root: JsNode): CodeFindings {
    this.#visit(root);
    const { refused: _, ...nothing } = refusedCode("");
    return {
      ...nothing,
      reads: this.#files.reads,
      writes: this.#files.writes,
      documents: this.#documents,
      asksMachine: this.#members.asksMachine,
    };
  }

  #visit(node: JsNode): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Unproven("is nested too deeply");
    this.#visitNode(node);
    this.#depth -= 1;
  }

  #visitNode(node: JsNode): void {
    switch (node.type) {
      case "Identifier":
        return this.#visitName(String(node["name"]));
      case "MemberExpression":
        return this.#visitMember(node);
      case "CallExpression":
        return this.#visitCall(node);
      case "NewExpression":
        return this.#visitNew(node);
      case "Property":
        return this.#visitProperty(node);
      case "VariableDeclarator":
        if (this.#declaresModule(node)) return;
        break;
      case "LabeledStatement":
        return this.#visit(node["body"] as JsNode);
      case "BreakStatement":
      case "ContinueStatement":
        return;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        if (node["async"] || node["generator"]) {
          throw new Unproven("waits for something");
        }
        break;
      case "AssignmentExpression":
        this.#members.assertTarget(node["left"] as JsNode);
        break;
      case "UnaryExpression":
      case "UpdateExpression":
        this.#members.assertTarget(node["argument"] as JsNode, node);
        break;
      case "ForOfStatement":
        if (node["await"]) throw new Unproven("waits for something");
        break;
    }
    if (!knownNodes.has(node.type)) throw new Unproven(`uses ${node.type}`);
    for (const part of partsOf(node)) this.#visit(part);
  }

  #visitName(name: string): void {
    const known = this.#bindings.values.has(name) ||
      harmlessFunctions.has(name) || harmlessValues.has(name);
    if (!known) throw new Unproven(`uses ${name}`);
  }

  #declaresModule(node: JsNode): boolean {
    const name = node["id"] as JsNode;
    const value = node["init"] as JsNode | null;
    if (value === null || name.type !== "Identifier") return false;
    const module = requiredModule(value);
    if (module === undefined || module.endsWith(".json")) return false;
    if (module === "fs" || Object.hasOwn(moduleMembers, module)) return true;
    throw new Unproven(`uses the module ${module}`);
  }

  #visitMember(node: JsNode): void {
    const object = node["object"] as JsNode;
    const property = node["property"] as JsNode;
    const name = propertyName(node);
    const of = this.#members.objectOf(object);
    if (of !== undefined) {
      if (name === undefined) throw new Unproven(`looks into ${of}`);
      this.#members.assertMember(of, name);
      return this.#members.assertKept(node, of, name);
    }
    this.#visit(object);
    if (name === undefined) {
      this.#visit(property);
      if (this.#values.isNumber(property) || this.#members.isUsedUp(node)) {
        return;
      }
      throw new Unproven("takes something by a name that is not known");
    }
    if (leadingProperties.has(name)) throw new Unproven(`uses ${name}`);
  }

  #visitCall(node: JsNode): void {
    const callee = node["callee"] as JsNode;
    const given = node["arguments"] as JsNode[];
    if (callee.type === "Super" || callee.type === "Import") {
      throw new Unproven("loads code");
    }
    const module = requiredModule(node);
    if (module !== undefined) return this.#visitDocument(module);
    const name = callee.type === "MemberExpression"
      ? propertyName(callee)
      : undefined;
    const of = callee.type === "MemberExpression"
      ? this.#members.objectOf(callee["object"] as JsNode)
      : undefined;
    if (of === "require fs") {
      this.#files.use(name, given);
      for (const one of given) this.#visit(one);
      return;
    }
    if (this.#listens(node)) return;
    if (
      callee.type !== "Identifier" ||
      !callableClasses.has(String(callee["name"]))
    ) this.#visit(callee);
    for (const one of given) this.#visit(one);
  }

  /** `process.stdin.on('data', …).on('end', …)` by itself. */
  #listens(node: JsNode): boolean {
    let call = node;
    const handed: JsNode[] = [];
    for (;;) {
      const callee = call["callee"] as JsNode;
      if (call.type !== "CallExpression") return false;
      if (callee.type !== "MemberExpression") return false;
      const name = propertyName(callee);
      if (!/^(on|once|setEncoding|resume)$/.test(name ?? "")) return false;
      handed.push(...call["arguments"] as JsNode[]);
      const object = callee["object"] as JsNode;
      if (isStandardInput(object)) break;
      call = object;
    }
    if (this.#bindings.parents.get(node)?.type !== "ExpressionStatement") {
      return false;
    }
    for (const one of handed) this.#visit(one);
    return true;
  }

  #visitNew(node: JsNode): void {
    const callee = node["callee"] as JsNode;
    const name = callee.type === "Identifier"
      ? String(callee["name"])
      : callee.type === "MemberExpression"
      ? `${(callee["object"] as JsNode)["name"]}.${propertyName(callee)}`
      : "";
    const own = this.#bindings.values.has(name.split(".")[0]!);
    if (own || !harmlessClasses.has(name)) {
      throw new Unproven(`makes a ${name || "thing that is not known"}`);
    }
    for (const one of node["arguments"] as JsNode[]) this.#visit(one);
  }

  #visitProperty(node: JsNode): void {
    const key = node["key"] as JsNode;
    const inPattern = this.#bindings.parents.get(node)?.type ===
      "ObjectPattern";
    if (node["computed"]) {
      if (inPattern) {
        throw new Unproven("takes something by a name that is not known");
      }
      this.#visit(key);
    } else {
      const name = String(key["name"] ?? key["value"]);
      if (leadingProperties.has(name)) throw new Unproven(`uses ${name}`);
    }
    this.#visit(node["value"] as JsNode);
  }

  #visitDocument(module: string): void {
    if (!/^\.{0,2}\/.*\.json$/.test(module)) {
      throw new Unproven(`uses the module ${module}`);
    }
    this.#documents.push(module);
  }
}

function isStandardInput(node: JsNode): boolean {
  return node.type === "MemberExpression" && !node["computed"] &&
    (node["object"] as JsNode)["name"] === "process" &&
    (node["property"] as JsNode)["name"] === "stdin";
}
