import type { SecretPlaces } from "./secret_places.ts";
import {
  secretFilePatterns,
  secretFiles,
  secretFolders,
  secretPathPatterns,
  secretSamples,
  secretSubfolders,
} from "./tables/secret_paths.ts";
import {
  definingFiles,
  guardedFilePatterns,
  guardedFiles,
  guardedFolders,
  guardedSubfolders,
  installedCode,
} from "./tables/guarded_paths.ts";
import {
  buildFolders,
  personalHidden,
  scratchFolders,
  sharedScratch,
  strangersFolders,
  systemFolders,
} from "./tables/kinds_of_places.ts";

/** Where paths are judged from. */
export interface World {
  /** The project. Absolute, without a slash at its end. */
  readonly project: string;
  /** The person's home directory. Absolute. */
  readonly home: string;
  /** Follows symbolic links. */
  readonly resolve: (absolutePath: string) => string;
  /** What people call secret besides. */
  readonly secrets?: SecretPlaces | undefined;
}

/** What kind of place a path is, worst last. */
const places = [
  "nothing",
  "project",
  "scratch",
  "system",
  "outside",
  "hidden",
  "device",
  "secret",
] as const;

/** One of {@linkcode places}. */
export type Place = (typeof places)[number];

/** Why a path must not be written without a person. */
export type Guard = "acts by itself" | "defines commands";

/** A path that was judged. */
export interface Located {
  /** The absolute path, without `.` and `..`. */
  readonly path: string;
  /** What kind of place it is, by name and by where its links lead. */
  readonly place: Place;
  /** What guards it, if it were written. */
  readonly guard: Guard | undefined;
  /** The path inside the project, if it is in there. */
  readonly inside: string | undefined;
}

/**
 * Judges where a path is, by its name and by where its links lead.
 *
 * @param path The path as the program receives it.
 * @param directory Where relative paths start, if known.
 * @param world The project, home and links.
 * @returns The place, `undefined` if it cannot be told.
 */
export function locate(
  path: string,
  directory: string | undefined,
  world: World,
): Located | undefined {
  if (path === "" || path.includes("\0")) return undefined;
  if (!path.startsWith("/") && directory === undefined) return undefined;
  const raw = path.startsWith("/") ? path : `${directory}/${path}`;
  const named = normalisePath(raw);
  const real = normalisePath(world.resolve(raw));
  const second = placeOf(real, world);
  // Where names have no case, another spelling is no link.
  const same = real.toLowerCase() === named.toLowerCase();
  const first = same ? second : placeOf(named, world);
  const guard = guardOf(named, world) ?? guardOf(real, world);
  return {
    path: real,
    place: places.indexOf(second) > places.indexOf(first) ? second : first,
    guard,
    inside: insideOf(real, world.project) ??
      insideOf(real, normalisePath(world.resolve(world.project))),
  };
}

/**
 * Whether a glob may stand for something secret.
 *
 * @param glob The last part of the pattern, unquoted.
 * @param wildcards What they may stand for: the dot of a hidden name as well,
 * or digits only.
 * @returns Whether it fits any of the names under which secrets are kept.
 */
export function fitsSecret(
  glob: string,
  wildcards: { readonly hidden?: boolean; readonly digits?: boolean } = {},
): boolean {
  const source = glob.toLowerCase().replace(
    /\[[^\]]*\]|[.*+?^${}()|\\[\]]/g,
    (part) =>
      part === "*"
        ? wildcards.digits ? "-?\\d*" : ".*"
        : part === "?" || part.length > 1
        ? "."
        : `\\${part}`,
  );
  const pattern = new RegExp(`^${source}$`, "s");
  const dotted = wildcards.hidden || glob.startsWith(".");
  return secretSamples.some((name) =>
    (dotted || !name.startsWith(".")) && pattern.test(name)
  );
}

/**
 * Whether a name is one under which secrets are kept.
 *
 * @param path A path or file name.
 * @returns Whether any part of it names a secret.
 */
export function namesSecret(path: string): boolean {
  const lower = path.toLowerCase();
  const parts = lower.split("/").filter((part) => part !== "" && part !== ".");
  const name = parts.at(-1) ?? "";
  return parts.some((part) => secretFolders.has(part)) ||
    secretFiles.has(name) ||
    secretFilePatterns.some((pattern) => pattern.test(name)) ||
    parts.some((part) => secretFilePatterns[0]!.test(part)) ||
    secretPathPatterns.some((pattern) => pattern.test(lower)) ||
    secretSubfolders.some((folder) =>
      `/${parts.join("/")}/`.includes(`/${folder}`)
    );
}

/**
 * Takes `.`, `..` and repeated slashes out of an absolute path, by its text.
 *
 * @param path An absolute path.
 * @returns The path without them.
 */
export function normalisePath(path: string): string {
  if (!/\/\.|\/\/|.\/$/.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/**
 * Whether a file lies where builds and scratch files do, which anyone may
 * delete.
 *
 * @param located The file.
 * @returns Whether nobody would miss it.
 */
export function mayBeLost(located: Located): boolean {
  const inside = located.inside?.split("/") ?? [];
  return located.place === "scratch" ||
    inside.some((part) => buildFolders.has(part));
}

function placeOf(path: string, world: World): Place {
  const inside = insideOf(path, world.project) ??
    insideOf(path, normalisePath(world.resolve(world.project)));
  if (namesSecret(inside ?? path) || world.secrets?.holds(path)) {
    return "secret";
  }
  if (inside !== undefined) return "project";
  if (
    /^\/dev\/(null|stdin|stdout|stderr|fd\/[0-2]|zero|u?random)$/.test(path)
  ) {
    return "nothing";
  }
  if (/^\/dev(\/|$)/.test(path)) return "device";
  // A path of Windows is somewhere else, and nothing here knows where.
  if (/\\|^[A-Za-z]:/.test(path)) return "outside";
  for (const folder of scratchFolders) {
    const rest = insideOf(path, folder);
    if (rest === undefined) continue;
    const top = rest.split("/")[0]!;
    return sharedScratch.some((shared) => shared.test(top))
      ? "hidden"
      : "scratch";
  }
  if (isHidden(path, world)) return "hidden";
  if (systemFolders.some((folder) => insideOf(path, folder) !== undefined)) {
    return "system";
  }
  return "outside";
}

/**
 * Whether a path is hidden among what is a person's alone: anywhere but in the
 * folders of other work, where tools keep what belongs to that work.
 */
function isHidden(path: string, { home, project }: World): boolean {
  const parts = path.split("/");
  const hidden = parts.findIndex((part) => part.startsWith("."));
  if (hidden < 0) return false;
  // A repository's own files may hold how to get into others.
  if (parts.some((part) => part.toLowerCase().endsWith(".git"))) return true;
  const shelves = [home, project.slice(0, project.lastIndexOf("/"))]
    .filter((shelf) => shelf.lastIndexOf("/") > 0);
  const work = shelves.some((shelf) => {
    const [top = ""] = insideOf(path, shelf)?.split("/") ?? [];
    return top !== "" && !top.startsWith(".") && !strangersFolders.has(top);
  });
  return !work || parts.slice(hidden).some((part) => personalHidden.has(part));
}

function guardOf(path: string, world: World): Guard | undefined {
  const inside = insideOf(path, world.project) ??
    insideOf(path, normalisePath(world.resolve(world.project)));
  const parts = (inside ?? path).split("/").map(plainName);
  const name = parts.at(-1)!;
  if (
    parts.some((part) => guardedFolders.has(part) || part.endsWith(".git")) ||
    guardedSubfolders.some((folder) =>
      `/${parts.join("/")}/`.includes(`/${folder}/`)
    ) ||
    guardedFiles.has(name) ||
    guardedFilePatterns.some((pattern) => pattern.test(name)) ||
    // Windows has such a second name for `.git` and the like.
    parts.some((part) => /^[.\w]{1,6}~\d/.test(part))
  ) {
    return "acts by itself";
  }
  const defines = definingFiles.has(name) ||
    installedCode.test(parts.join("/"));
  return defines ? "defines commands" : undefined;
}

/**
 * A name as the least strict file systems take it: without case, characters
 * that cannot be seen, and what Windows cuts off at the end.
 */
function plainName(name: string): string {
  return name.normalize("NFKC").toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\p{Mn}]/gu, "")
    .replace(/::?\$.*$/s, "").replace(/[. ]+$/, "");
}

/** The part of a path below a folder, empty for the folder itself. */
function insideOf(path: string, folder: string): string | undefined {
  if (folder === "/" || folder === "") return undefined;
  if (path === folder) return "";
  return path.startsWith(folder) && path[folder.length] === "/"
    ? path.slice(folder.length + 1)
    : undefined;
}
