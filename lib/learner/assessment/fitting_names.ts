import type { Word } from "../../shell/mod.ts";
import { locate } from "../places/mod.ts";
import type { Scene } from "./scene.ts";

/** Names in one folder that fit a pattern. */
interface FittingNames {
  /** The folder as written, with a slash at its end unless it is this one. */
  readonly folder: string;
  /** The names. */
  readonly names: readonly string[];
}

/**
 * Finds the names in a folder that fit a pattern, as `*` fits.
 *
 * @param pattern The pattern; only its last part may hold a `*`.
 * @param scene Where the command runs.
 * @returns The names, `undefined` if they cannot be seen.
 */
function fittingNames(
  pattern: string,
  scene: Scene,
): FittingNames | undefined {
  const [, folder = "", name] =
    /^([^*?[]*\/)?([\w.@+=,:*-]*\*[\w.@+=,:*-]*)$/.exec(pattern) ?? [];
  if (name === undefined) return undefined;
  const place = locate(folder || ".", scene.directory, scene)?.path;
  const names = place === undefined ? undefined : scene.entries?.(place);
  if (names === undefined) return undefined;
  const source = name.replace(/[.+]/g, "\\$&").replaceAll("*", ".*");
  const fits = new RegExp(`^${source}$`, "s");
  return { folder, names: names.filter((one) => fits.test(one)) };
}

/**
 * The paths that a name with a number or a date in it may be: those that are
 * there already, each of which may be a link, and an example of a new one.
 *
 * @param word The name.
 * @param scene Where the command runs.
 * @returns The paths, `undefined` if they cannot be told.
 */
export function numberedPaths(
  { like }: Word,
  scene: Scene,
): readonly string[] | undefined {
  if (like?.pattern === undefined || like.kind === "files" || !like.firm) {
    return undefined;
  }
  const found = fittingNames(like.pattern, scene);
  return found &&
    [...found.names.map((name) => `${found.folder}${name}`), like.sample];
}

/**
 * Whether a glob stands for no name that the shell would cut into several
 * words, or take for a glob once more.
 *
 * @param pattern The glob.
 * @param scene Where the command runs.
 * @returns Whether every name that fits now is one word.
 */
export function fitsWords(pattern: string, scene: Scene): boolean {
  const found = fittingNames(pattern, scene);
  return found?.names.every((name) =>
    /^[\w.@+=,:%][\w.@+=,:%-]*$/.test(name)
  ) ??
    false;
}
