/** `2.1.330 (Claude Code)`, or the welcome's `Claude Code v2.1.330`. */
const versions =
  /^(\d+\.\d+\.\d+) \(Claude Code\)|Claude Code v(\d+\.\d+\.\d+)/;

/**
 * Finds Claude Code's version.
 *
 * @example Usage
 * ```ts
 * import { versionIn } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(versionIn("2.1.330 (Claude Code)\n"), "2.1.330");
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
