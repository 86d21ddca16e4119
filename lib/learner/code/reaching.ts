import { calculatingWords, pureModules } from "./tables/python_modules.ts";
import { libraryModules } from "./tables/python_names.ts";
import { reachingWords } from "./tables/reaching_words.ts";

/**
 * Whether a name that belongs to a package sounds like starting programs,
 * talking to someone, running texts, or changing what stays: `dropAll`,
 * `send_mail`, `os`.
 *
 * @param name The name.
 * @param calculates Whether the package only calculates and draws, so that
 * what sounds like changing something changes what is in memory.
 * @returns Whether any word of it does.
 */
export function soundsReaching(name: string, calculates: boolean): boolean {
  if (calculates && /^_eval_\w+$/.test(name)) return false;
  const reaches = (word: string) =>
    reachingWords.has(word) && !(calculates && calculatingWords.has(word));
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase()
    .split("_");
  return parts.some(reaches) || reaches(parts.join("")) ||
    libraryModules.has(name) && !Object.hasOwn(pureModules, name) &&
      !commonNames.has(name);
}

/** Modules whose names are those of many harmless things. */
const commonNames = new Set(
  "array cmd code formatter parser profile select symbol test token trace"
    .split(" "),
);

/**
 * Whether a table of modules holds a name; what every object has does not
 * count.
 *
 * @param table The table.
 * @param module The module.
 * @param name What is taken from it.
 * @returns Whether it stands there.
 */
export function holds(
  table: Readonly<Record<string, ReadonlySet<string>>>,
  module: string,
  name: string,
): boolean {
  return Object.hasOwn(table, module) && table[module]!.has(name);
}
