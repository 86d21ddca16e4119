import { looksRandom } from "./looks_random.ts";
import { secretShapes, variableFile, variableLine } from "./shapes.ts";

/** What stands for a secret. */
export const masked = "…";

/**
 * Puts `…` in place of whatever looks like a secret, and leaves all else, so
 * that a person still knows what it was about.
 *
 * @example Usage
 * ```ts
 * import { maskSecrets } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   maskSecrets("curl -H 'Authorization: Bearer abc123def' https://a.dev"),
 *   "curl -H 'Authorization: …' https://a.dev",
 * );
 * assert.equal(maskSecrets("DB_PASSWORD=hunter2 npm test"), "DB_PASSWORD=… npm test");
 * assert.equal(maskSecrets("git push origin main"), "git push origin main");
 * ```
 *
 * @param text The text.
 * @returns The text without secrets.
 */
export function maskSecrets(text: string): string {
  const found = findSecrets(text);
  return found.length === 0 ? text : without(text, found);
}

/**
 * Finds whatever looks like a secret.
 *
 * @param text The text.
 * @returns Where each begins and ends, in any order; some may overlap.
 */
export function findSecrets(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const shape of secretShapes) collect(text, shape, found);
  if (variableFile.test(text)) collect(text, variableLine, found);
  for (const match of text.matchAll(longWord)) {
    const before = text.slice(Math.max(0, match.index - 300), match.index);
    if (/sha\d{3}[-:]$/i.test(before) || !isRandom(match[0])) continue;
    if (inPath.test(before + match[0])) continue;
    found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

/** Folders and files are called as chance wants it, and are no secret. */
const inPath = /(?:^|[\s"'`=>(])(?:\/|~\/|\.{1,2}\/)[^\s"'`=:;,|&<>()]*$/;

const longWord = /[\w+/-]{20,}={0,2}/g;

/** A path is random if one of its names is, other words as a whole. */
function isRandom(word: string): boolean {
  if (/[+=]/.test(word)) return looksRandom(word);
  return word.split("/").some(looksRandom) ||
    // Base64 has slashes, too, and no names between them.
    /^[A-Za-z\d+/]{32,}$/.test(word) && looksRandom(word) &&
      word.split("/").length - 1 <= word.length / 12;
}

function collect(
  text: string,
  shape: RegExp,
  found: [number, number][],
): void {
  for (const { indices } of text.matchAll(shape)) {
    const range = indices?.slice(1).find((one) => one !== undefined) ??
      indices?.[0];
    if (range === undefined) continue;
    const inner = text.slice(...range);
    if (inner.trim() === "" || isVariable.test(inner)) continue;
    found.push(inside(range, inner));
  }
}

/** What stands for a value that is somewhere else, or was masked before. */
const isVariable = /^["']?(?:\$[A-Za-z_{(]|…["']?$)/;

/** What is between quotes. */
function inside(
  [from, to]: [number, number],
  text: string,
): [number, number] {
  const open = /^\\?\$?["']/.exec(text)?.[0].length ?? 0;
  const close = /\\?["']$/.exec(text.slice(open))?.[0].length ?? 0;
  return [from + open, to - close];
}

function without(text: string, found: [number, number][]): string {
  let result = "";
  let at = 0;
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    if (to <= at || to <= from) continue;
    if (from >= at && !(from === at && at > 0)) {
      result += text.slice(at, from) + masked;
    }
    at = to;
  }
  return result + text.slice(at);
}
