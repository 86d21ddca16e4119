/**
 * `1.18.33` alone, `• OpenCode 1.18.33` in the sidebar, or at the end of the
 * first screen's last row.
 */
const versions =
  /^v?(\d+\.\d+\.\d+)\s*$|• OpenCode (\d+\.\d+\.\d+)|\n {2}\S[^\n]* (\d+\.\d+\.\d+)\s*$/;

/**
 * Finds OpenCode's version.
 *
 * @example Usage
 * ```ts
 * import { versionIn } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(versionIn("1.18.33\n"), "1.18.33");
 * assert.equal(versionIn("hello"), undefined);
 * ```
 *
 * @param text What `--version` prints, or a screen.
 * @returns The version, or `undefined`.
 */
export function versionIn(text: string): string | undefined {
  const match = versions.exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
