import type { Word } from "./command.ts";
import { makeWord } from "./words.ts";

/** A program that `find` runs on what it found. */
export type FindPayload =
  | { readonly kind: "refused"; readonly reason: string }
  | {
    readonly kind: "payload";
    readonly name: Word;
    readonly arguments: readonly Word[];
    /** Whether it runs in the folder of what was found. */
    readonly moves: boolean;
  };

/** The actions of `find` that run a program. Source: find(1), "ACTIONS". */
const actions: ReadonlySet<string> = new Set([
  "-exec",
  "-execdir",
  "-ok",
  "-okdir",
]);

/**
 * Finds the programs in the actions of `find`.
 *
 * @param words What follows `find`.
 * @returns The programs, and the actions whose end cannot be told.
 */
export function findPayloads(words: readonly Word[]): FindPayload[] {
  const payloads: FindPayload[] = [];
  for (let index = 0; index < words.length; index++) {
    const action = words[index]!.value;
    // The end of an action whose start does not show.
    if (endsAction(words, index)) {
      payloads.push({ kind: "refused", reason: "find" });
    }
    if (action === undefined || !actions.has(action)) continue;
    const start = index + 1;
    index = endOfAction(words, start);
    const [name, ...parameters] = words.slice(start, index);
    if (index >= words.length || name === undefined) {
      payloads.push({ kind: "refused", reason: `find ${action}` });
      continue;
    }
    payloads.push({
      kind: "payload",
      name: found(name),
      arguments: parameters.map(found),
      moves: action.endsWith("dir"),
    });
  }
  return payloads;
}

function endOfAction(words: readonly Word[], start: number): number {
  let index = start;
  while (index < words.length && !endsAction(words, index)) index++;
  return index;
}

function endsAction(words: readonly Word[], index: number): boolean {
  const value = words[index]?.value;
  return value === ";" || (value === "+" && words[index - 1]?.value === "{}");
}

/** `find` replaces `{}` wherever it stands. */
function found(word: Word): Word {
  return word.value?.includes("{}") ?? false
    ? makeWord(word.text, undefined)
    : word;
}
