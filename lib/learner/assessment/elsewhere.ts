import type { Scene } from "./scene.ts";

/** What the kinds of arguments begin with that name a folder elsewhere. */
const start = "outside:";

/** What all folders in one folder are called together. */
const all = "/*";

/**
 * Names the place that reading one path outside the project stands for: a
 * folder beside the project, or what is about as large.
 *
 * @param path The path. Absolute, and in no home that may not be read.
 * @param scene Where the project and the home are.
 * @returns The kind of argument.
 */
export function placeElsewhere(
  path: string,
  { project, home }: Pick<Scene, "project" | "home">,
): string {
  const shelf = parentOf(project);
  const anyHome = /^\/(home|Users)\/[^/]+(?=\/)/.exec(path)?.[0] ?? "";
  const base =
    [shelf, home].find((one) =>
      one.lastIndexOf("/") > 0 && path.startsWith(`${one}/`)
    ) ?? anyHome;
  const depth = base.split("/").length + (base === shelf ? 1 : 2);
  return start + path.split("/").slice(0, depth).join("/");
}

/**
 * Adds to the places that may be read what several of them have in common.
 *
 * Whoever lets two folders of one folder be read means what lies there, as
 * long as that is not a home or a place where all kinds of things are.
 *
 * @example Usage
 * ```ts
 * import { widenPlaces } from "./elsewhere.ts";
 * import assert from "node:assert/strict";
 *
 * const places = ["outside:/home/dev/src/api", "outside:/home/dev/src/cli"];
 * assert.deepEqual(widenPlaces(places), [
 *   ...places,
 *   "outside:/home/dev/src/*",
 * ]);
 * ```
 *
 * @param kinds Kinds of arguments.
 * @returns The same, and what they add up to.
 */
export function widenPlaces(kinds: readonly string[]): readonly string[] {
  const parents = kinds.filter((kind) =>
    kind.startsWith(start) && !kind.endsWith(all)
  ).map(parentOf);
  const common = parents.filter((parent, index) =>
    parents.indexOf(parent) !== index && !isBroad(parent.slice(start.length))
  );
  return [...new Set([...kinds, ...common.map((parent) => parent + all)])];
}

/**
 * Whether a place may be read where others may.
 *
 * @param kind The kind of an argument.
 * @param allowed The kinds that may appear.
 * @returns Whether it is among them.
 */
export function isAmong(kind: string, allowed: readonly string[]): boolean {
  return allowed.includes(kind) || kind.startsWith(start) &&
      (allowed.includes("outside-path") ||
        allowed.includes(parentOf(kind) + all));
}

/**
 * The folder of a kind of argument that names one elsewhere.
 *
 * @param kind The kind of an argument.
 * @returns The folder, `undefined` if it names none.
 */
export function folderElsewhere(kind: string): string | undefined {
  return kind.startsWith(start) ? kind.slice(start.length) : undefined;
}

/** Whether a folder holds a home, or things that have nothing in common. */
function isBroad(folder: string): boolean {
  return folder.split("/").length < 4 ||
    /^\/(home|Users|media|mnt|Volumes)\/[^/]+$/.test(folder);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
