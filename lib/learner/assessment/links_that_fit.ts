import { locate, type Located } from "../places/mod.ts";
import type { Scene } from "./scene.ts";

/**
 * Finds the links that a glob stands for and that lead out of the place where
 * the glob looks.
 *
 * @param folder Where it looks.
 * @param glob The pattern over names.
 * @param scene Where the command runs.
 * @returns Their paths; none where the names in the folder cannot be seen.
 */
export function linksThatFit(
  folder: Located,
  glob: string,
  scene: Scene,
): readonly string[] {
  const source = glob.replace(
    /\[[^\]]*\]|[.*+?^${}()|\\[\]]/g,
    (part) =>
      part === "*" ? ".*" : part === "?" || part.length > 1 ? "." : `\\${part}`,
  );
  const fits = new RegExp(`^${source}$`, "s");
  return (scene.entries?.(folder.path) ?? [])
    .filter((name) =>
      fits.test(name) && (glob.startsWith(".") || !name.startsWith("."))
    )
    .map((name) => `${folder.path}/${name}`)
    .filter((path) =>
      scene.resolve(path) !== path &&
      locate(path, undefined, scene)?.place !== folder.place
    );
}
