import type { Word } from "./command.ts";
import type { FindPayload } from "./find.ts";
import { makeWord } from "./words.ts";

/** The options of `fd` that run a program. Source: fd(1). */
const actions: ReadonlySet<string> = new Set([
  "-x",
  "--exec",
  "-X",
  "--exec-batch",
]);

const placeholder = /\{(\/|\/\/|\.|\/\.)?\}/;

/**
 * Finds the programs that `fd` runs on what it found.
 *
 * @param words What follows `fd`.
 * @returns The programs, and the options whose program cannot be told.
 */
export function fdPayloads(words: readonly Word[]): FindPayload[] {
  const payloads: FindPayload[] = [];
  for (let index = 0; index < words.length; index++) {
    const option = words[index]!.value;
    if (option === "--") break;
    if (option === undefined || !actions.has(option)) continue;
    const start = index + 1;
    while (index + 1 < words.length && words[index + 1]!.value !== ";") index++;
    const [name, ...parameters] = words.slice(start, index + 1);
    index++;
    if (name === undefined) {
      payloads.push({ kind: "refused", reason: `fd ${option}` });
      continue;
    }
    const fixed = [name, ...parameters].every((word) =>
      word.value !== undefined && !placeholder.test(word.value)
    );
    payloads.push({
      kind: "payload",
      name: found(name),
      arguments: [
        ...parameters.map(found),
        ...(fixed ? [makeWord("{}", undefined)] : []),
      ],
      moves: false,
    });
  }
  return payloads;
}

function found(word: Word): Word {
  return word.value !== undefined && placeholder.test(word.value)
    ? makeWord(word.text, undefined)
    : word;
}
