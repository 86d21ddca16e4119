/** `codex-cli 0.169.0`, or the welcome's `OpenAI Codex (v0.169.0)`. */
const versions =
  /^codex(?:-cli)? (\d+\.\d+\.\d+)\b|OpenAI Codex \(v(\d+\.\d+\.\d+)\)/m;

/**
 * Finds Codex's version.
 *
 * @example Usage
 * ```ts
 * import { versionIn } from "./version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(versionIn("codex-cli 0.169.0\n"), "0.169.0");
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
