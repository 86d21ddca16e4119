import { parse } from "acorn";
import {
  type CodeFindings,
  type CodeSituation,
  refusedCode,
  Unproven,
} from "./findings.ts";
import { type JsNode, readJsBindings } from "./javascript_bindings.ts";
import { JavaScriptReader } from "./javascript_reader.ts";

/** How long code may be. */
const longest = 10_000;

/**
 * Finds what a piece of JavaScript does that Node.js runs, as far as its text
 * proves it.
 *
 * @example Usage
 * ```ts
 * import { readJavaScript } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const situation = { home: "/home/dev", arguments: [] };
 * const code = "console.log([1, 2].map((x) => x * 2).join())";
 * assert.equal(readJavaScript(code, situation).refused, undefined);
 * const reading = readJavaScript("require('./package.json').name", situation);
 * assert.deepEqual(reading.documents, ["./package.json"]);
 * const other = readJavaScript("process.env", situation);
 * assert.equal(other.refused, "uses process.env");
 * ```
 *
 * @param code The code.
 * @param situation What texts in it depend on.
 * @returns What it does.
 */
export function readJavaScript(
  code: string,
  situation: CodeSituation,
): CodeFindings {
  if (code.length > longest) return refusedCode("cannot be read for certain");
  try {
    const root = parse(code, { ecmaVersion: 2022 }) as unknown as JsNode;
    return new JavaScriptReader(readJsBindings(root), situation).read(root);
  } catch (error) {
    if (error instanceof Unproven) return refusedCode(error.message);
    // What is no JavaScript, or nested too deeply.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return refusedCode("cannot be read for certain");
    }
    throw error;
  }
}
