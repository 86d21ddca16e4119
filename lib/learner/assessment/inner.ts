import type { Word } from "../../shell/mod.ts";
import { Assessment } from "./assessment.ts";
import type { Scene } from "./scene.ts";
import { harmlessWrappers } from "./tables/forbidden_programs.ts";

/** Judges what a program does with its words. */
export type ProgramJudge = (
  name: string,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/**
 * Judges the program that another program starts, and takes over what is found
 * out about it.
 *
 * @param words The inner program and its words.
 * @param before The subcommand words of the outer program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges the inner program.
 */
export function assessInner(
  words: readonly Word[],
  before: readonly string[],
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): void {
  const [program, ...rest] = words;
  const name = program?.value;
  // What a program in between starts in its turn is not taken apart here.
  if (
    name === undefined || name.startsWith("-") || harmlessWrappers.has(name) ||
    /^g?(find|fd|fdfind)$/.test(name)
  ) {
    return found.never(
      "critical",
      `runs ${program?.text ?? "nothing"} through ${found.program}`,
    );
  }
  const inner = new Assessment(name);
  judge(name, rest, inner, scene);
  found.adopt(inner, [...before, name]);
}
