import {
  type CodeFindings,
  type CodeSituation,
  refusedCode,
  Unproven,
} from "./findings.ts";
import { readBindings } from "./python_bindings.ts";
import { PythonReader } from "./python_reader.ts";
import { parsePython } from "./python_tree.ts";

/**
 * Finds what a piece of Python does, as far as its text proves it.
 *
 * @example Usage
 * ```ts
 * import { readPython } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const situation = { home: "/home/dev", arguments: [] };
 * const code = "import json, sys; print(json.load(sys.stdin)['name'])";
 * assert.equal(readPython(code, situation).refused, undefined);
 * const reading = readPython("print(open('a.txt').read())", situation);
 * assert.deepEqual(reading.reads, [{ path: "a.txt", how: "content" }]);
 * const other = readPython("import os; os.system('ls')", situation);
 * assert.equal(other.refused, "uses os.system");
 * ```
 *
 * @param code The code.
 * @param situation What texts in it depend on.
 * @returns What it does.
 */
export function readPython(
  code: string,
  situation: CodeSituation,
): CodeFindings {
  const root = parsePython(code);
  if (root === undefined) return refusedCode("cannot be read for certain");
  try {
    return new PythonReader(readBindings(root), situation).read(root);
  } catch (error) {
    if (error instanceof Unproven) return refusedCode(error.message);
    throw error;
  }
}
