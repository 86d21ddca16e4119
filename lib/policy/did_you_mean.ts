/**
 * Finds what somebody has probably meant.
 *
 * @example Usage
 * ```ts
 * import { didYouMean } from "./did_you_mean.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(didYouMean("alow", ["allow", "deny"]), "allow");
 * assert.equal(didYouMean("colour", ["allow", "deny"]), undefined);
 * ```
 *
 * @param word What was written.
 * @param known What could have been written.
 * @returns The nearest, if it is near enough.
 */
export function didYouMean(
  word: string,
  known: readonly string[],
): string | undefined {
  const most = Math.min(2, Math.floor(word.length / 2));
  let best: { word: string; distance: number } | undefined;
  for (const one of known) {
    const distance = distanceOf(word.toLowerCase(), one.toLowerCase());
    if (distance > most || best && best.distance <= distance) continue;
    best = { word: one, distance };
  }
  return best?.word;
}

/** How many letters have to be put in, taken out, changed or swapped. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] &&
        one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}
