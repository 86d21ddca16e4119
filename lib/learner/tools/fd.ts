import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  flagTable,
  readArguments,
  type Scene,
} from "../assessment/mod.ts";
import { aimsAtSecret, globAimsAtSecret, namesSecret } from "../places/mod.ts";
import { readers } from "../tables/readers.ts";

const actions = /^(-[xX]|--exec(-batch)?)$/;

/**
 * Judges a call of fd: where it looks, and that it only prints.
 *
 * What `--exec` runs is a command of its own and is judged as one.
 *
 * @param words The words after `fd`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessFd(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const own: Word[] = [];
  let runs = false;
  let open = true;
  for (const word of words) {
    if (word.value === "--") open = false;
    if (runs) {
      runs = word.value !== ";";
    } else if (open && actions.test(word.value ?? "")) {
      found.flag(word.value!);
      runs = true;
    } else {
      own.push(word);
    }
  }
  assessByFacts(own, readers["fd"]!, found, scene);
  assessPattern(own, found);
}

/** Which files it finds is told by a pattern, and by how their names end. */
function assessPattern(words: readonly Word[], found: Assessment): void {
  const facts = readers["fd"]!;
  const { flags, operands } = readArguments(words, flagTable(facts.flags!));
  const has = (names: RegExp) => flags.some(({ name }) => names.test(name));
  const pattern = operands[0]?.value ?? operands[0]?.text ?? "";
  const hidden = has(/^(-H|-u|--hidden|--unrestricted)$/);
  const ends = flags.filter(({ name }) => /^(-e|--extension)$/.test(name));
  const aims = has(/^(-g|--glob)$/)
    ? globAimsAtSecret(pattern)
    : pattern !== "" && aimsAtSecret(pattern, "%", hidden);
  const secret = aims ||
    ends.some(({ value }) => namesSecret(`x.${value?.value ?? "env"}`));
  if (secret) {
    found.never("remote", `looks for files where secrets are kept`);
  }
}
