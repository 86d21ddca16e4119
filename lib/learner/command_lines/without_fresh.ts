import type { Judged } from "../assessment/mod.ts";
import { isLibraryFile } from "../tools/python_modules.ts";

/**
 * Whoever runs a file that the same line writes runs what nobody has seen, and
 * whoever loads modules beside a command that does something may load what
 * that one left there. What is built from the project's own code runs as that
 * code would.
 *
 * @param judged The commands of a line, each judged by itself.
 * @returns The same, as they stand together.
 */
export function withoutFresh(judged: readonly Judged[]): Judged[] {
  const built = new Set(judged.flatMap(({ builds }) => builds));
  // Where names have no case, another spelling is the same file.
  const written = new Set(
    judged.flatMap(({ writes, builds }) =>
      writes.filter((path) => !builds.includes(path))
        .map((path) => path.toLowerCase())
    ),
  );
  const acts = judged.some(({ tier }) => tier !== "read");
  return judged.map((one) => {
    const { runs, proven, loads, loadsFrom } = one;
    if (runs !== undefined && written.has(runs.toLowerCase())) {
      return proven
        ? { ...one, patterns: [] }
        : refused(one, "runs a file that it writes");
    }
    if (runs !== undefined && built.has(runs)) {
      return {
        ...one,
        patterns: one.patterns.map((pattern) => ({
          ...pattern,
          content: "built",
        })),
      };
    }
    if (loadsFrom !== undefined && [...written].some(isModuleOf(loadsFrom))) {
      return refused(one, "loads a module that it writes");
    }
    return loads && acts && one.tier === "read"
      ? {
        ...one,
        tier: "project",
        reason: "loads modules from a folder that the line may change",
      }
      : one;
  });
}

function refused(judged: Judged, reason: string): Judged {
  return {
    ...judged,
    tier: "critical",
    reason,
    familiar: false,
    patterns: [],
    known: { broad: judged.known.broad },
  };
}

/** Whether a file is found in a folder in place of a module of the library. */
function isModuleOf(folder: string): (path: string) => boolean {
  const start = `${folder.toLowerCase().replace(/\/$/, "")}/`;
  return (path) =>
    path.startsWith(start) && isLibraryFile(path.slice(start.length));
}
