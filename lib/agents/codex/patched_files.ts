/** Names a file that a patch changes, or what it is renamed to. */
const header = /^\*\*\* (?:(?:Add|Update|Delete) File|Move to): (\S.*?)\s*$/gm;

/**
 * Lists the files that a patch changes.
 *
 * @param patch The patch, as Codex's own tool takes it.
 * @returns The paths as the patch names them, each once.
 *
 * @example Usage
 * ```ts
 * import { patchedFiles } from "./patched_files.ts";
 * import assert from "node:assert/strict";
 *
 * const patch = "*** Begin Patch\n*** Add File: a.txt\n+hi\n*** End Patch";
 * assert.deepEqual(patchedFiles(patch), ["a.txt"]);
 * ```
 */
export function patchedFiles(patch: string): string[] {
  const found = [...patch.matchAll(header)].map((match) => match[1]!);
  return [...new Set(found)];
}
