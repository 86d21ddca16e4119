import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "../assessment.ts";
import { assessByFacts } from "../facts.ts";
import type { Scene } from "../scene.ts";
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
}
