import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  type Scene,
} from "../assessment/mod.ts";
import { readers } from "../tables/readers.ts";

/**
 * Judges a call of jq: its filter must not read variables or other files.
 *
 * @param words The words after `jq`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessJq(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const reaches = words.some((word) =>
    /\benv\b|\$ENV|\$__|\b(include|import|input_filename|modulemeta|get_search_list|debug|stderr|halt_error)\b/
      .test(word.value ?? word.text)
  );
  if (reaches) {
    return found.never("critical", "runs a filter of jq that reads elsewhere");
  }
  assessByFacts(words, readers["jq"]!, found, scene);
}

/**
 * Judges a call of yq: its expression must not read variables or other files.
 *
 * @param words The words after `yq`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessYq(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  // Its own words for what it does anyway.
  const own = /^(e|eval|ea|eval-all)$/.test(words[0]?.value ?? "")
    ? words.slice(1)
    : words;
  // It takes `-o=json` for `-o json`.
  const rest = own.flatMap((word): readonly Word[] => {
    const [, flag, value] = /^(-[opI])=([\w-]+)$/.exec(word.value ?? "") ?? [];
    return flag === undefined || value === undefined
      ? [word]
      : [wordOf(flag), wordOf(value)];
  });
  const reaches = rest.some((word) =>
    /\b(env|strenv|envsubst|load\w*|eval|system|exec|include|import|input_filename|filename)\b|\$ENV|\$__/
      .test(word.value ?? word.text)
  );
  if (reaches) {
    return found.never(
      "critical",
      "runs an expression of yq that reads elsewhere",
    );
  }
  assessByFacts(rest, readers["yq"]!, found, scene);
}

function wordOf(value: string): Word {
  return { text: value, value, glob: false };
}
