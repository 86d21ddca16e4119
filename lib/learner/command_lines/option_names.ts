import type { Word } from "../../shell/mod.ts";
import type { Scene } from "../assessment/mod.ts";

/**
 * Whether a word that stands for files may become an option: a shell puts the
 * name `--pre=sh` in the place of a `*` as it is.
 *
 * @param word The word.
 * @param scene Where the command runs.
 * @returns Whether a name that is there now fits it and starts with a dash.
 */
export function mayBeOption(word: Word, scene: Scene): boolean {
  const pattern = patternOf(word)?.replace(/^["']+/, "");
  if (pattern === undefined || !/^[*?[-]/.test(pattern)) return false;
  const names = scene.directory === undefined
    ? undefined
    : scene.entries?.(scene.directory);
  const dashed = names?.filter((name) => name.startsWith("-")) ?? [];
  if (dashed.length === 0) return false;
  const first = pattern.split("/")[0]!;
  const source = first.replace(
    /\[[^\]]*\]|[.*+?^${}()|\\[\]]/g,
    (part) =>
      part === "*" ? ".*" : part === "?" || part.length > 1 ? "." : `\\${part}`,
  );
  const fits = new RegExp(`^${source}$`, "s");
  return dashed.some((name) => fits.test(name));
}

/** What is held against the names in the folder. */
function patternOf({ glob, text, like }: Word): string | undefined {
  if (glob) return text;
  return like?.kind === "files" ? like.pattern ?? "*" : undefined;
}
