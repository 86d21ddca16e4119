import type { Word } from "../../shell/mod.ts";
import {
  type Assessment,
  assessOperands,
  familiarTarget,
  isInProject,
  type ProgramJudge,
  publishingTarget,
  type Scene,
  scriptNames,
  taskFiles,
} from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";

/** Judges a program that may start others. */
export type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  program: ProgramJudge,
) => void;

/**
 * Lets a judge take note of the task that runs, so that a change of it is seen.
 *
 * @param judge The judge of a program that runs tasks.
 * @returns The judge that takes note.
 */
export function binds(judge: Judge): Judge {
  return (words, found, scene, program) => {
    judge(words, found, scene, program);
    const names = found.subcommand;
    const runner = found.program;
    const own = Object.hasOwn(taskFiles, runner);
    // Yarn alone installs, and a script stands in for a tool of its name.
    const [first, second] = runner === "yarn"
      ? ["run", names[0] === "run" ? names[1] : names[0] ?? "install"]
      : names;
    if (first === "run" && second === undefined) return;
    const runs = own
      ? runner !== "deno" || first === "task"
      : first === "run" || Object.hasOwn(scriptNames, first ?? "") ||
        /^(test|start|stop)$/.test(first ?? "");
    // Bun has tests of its own under that name.
    if (!runs || runner === "bun" && first === "test") return;
    found.task = {
      runner,
      names: own
        ? names
        : first === "run"
        ? scriptNames[second!] ?? [second!]
        : scriptNames[first!] ?? [first!],
      directory: scene.directory ?? scene.project,
    };
  };
}

/**
 * Judges that a task of the project runs, by its name.
 *
 * @param target The name.
 * @param words What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function runTarget(
  target: Word | undefined,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const name = target?.value;
  if (
    name === undefined || !/^[\w:.@/-]+$/.test(name) || name.startsWith("-")
  ) {
    return found.never("critical", "runs a task that cannot be told");
  }
  if (!isInProject(found, scene)) return;
  found.subcommand = [...found.subcommand, name];
  if (publishingTarget.test(name)) {
    return found.never("remote", `publishes something, by the name of ${name}`);
  }
  found.does("project", `runs the project's task ${name}`);
  if (!familiarTarget.test(name)) {
    found.once(`runs the project's task ${name}`);
  }
  const ends = words.findIndex(({ value }) => value === "--");
  const own = ends < 0 ? words : words.slice(0, ends);
  if (own.some(({ value }) => changesRunner(value))) {
    return found.never("critical", `changes how ${found.program} runs ${name}`);
  }
  const given = words.filter((word) => word.value !== "--");
  assessOperands(given, ["handed*"], found, scene);
}

/** Flags of package managers, which may be shortened, after a task's name. */
function changesRunner(value: string | undefined): boolean {
  const flag = value?.split("=")[0] ?? "";
  return flag.length > 5 &&
    runnerFlags.some((one) => one.startsWith(flag.toLowerCase()));
}

const runnerFlags = [
  "--script-shell",
  "--node-options",
  "--userconfig",
  "--globalconfig",
];

/** A target that is a file must not be one that acts by itself. */
function isTarget(target: string, scene: Scene): boolean {
  const located = locate(target, scene.directory, scene);
  return located?.place === "project" && located.guard !== "acts by itself";
}

/**
 * Judges a call of make, or of a runner that is called like it.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function make(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (!isInProject(found, scene)) return;
  const targets: string[] = [];
  for (const word of words) {
    const value = word.value;
    if (value === "--version") return found.does("read", "prints a version");
    if (
      value !== undefined &&
      /^-(j\d*|k|s|n|B|i|w|l|-list|-dry-run|-silent|-keep-going|-summary)$/
        .test(value)
    ) {
      found.flag(value.replace(/\d+$/, ""));
    } else if (
      value !== undefined && /^[\w.:/-]+$/.test(value) &&
      !value.startsWith("-") && isTarget(value, scene)
    ) {
      targets.push(value);
    } else {
      return found.never("critical", `gives ${word.text} to ${found.program}`);
    }
  }
  const name = targets.join(" ");
  found.subcommand = targets;
  if (targets.some((target) => publishingTarget.test(target))) {
    return found.never("remote", `publishes something, by the name of ${name}`);
  }
  found.does("project", `runs the project's task ${name || "by default"}`);
  if (
    targets.length === 0 || !targets.every((one) => familiarTarget.test(one))
  ) {
    found.once(`runs the project's task ${name || "by default"}`);
  }
}
