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
import { holds } from "./reaching.ts";
import { JavaScriptValues, propertyName } from "./javascript_values.ts";
import {
  fileFunctions,
  globalMembers,
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
  readonly #reads: CodeFindings["reads"][number][] = [];
  readonly #writes: string[] = [];
  readonly #documents: string[] = [];
  #asksMachine = false;
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
      reads: this.#reads,
      writes: this.#writes,
      programs: [],
      documents: this.#documents,
      asksMachine: this.#asksMachine,
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
        this.#assertTarget(node["left"] as JsNode);
        break;
      case "UnaryExpression":
      case "UpdateExpression":
        this.#assertTarget(node["argument"] as JsNode, node);
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

  /** The global object or module that an expression stands for. */
  #objectOf(node: JsNode): string | undefined {
    if (node.type === "Identifier") {
      const name = String(node["name"]);
      const module = this.#bindings.modules.get(name);
      if (module !== undefined) return `require ${module}`;
      return Object.hasOwn(globalMembers, name) ||
          harmlessClasses.has(name) || name === "Intl"
        ? name
        : undefined;
    }
    if (node.type === "MemberExpression" && !node["computed"]) {
      const outer = this.#objectOf(node["object"] as JsNode);
      const name = `${outer}.${(node["property"] as JsNode)["name"]}`;
      return Object.hasOwn(globalMembers, name) ? name : undefined;
    }
    const module = requiredModule(node);
    return module === undefined || module.endsWith(".json")
      ? undefined
      : `require ${module}`;
  }

  #visitMember(node: JsNode): void {
    const object = node["object"] as JsNode;
    const property = node["property"] as JsNode;
    const name = propertyName(node);
    const of = this.#objectOf(object);
    if (of !== undefined) {
      if (name === undefined) throw new Unproven(`looks into ${of}`);
      this.#assertMember(of, name);
      return this.#assertKept(node, of, name);
    }
    this.#visit(object);
    if (name === undefined) {
      this.#visit(property);
      if (this.#values.isNumber(property) || this.#isUsedUp(node)) return;
      throw new Unproven("takes something by a name that is not known");
    }
    if (leadingProperties.has(name)) throw new Unproven(`uses ${name}`);
  }

  #assertMember(of: string, name: string): void {
    const module = of.startsWith("require ") ? of.slice(8) : undefined;
    const known = module === undefined
      ? holds(globalMembers, of, name)
      : holds(moduleMembers, module, name);
    if (module === "os" || of === "process") this.#asksMachine = true;
    if (!known) throw new Unproven(`uses ${module ?? of}.${name}`);
  }

  /** What the code was given may be looked into, and nothing else. */
  #assertKept(node: JsNode, of: string, name: string): void {
    if (of !== "process" || name !== "argv") return;
    const parent = this.#bindings.parents.get(node);
    const read = parent?.type === "MemberExpression" &&
      parent["object"] === node &&
      (/^(length|slice|join|includes)$|^\d+$/.test(
        propertyName(parent) ?? "",
      ));
    const around = this.#bindings.parents.get(parent ?? node);
    const changed = around?.type === "UpdateExpression" ||
      around?.type === "AssignmentExpression" && around["left"] === parent ||
      around?.type === "UnaryExpression" ||
      /Pattern$/.test(around?.type ?? "") ||
      /^For(Of|In)/.test(around?.type ?? "") && around?.["left"] === parent;
    if (!read || changed) throw new Unproven("hands out what it was given");
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
      ? this.#objectOf(callee["object"] as JsNode)
      : undefined;
    if (of === "require fs") return this.#visitFile(name, given);
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

  /** Nothing that the machine gave may be changed. */
  #assertTarget(target: JsNode, by?: JsNode): void {
    const changes = by === undefined || by.type === "UpdateExpression" ||
      by["operator"] === "delete";
    if (!changes || target.type !== "MemberExpression") return;
    const of = this.#objectOf(target["object"] as JsNode);
    if (of !== undefined) throw new Unproven(`changes ${of}`);
  }

  /** Whether what an expression gives is printed or calculated with at once. */
  #isUsedUp(node: JsNode): boolean {
    const parent = this.#bindings.parents.get(node);
    if (parent === undefined) return false;
    switch (parent.type) {
      case "ExpressionStatement":
      case "TemplateLiteral":
      case "BinaryExpression":
      case "UnaryExpression":
      case "UpdateExpression":
      case "IfStatement":
      case "WhileStatement":
        return true;
      case "LogicalExpression":
      case "ChainExpression":
      case "ConditionalExpression":
        return this.#isUsedUp(parent);
      case "AssignmentExpression":
        return parent["left"] === node && this.#isUsedUp(parent);
      case "CallExpression": {
        const callee = parent["callee"] as JsNode;
        if (callee === node) return false;
        if (callee.type === "Identifier") {
          return /^(String|Number|Boolean|parseInt|parseFloat)$/.test(
            String(callee["name"]),
          );
        }
        return callee.type === "MemberExpression" &&
          /^(console|JSON|Math)$/.test(
            this.#objectOf(callee["object"] as JsNode) ?? "",
          );
      }
      default:
        return false;
    }
  }

  #visitDocument(module: string): void {
    if (!/^\.{0,2}\/.*\.json$/.test(module)) {
      throw new Unproven(`uses the module ${module}`);
    }
    this.#documents.push(module);
  }

  #visitFile(name: string | undefined, given: readonly JsNode[]): void {
    const use = name !== undefined && Object.hasOwn(fileFunctions, name)
      ? fileFunctions[name]!
      : undefined;
    if (use === undefined) throw new Unproven(`uses fs.${name ?? "…"}`);
    const input = use === "content" && given[0]?.type === "Literal" &&
      given[0]["value"] === 0;
    const paths = input
      ? []
      : given[0] === undefined
      ? undefined
      : this.#values.textsOf(given[0]);
    if (paths === undefined) {
      throw new Unproven("opens a file that is not known");
    }
    const rest = given.slice(1);
    const options = /^(write|append)/.test(name!) ? rest.slice(1) : rest;
    if (!options.every(isPlainOption) || rest.length > 2) {
      throw new Unproven("opens a file oddly");
    }
    if (use === "writes") this.#writes.push(...paths);
    else for (const path of paths) this.#reads.push({ path, how: use });
    for (const one of given) this.#visit(one);
  }
}

function isStandardInput(node: JsNode): boolean {
  return node.type === "MemberExpression" && !node["computed"] &&
    (node["object"] as JsNode)["name"] === "process" &&
    (node["property"] as JsNode)["name"] === "stdin";
}

/** An encoding, or options that only say how to list or to make folders. */
function isPlainOption(node: JsNode): boolean {
  if (node.type === "Literal") {
    return /^(utf-?8|utf16le|latin1|base64|hex|ascii)$/i.test(
      String(node["value"]),
    );
  }
  return node.type === "ObjectExpression" &&
    (node["properties"] as JsNode[]).every((one) => {
      const key = one["key"] as JsNode | undefined;
      const value = one["value"] as JsNode | undefined;
      return one.type === "Property" && !one["computed"] &&
        /^(encoding|recursive|withFileTypes|throwIfNoEntry)$/.test(
          String(key?.["name"] ?? key?.["value"]),
        ) && value?.type === "Literal";
    });
}
