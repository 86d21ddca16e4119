/** Words in which nothing but chance has chosen the letters are so long. */
const shortest = 20;

/** A commit's name, also as a part of a file's. */
const commit = /(?<![\da-z])[\da-f]{40}(?![\da-z])/gi;

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whether a word looks as if nobody had chosen its letters: long, of letters
 * and digits that change places all the time. Names of commits, UUIDs and names
 * that people make up of words and numbers do not.
 *
 * @example Usage
 * ```ts
 * import { looksRandom } from "./looks_random.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(looksRandom("q7Rz2LmX9bVt4KcW8nPd"), true);
 * assert.equal(looksRandom("handleUserAuthentication2"), false);
 * assert.equal(looksRandom("3f786850e387550fdab836ed7e6dc881de23001b"), false);
 * ```
 *
 * @param word The word.
 * @returns Whether it may be a secret.
 */
export function looksRandom(word: string): boolean {
  const text = word.replace(commit, "").replace(/[^A-Za-z0-9]/g, "");
  const mixed = /[a-z]/.test(text) && /[A-Z]/.test(text);
  const digits = /\d/.test(text);
  if (text.length < shortest || !/[A-Za-z]/.test(text)) return false;
  if (!digits && !mixed) return false;
  if (uuid.test(word)) return false;
  let changes = 0;
  for (let at = 1; at < text.length; at++) {
    if (classOf(text[at]!) !== classOf(text[at - 1]!)) changes += 1;
  }
  const share = changes / (text.length - 1);
  return share > (!digits ? 0.5 : mixed ? 0.38 : 0.28);
}

function classOf(character: string): number {
  return /\d/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : 2;
}
