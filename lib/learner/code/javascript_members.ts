import { Unproven } from "./findings.ts";
import {
  type JsBindings,
  type JsNode,
  requiredModule,
} from "./javascript_bindings.ts";
import { propertyName } from "./javascript_values.ts";
import { holds } from "./reaching.ts";
import {
  globalMembers,
  harmlessClasses,
  moduleMembers,
} from "./tables/javascript_names.ts";

/** Judges what a piece of JavaScript takes from modules and objects. */
export class JavaScriptMembers {
  /** Whether it asks about the machine it runs on. */
  asksMachine = false;
  readonly #bindings: JsBindings;

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   */
  constructor(bindings: JsBindings) {
    this.#bindings = bindings;
  }

  /**
   * The global object or module that an expression stands for.
   *
   * @param node The expression.
   * @returns Its name, `undefined` if it is anything else.
   */
  objectOf(node: JsNode): string | undefined {
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
      const outer = this.objectOf(node["object"] as JsNode);
      const name = `${outer}.${(node["property"] as JsNode)["name"]}`;
      return Object.hasOwn(globalMembers, name) ? name : undefined;
    }
    const module = requiredModule(node);
    return module === undefined || module.endsWith(".json")
      ? undefined
      : `require ${module}`;
  }

  /**
   * What is taken from a module must be known.
   *
   * @param of The module.
   * @param name What is taken.
   * @throws {Unproven} If it is not known to be harmless.
   */
  assertMember(of: string, name: string): void {
    const module = of.startsWith("require ") ? of.slice(8) : undefined;
    const known = module === undefined
      ? holds(globalMembers, of, name)
      : holds(moduleMembers, module, name);
    if (module === "os" || of === "process") this.asksMachine = true;
    if (!known) throw new Unproven(`uses ${module ?? of}.${name}`);
  }

  /**
   * What the code was given may be looked into, and nothing else.
   *
   * @param node What is taken.
   * @param of What it is taken from.
   * @param name Its name there.
   * @throws {Unproven} If it is not known to be harmless.
   */
  assertKept(node: JsNode, of: string, name: string): void {
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

  /**
   * Nothing that the machine gave may be changed.
   *
   * @param target What is given something.
   * @param by What changes it, if not an assignment.
   * @throws {Unproven} If it is not known to be harmless.
   */
  assertTarget(target: JsNode, by?: JsNode): void {
    const changes = by === undefined || by.type === "UpdateExpression" ||
      by["operator"] === "delete";
    if (!changes || target.type !== "MemberExpression") return;
    const of = this.objectOf(target["object"] as JsNode);
    if (of !== undefined) throw new Unproven(`changes ${of}`);
  }

  /**
   * Whether what an expression gives is printed or calculated with at once.
   *
   * @param node The expression.
   * @returns Whether nobody holds on to it.
   */
  isUsedUp(node: JsNode): boolean {
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
        return this.isUsedUp(parent);
      case "AssignmentExpression":
        return parent["left"] === node && this.isUsedUp(parent);
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
            this.objectOf(callee["object"] as JsNode) ?? "",
          );
      }
      default:
        return false;
    }
  }
}
