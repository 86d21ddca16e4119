import { type Assessment, isInProject, type Scene } from "../assessment/mod.ts";
import { libraryModules, systemModules } from "../code/mod.ts";

/**
 * Judges that Python loads modules of its library, which it looks for in its
 * folder first.
 *
 * @param found The assessment to add to.
 * @param scene Where it looks.
 */
export function assessModules(found: Assessment, scene: Scene): void {
  const { directory, entries } = scene;
  if (directory === undefined) {
    return found.never("critical", "loads modules from an unknown folder");
  }
  found.loads = true;
  found.loadsFrom ??= directory;
  const names = entries?.(directory);
  if (names === undefined) {
    return found.looks("loads modules that may be the folder's own");
  }
  const own = names.find((name) => standsIn(name, directory, scene));
  if (own === undefined || !isInProject(found, scene)) return;
  found.does("project", `loads ${own} of its own folder`);
  found.once(`loads ${own} of its own folder`);
  found.operand(`=import ${own}`);
}

/** Modules that no other one of the library loads by itself. */
const loadedByNone = new Set(
  "antigravity cmd code commands formatter idlelib lib2to3 parser sets site symbol test this turtledemo"
    .split(" "),
);

/** Whether an entry of a folder is found in place of a library module. */
function standsIn(name: string, directory: string, scene: Scene): boolean {
  if (name.includes(".")) return isLibraryFile(name);
  const inside = isLibraryName(name)
    ? scene.entries!(`${directory}/${name}`)
    : [];
  return inside === undefined ||
    inside.some((one) => /^__init__\./.test(one));
}

/**
 * Whether Python would take a file for a module of its library, in the folder
 * in which it looks first.
 *
 * @param path The file, from that folder on.
 * @returns Whether it would.
 */
export function isLibraryFile(path: string): boolean {
  const [folder, ...rest] = path.split("/");
  if (rest.length > 0) {
    return rest.length === 1 && /^__init__\./.test(rest[0]!) &&
      isLibraryName(folder!);
  }
  const [stem, ...suffixes] = folder!.split(".");
  return suffixes.length > 0 && isLibraryName(stem!) &&
    /^(py|pyc|pyo|pyw|so|pyd|dylib)$/.test(suffixes.at(-1)!);
}

function isLibraryName(stem: string): boolean {
  return libraryModules.has(stem) && !loadedByNone.has(stem) ||
    Object.hasOwn(systemModules, stem) ||
    /^_(?!_)/.test(stem);
}
