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

/**
 * Tells whether a release is not older than another one.
 *
 * @example Usage
 * ```ts
 * import { isSince } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isSince("2.1.100", "2.1.63"));
 * assert.ok(!isSince("2.0.76", "2.1.63"));
 * ```
 *
 * @param version The release, such as `2.1.330`.
 * @param least The other one.
 */
export function isSince(version: string, least: string): boolean {
  const wanted = least.split(".").map(Number);
  const parts = version.split(".").map(Number);
  const at = wanted.findIndex((part, index) => part !== parts[index]);
  return at < 0 || (parts[at] ?? 0) > wanted[at]!;
}
