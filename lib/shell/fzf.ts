import type { Word } from "./command.ts";
import type { FindPayload } from "./find.ts";
import { makeWord } from "./words.ts";

/**
 * Finds the programs that `fzf` runs for what is chosen: its preview, and the
 * actions that only show what a program prints.
 *
 * Only the plainest texts are read: words and the chosen line, with pipes
 * between programs. `fzf` puts that line in quotes of its own, so that any
 * other quote around it would undo them. Source: fzf(1).
 *
 * @param words What follows `fzf`.
 * @returns The programs, and the options whose program cannot be told.
 */
export function fzfPayloads(words: readonly Word[]): FindPayload[] {
  const payloads: FindPayload[] = [];
  for (let index = 0; index < words.length; index++) {
    const value = words[index]!.value;
    const [, name, attached] = /^--(preview|bind)(?:=(.*))?$/s.exec(
      value ?? "",
    ) ?? [];
    if (name === undefined) continue;
    const text = attached ?? words[++index]?.value;
    if (text === undefined) {
      payloads.push({ kind: "refused", reason: `fzf --${name}` });
    } else if (name === "preview") {
      payloads.push(...readText(text));
    } else {
      for (const one of actionTexts(text)) payloads.push(...readText(one));
    }
  }
  return payloads;
}

const showing =
  /(?:^|[:+,])(?:(?:bg-)?transform-(?:border-label|footer|footer-label|ghost|header|header-label|input-label|list-label|nth|pointer|preview-label|prompt|query|search)|preview|change-preview):(.*)$/s;

/** The texts of such actions; the rest of a binding is judged elsewhere. */
function actionTexts(binding: string): string[] {
  const text = showing.exec(binding)?.[1];
  return text === undefined ? [] : [text.replaceAll("\\ ", " ")];
}

const plainWord = /^[\w./=:@%+,-]+$/;
const chosen = /^\{[+*]?(-?\d*(\.\.-?\d*)?(,-?\d+)*|q|n|\+?n|f)?\}$/;

function readText(text: string): FindPayload[] {
  if (text.trim() === "") return [];
  return text.split("|").map((part): FindPayload => {
    const words = part.trim().split(/[ \t]+/);
    const plain = words.every((word) =>
      plainWord.test(word) || chosen.test(word)
    );
    const [name, ...parameters] = words;
    if (!plain || !plainWord.test(name!) || name!.includes("=")) {
      return { kind: "refused", reason: "fzf command" };
    }
    return {
      kind: "payload",
      name: makeWord(name!, name),
      arguments: parameters.map((word) =>
        chosen.test(word) ? makeWord("{}", undefined) : makeWord(word, word)
      ),
      moves: false,
    };
  });
}
