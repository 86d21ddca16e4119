import { type CodeSituation, Unproven } from "./findings.ts";
import type { JsBindings, JsNode } from "./javascript_bindings.ts";

/** How many expressions are looked at to find what names stand for. */
const mostSteps = 10_000;

/** Finds what the expressions in a piece of JavaScript stand for. */
export class JavaScriptValues {
  readonly #bindings: JsBindings;
  readonly #situation: CodeSituation;
  #steps = 0;

  /**
   * Starts with what the names stand for.
   *
   * @param bindings The names.
   * @param situation What texts depend on.
   */
  constructor(bindings: JsBindings, situation: CodeSituation) {
    this.#bindings = bindings;
    this.#situation = situation;
  }

  /**
   * Whether an expression is a number, so that it names an item.
   *
   * @param node The expression.
   * @param depth How many names were followed to get here.
   * @returns Whether it can be nothing else.
   */
  isNumber(node: JsNode, depth = 0): boolean {
    this.#step();
    if (depth > 8) return false;
    const next = (one: unknown) => this.isNumber(one as JsNode, depth + 1);
    switch (node.type) {
      case "Literal":
        return typeof node["value"] === "number";
      case "UpdateExpression":
        return true;
      case "UnaryExpression":
        return /^[-+~]$/.test(String(node["operator"]));
      case "BinaryExpression":
        return /^([-*/%&|^]|\*\*|<<|>>>?)$/.test(String(node["operator"])) ||
          node["operator"] === "+" && next(node["left"]) && next(node["right"]);
      case "AssignmentExpression":
        return /^(\*\*|<<|>>>?|[-*/%&|^])=$/.test(String(node["operator"])) ||
          /^\+?=$/.test(String(node["operator"])) && next(node["right"]);
      case "Identifier": {
        const values = this.#bindings.values.get(String(node["name"]));
        return values !== undefined && values.length > 0 &&
          values.every((value) => value !== undefined && next(value));
      }
      default:
        return false;
    }
  }

  /**
   * Finds every text that an expression may be.
   *
   * @param node The expression.
   * @param depth How many names were followed to get here.
   * @returns The texts, `undefined` if they do not all stand in the code.
   */
  textsOf(node: JsNode, depth = 0): readonly string[] | undefined {
    this.#step();
    if (depth > 8) return undefined;
    switch (node.type) {
      case "Literal":
        return typeof node["value"] === "string" ? [node["value"]] : undefined;
      case "Identifier": {
        const values = this.#bindings.values.get(String(node["name"]));
        if (values === undefined || values.length === 0) return undefined;
        const all = values.map((value) =>
          value === undefined ? undefined : this.textsOf(value, depth + 1)
        );
        return all.includes(undefined)
          ? undefined
          : all.flat().slice(0, 100) as string[];
      }
      case "BinaryExpression": {
        if (node["operator"] !== "+") return undefined;
        const [first, ...more] =
          this.textsOf(node["left"] as JsNode, depth + 1) ?? [];
        const [second, ...others] =
          this.textsOf(node["right"] as JsNode, depth + 1) ?? [];
        const single = more.length === 0 && others.length === 0;
        return single && first !== undefined && second !== undefined
          ? [first + second]
          : undefined;
      }
      case "MemberExpression": {
        const index = (node["property"] as JsNode)["value"];
        const list = node["object"] as JsNode;
        const given = node["computed"] && typeof index === "number" &&
          list.type === "MemberExpression" &&
          (list["object"] as JsNode)["name"] === "process" &&
          propertyName(list) === "argv";
        const text = given ? this.#situation.arguments[index - 1] : undefined;
        return text === undefined ? undefined : [text];
      }
      default:
        return undefined;
    }
  }

  /** What names stand for is followed only so far. */
  #step(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new Unproven("is too tangled");
  }
}

/**
 * The name of the property that an expression takes.
 *
 * @param node The expression.
 * @returns The name, `undefined` if it does not stand in the code.
 */
export function propertyName(node: JsNode): string | undefined {
  const property = node["property"] as JsNode;
  if (!node["computed"]) {
    return property.type === "Identifier"
      ? String(property["name"])
      : undefined;
  }
  return property.type === "Literal" ? String(property["value"]) : undefined;
}
