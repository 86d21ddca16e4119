/** `0.61.0` alone, or the welcome's `Gemini CLI v0.61.0`. */
const versions = /^(\d+\.\d+\.\d+)(?:[-+]\S+)?\s*$|Gemini CLI v(\d+\.\d+\.\d+)/;

/**
 * Finds Gemini CLI's version.
 *
 * @example Usage
 * ```ts
 * import { versionIn } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(versionIn("0.61.0\n"), "0.61.0");
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
