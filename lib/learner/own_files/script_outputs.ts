import { fileWriters } from "./tables/file_writers.ts";

/**
 * The files and folders that code makes, as far as their names stand in it.
 *
 * Only what it writes before it names it otherwise counts: what it looks at
 * first was there before.
 *
 * @example Usage
 * ```ts
 * import { outputsOf } from "./script_outputs.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(outputsOf('plt.savefig("plot.png")'), ["plot.png"]);
 * assert.deepEqual(outputsOf('open("a"); open("a", "w")'), []);
 * ```
 *
 * @param code The code, in Python or JavaScript.
 * @returns The names as they stand in it, each once.
 */
export function outputsOf(code: string): string[] {
  // Relative names start elsewhere from then on.
  if (/chdir/.test(code)) return [];
  const outputs = new Set<string>();
  for (const writer of fileWriters) {
    for (const { index, groups } of code.matchAll(writer)) {
      const name = groups!["name"]!;
      const first = code.search(
        new RegExp(`["'\`/]${name.replace(/[.+]/g, "\\$&")}["'\`/]`),
      );
      if (first > index) outputs.add(name);
    }
  }
  return [...outputs];
}
