import { normalisePath } from "../places/mod.ts";
import type { TraceLine } from "./trace.ts";

/** Where the commands of one project of a trace ran. */
export interface TracePlace {
  /** The project's folder. Absolute. */
  readonly project: string;
  /** The home of whoever worked there. Absolute. */
  readonly home: string;
}

/** An absolute path in a command, without quotes. */
const paths = /(?<![\w.~$}/-])\/(?:[\w.@+-]+\/)*[\w.@+-]+/g;

/**
 * Finds out where the projects of a trace were.
 *
 * That is the folder that holds all folders the trace gives. Where it gives
 * none, it is the folder named like the project that its commands name most,
 * and else one that none of them names.
 *
 * @example Usage
 * ```ts
 * import { placesOf } from "./trace_places.ts";
 * import assert from "node:assert/strict";
 *
 * const line = { at: 0, project: "dev/web", session: "one", danger: "" };
 * const places = placesOf([
 *   { ...line, directory: undefined, command: "cd /home/ann/src/web/api && npm test" },
 * ]);
 * assert.deepEqual(places.get("dev/web"), {
 *   project: "/home/ann/src/web",
 *   home: "/home/ann",
 * });
 * ```
 *
 * @param lines The trace.
 * @returns The places, by the projects' names.
 */
export function placesOf(
  lines: readonly TraceLine[],
): Map<string, TracePlace> {
  const projects = Map.groupBy(lines, ({ project }) => project);
  return new Map([...projects].map(([name, own]) => {
    const project = givenFolder(own) ?? namedFolder(name, own) ??
      `/home/agent/${name.split("/").at(-1)}`;
    const home = /^\/(?:home|Users)\/[^/]+/.exec(project)?.[0] ?? "/home/agent";
    return [name, { project, home }];
  }));
}

/**
 * Gives names as the file system of a trace's machine would: on macOS, those of
 * the project's folder and of the folders around it have no case.
 *
 * @param project The project's folder. Absolute.
 * @returns What follows links, as far as a trace can tell.
 */
export function resolverOf(project: string): (path: string) => string {
  if (!project.startsWith("/Users/")) return (path) => path;
  const names = project.split("/");
  return (path) => {
    const parts = path.split("/");
    for (let at = 0; at < Math.min(parts.length, names.length); at++) {
      if (parts[at]!.toLowerCase() !== names[at]!.toLowerCase()) break;
      parts[at] = names[at]!;
    }
    return parts.join("/");
  };
}

function givenFolder(lines: readonly TraceLine[]): string | undefined {
  let common: string[] | undefined;
  for (const { directory } of lines) {
    if (!directory?.startsWith("/")) continue;
    const parts = normalisePath(directory).split("/");
    const end = common?.findIndex((part, index) => part !== parts[index]) ?? -1;
    common = end < 0 ? common ?? parts : common!.slice(0, end);
  }
  // All there is in common may be that somebody worked on one machine.
  return common === undefined || common.length < 2 || common.at(-1) === ""
    ? undefined
    : common.join("/");
}

function namedFolder(
  project: string,
  lines: readonly TraceLine[],
): string | undefined {
  const name = project.split("/").at(-1)!;
  const often = new Map<string, number>();
  for (const { command } of lines) {
    for (const [path] of command.matchAll(paths)) {
      const parts = path.split("/");
      const at = parts.indexOf(name);
      if (at < 1) continue;
      const folder = parts.slice(0, at + 1).join("/");
      often.set(folder, (often.get(folder) ?? 0) + 1);
    }
  }
  return [...often].sort((one, other) => other[1] - one[1])[0]?.[0];
}
