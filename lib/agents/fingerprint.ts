/**
 * A short, stable name for some rows of text: equal for equal rows.
 *
 * Two 32-bit FNV-1a hashes with different starting points; it tells dialogs
 * apart and keeps nothing secret.
 *
 * @param parts The rows, in order.
 * @returns Sixteen hexadecimal digits.
 *
 * @example Usage
 * ```ts
 * import { fingerprint } from "./fingerprint.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(fingerprint(["a", "b"]), fingerprint(["a", "b"]));
 * assert.notEqual(fingerprint(["a", "b"]), fingerprint(["ab"]));
 * ```
 */
export function fingerprint(parts: readonly string[]): string {
  const text = parts.join("\0");
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ (code + i), 0x85ebca6b);
  }
  const digits = (hash: number) =>
    ((hash ^ (hash >>> 15)) >>> 0).toString(16).padStart(8, "0");
  return digits(first) + digits(second);
}
