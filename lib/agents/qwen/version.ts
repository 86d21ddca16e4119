/** `0.15.10` alone, or the welcome's `Qwen Code v0.15.10`. */
const versions =
  /^(\d+\.\d+\.\d+)(?:[-+]\S+)?\s*$|Qwen Code \(v(\d+\.\d+\.\d+)/;

/**
 * Finds Qwen Code's version.
 *
 * @example Usage
 * ```ts
 * import { versionIn } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(versionIn("0.15.10\n"), "0.15.10");
 * assert.equal(versionIn("hello"), undefined);
 * ```
 *
 * @param text What `--version` prints, or a screen.
 * @returns The version, or `undefined`.
 */
export function versionIn(text: string): string | undefined {
  const match = versions.exec(text);
  return match?.[1] ?? match?.[2];
}
