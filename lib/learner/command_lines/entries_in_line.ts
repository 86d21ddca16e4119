import type { Entries } from "../assessment/mod.ts";
import type { Neighbour } from "./script_texts.ts";

/**
 * What lies in folders, as far as that still holds when a command of a line
 * comes to run: a command before it may have changed it.
 *
 * @param entries The names in a folder, before the line runs.
 * @param before The commands before it in the line, judged.
 * @returns The same, `undefined` for folders that may have changed.
 */
export function entriesInLine(
  entries: Entries,
  before: readonly Neighbour[],
): Entries {
  const written = before.flatMap(({ writes }) => writes);
  if (written.length === 0) return entries;
  return (path) =>
    written.some((one) => path === one || path.startsWith(`${one}/`))
      ? undefined
      : entries(path);
}
