import type { PolicyTexts } from "./policy_texts.ts";
import type { Pattern } from "./rule.ts";
import { isLibraryFile } from "./tools/python_modules.ts";
import type { Tier } from "./verdict.ts";

/** One simple command, judged by the tables alone. */
export interface Judgement {
  /** The command as people would write it. */
  readonly text: string;
  /** The same without variables and redirects; empty if it was not read. */
  readonly bare: string;
  /** How risky it is. */
  readonly tier: Tier;
  /** What it does, as a clause. */
  readonly reason: string;
  /** Whether it may pass the first time, under the ceiling. */
  readonly familiar: boolean;
  /** How many approvals it takes before more than the very words pass. */
  readonly needs: number;
  /** Whether what it does hangs on what the project holds. */
  readonly bound: boolean;
  /** What approving it teaches, least general first; nothing if never. */
  readonly patterns: readonly Pattern[];
  /** What a policy knows it as. */
  readonly known: PolicyTexts;
}

/** The same, with what the commands around it have to know. */
export interface Judged extends Judgement {
  /** The files that it writes. Absolute. */
  readonly writes: readonly string[];
  /** Those among them that it builds from the project's code. */
  readonly builds: readonly string[];
  /** The file that it runs. Absolute. */
  readonly runs: string | undefined;
  /** Whether all that this file does was judged by its text. */
  readonly proven: boolean;
  /** Whether it loads modules that files could stand in for. */
  readonly loads: boolean;
  /** Where it looks for those first. Absolute. */
  readonly loadsFrom: string | undefined;
}

/**
 * Whoever runs a file that the same line writes runs what nobody has seen, and
 * whoever loads modules beside a command that does something may load what
 * that one left there. What is built from the project's own code runs as that
 * code would.
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
