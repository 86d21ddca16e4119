import type { Word } from "../../shell/mod.ts";
import {
  assessInner,
  type Assessment,
  type ProgramJudge,
  type Scene,
} from "../assessment/mod.ts";

/** Programs that it starts as they are, to shorten what they print. */
const shortened = new Set(
  "git gh ls cat head tail wc grep rg tree cargo npm pnpm pip pytest ruff mypy go docker kubectl tsc prettier"
    .split(" "),
);

/**
 * Judges a call of rtk, which runs other programs and shortens their output.
 *
 * Source: its own documentation. Its commands with rules of their own, such as
 * `init` and `env`, go to a person.
 *
 * @param words The words after `rtk`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges the program that it runs.
 */
export function assessRtk(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): void {
  const [first, ...rest] = words;
  if (first?.value === "gain") {
    found.subcommand = ["gain"];
    found.does("read", "shows how much output was saved");
    const plain = rest.every(({ value }) =>
      /^(-[gHpd]|--(graph|history|project|daily|weekly|monthly|all|quota))$/
        .test(value ?? "?")
    );
    if (!plain) found.exactly("shows how much output was saved in some way");
    return;
  }
  if (first?.value === "proxy" && rest.length > 0) {
    return assessInner(rest, ["proxy"], found, scene, judge);
  }
  if (!shortened.has(first?.value ?? "")) {
    return found.never("remote", "runs rtk for something that is not known");
  }
  assessInner(words, [], found, scene, judge);
}
