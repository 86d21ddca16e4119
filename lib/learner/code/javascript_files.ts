import { type CodeFindings, Unproven } from "./findings.ts";
import type { JsNode } from "./javascript_bindings.ts";
import type { JavaScriptValues } from "./javascript_values.ts";
import { fileFunctions } from "./tables/javascript_names.ts";

/** Collects which files a piece of JavaScript reads and writes. */
export class JavaScriptFiles {
  /** What it reads. */
  readonly reads: CodeFindings["reads"][number][] = [];
  /** What it writes. */
  readonly writes: string[] = [];
  readonly #values: JavaScriptValues;

  /**
   * Starts with nothing.
   *
   * @param values What values stand for.
   */
  constructor(values: JavaScriptValues) {
    this.#values = values;
  }

  /**
   * Notes what a function of `fs` does.
   *
   * @param name The function.
   * @param given What it is given.
   * @throws {Unproven} If the file or what happens with it is not known.
   */
  use(name: string | undefined, given: readonly JsNode[]): void {
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
    if (use === "writes") this.writes.push(...paths);
    else for (const path of paths) this.reads.push({ path, how: use });
  }
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
