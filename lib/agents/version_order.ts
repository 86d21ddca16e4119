/**
 * Tells whether one version is later than another, number by number.
 *
 * @example Usage
 * ```ts
 * import { isNewer } from "./version_order.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(isNewer("2.1.1000", "2.1.330"), true);
 * assert.equal(isNewer("2.1.330", "2.1.330"), false);
 * ```
 *
 * @param version The one.
 * @param known The other.
 * @returns Whether the first is later.
 */
export function isNewer(version: string, known: string): boolean {
  const [ours, theirs] = [version, known].map((text) =>
    (text.match(/\d+/g) ?? []).map(Number)
  );
  const length = Math.max(ours!.length, theirs!.length);
  for (let at = 0; at < length; at++) {
    const difference = (ours![at] ?? 0) - (theirs![at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/**
 * Tells whether a release is not older than another one.
 *
 * @example Usage
 * ```ts
 * import { isSince } from "./version_order.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(isSince("2.1.100", "2.1.63"));
 * assert.ok(!isSince("2.0.76", "2.1.63"));
 * ```
 *
 * @param version The release, such as `2.1.330`.
 * @param first The other one.
 * @returns Whether it is the other one or later.
 */
export function isSince(version: string, first: string): boolean {
  return !isNewer(first, version);
}
