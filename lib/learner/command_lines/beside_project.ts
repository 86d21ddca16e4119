import { type Entries, holdsHomes, type Judged } from "../assessment/mod.ts";
import {
  locate,
  normalisePath,
  strangersFolders,
  type World,
} from "../places/mod.ts";
import { tiers } from "../verdict.ts";

/** Where it is asked what lies beside a project. */
export interface Surroundings extends World {
  /** Lists a folder. */
  readonly entries?: Entries | undefined;
}

/**
 * Finds the folder beside the project that a command works in, if it is one
 * of the person's own: another repository, or a folder in the same place.
 *
 * Such a folder is never taken for the project. It only lets a person say that
 * what is done in there may be done again, in there.
 *
 * @example Usage
 * ```ts
 * import { besideProject } from "./beside_project.ts";
 * import assert from "node:assert/strict";
 *
 * const place = {
 *   project: "/home/dev/src/web",
 *   home: "/home/dev",
 *   resolve: String,
 *   entries: (path: string) =>
 *     path === "/home/dev/src/api" ? [".git", "lib"] : [],
 * };
 * assert.equal(besideProject("/home/dev/src/api/lib", place), "/home/dev/src/api");
 * assert.equal(besideProject("/home/dev", place), undefined);
 * assert.equal(besideProject("/tmp/api", place), undefined);
 * ```
 *
 * @param directory Where the command runs. Absolute.
 * @param place The project and the files around it.
 * @returns The repository's folder, or the directory itself if that lies in
 * none; `undefined` if nothing may be learned of it.
 */
export function besideProject(
  directory: string,
  place: Surroundings,
): string | undefined {
  const named = normalisePath(directory);
  const located = locate(directory, undefined, place);
  const folder = located?.path ?? "";
  // A link may lead elsewhere tomorrow; another spelling is the same folder.
  if (folder.toLowerCase() !== named.toLowerCase()) return undefined;
  if (!isOwn(folder, place)) return undefined;
  for (let root = folder; isOwn(root, place); root = parentOf(root)) {
    if (place.entries?.(root)?.includes(".git")) return root;
  }
  return folder;
}

/** Whether a folder is the person's, and no more than one piece of work. */
function isOwn(path: string, place: Surroundings): boolean {
  const { project, home } = place;
  const located = locate(path, undefined, place);
  if (located?.place !== "outside" || located.guard !== undefined) return false;
  if (/[\\\p{Cc}\p{Cf}]/u.test(path) || holdsHomes(path, place)) return false;
  if (project.startsWith(`${path}/`)) return false;
  if (path.startsWith(`${home}/`)) {
    return !strangersFolders.has(path.slice(home.length + 1).split("/")[0]!);
  }
  const shelf = parentOf(project);
  return shelf.lastIndexOf("/") > 0 && path.startsWith(`${shelf}/`);
}

/**
 * Takes what was judged as if a folder beside the project were the project.
 *
 * A person sees it before anything passes; no rule of the project speaks of
 * it, nor the other way round; and what people allow by hand, they allow in
 * their project.
 *
 * @param judged The judgement.
 * @param beside The folder. Absolute.
 * @returns What counts of it, `undefined` if none of it can be learned.
 */
export function takenBeside(
  judged: Judged,
  beside: string,
): Judged | undefined {
  const { tier, patterns, writes, needs, reason, known } = judged;
  const within = (path: string) =>
    path === beside || path.startsWith(`${beside}/`);
  if (patterns.length === 0 || writes.some(within)) return undefined;
  if (tiers.indexOf(tier) > tiers.indexOf("fetch")) return undefined;
  return {
    ...judged,
    tier: tier === "read" ? "project" : tier,
    reason: `${reason}, in ${beside}`,
    familiar: false,
    needs: Math.max(needs, 2),
    bound: true,
    patterns: patterns.map((pattern) => ({ ...pattern, beside })),
    known: { broad: known.broad },
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
