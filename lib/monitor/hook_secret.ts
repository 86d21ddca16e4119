import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();

/**
 * Compares two secrets in a time that tells nothing of where they differ.
 *
 * @example Usage
 * ```ts
 * import { isSameSecret } from "./hook_secret.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(isSameSecret("abc", "abc"), true);
 * assert.equal(isSameSecret("abc", "abd"), false);
 * assert.equal(isSameSecret("", undefined), false);
 * ```
 *
 * @param given What somebody has sent.
 * @param known The secret; `undefined` when there is none, which equals nothing.
 * @returns Whether they are the same.
 */
export function isSameSecret(
  given: string,
  known: string | undefined,
): boolean {
  // Hashes are of one length, whatever was sent.
  const left = sha256(encoder.encode(given));
  const right = sha256(encoder.encode(known ?? ""));
  let differing = known === undefined ? 1 : 0;
  for (let at = 0; at < left.length; at++) differing |= left[at]! ^ right[at]!;
  return differing === 0;
}
