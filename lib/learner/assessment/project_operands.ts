import type { Word } from "../../shell/mod.ts";
import type { Assessment } from "./assessment.ts";
import { locate } from "../places/mod.ts";
import type { Scene } from "./scene.ts";

/**
 * Judges a path that must be in the project, as the code there is run.
 *
 * @param operand The word.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessInside(
  operand: Word,
  found: Assessment,
  scene: Scene,
): void {
  const path = operand.value?.replace(/::.*$/s, "");
  if (path === undefined) {
    return operand.glob && !/^["']?[-/~]|\.\./.test(operand.text)
      ? found.operand("project-path")
      : found.never("critical", `works on ${operand.text}`);
  }
  // A runner hands on what follows its `--`, and nobody knows to which tool.
  if (/^[-@]/.test(path)) {
    return found.never("critical", `hands on ${path}, which can run or write`);
  }
  // Some tools take addresses as well.
  const located = /^[A-Za-z][\w+.-]*:/.test(path)
    ? undefined
    : locate(path, scene.directory, scene);
  if (located?.place !== "project") {
    return found.never("critical", `works on ${path}, outside the project`);
  }
  if (located.guard === "acts by itself") {
    return found.never("critical", `works on ${path}, which acts by itself`);
  }
  found.operand("project-path");
}

/**
 * Judges what a task is given, which only the task itself understands.
 *
 * @param operand The word.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessHanded(
  operand: Word,
  found: Assessment,
  scene: Scene,
): void {
  const { value, text } = operand;
  const does = `gives ${text} to a task of the project`;
  if (value === undefined) return found.never("critical", does);
  const given = value.replace(/^-[^=]*=?/, "");
  const located = given === "" || /^[A-Za-z][\w+.-]*:/.test(given)
    ? undefined
    : locate(given, scene.directory, scene);
  const guarded = located?.guard === "acts by itself" ||
    located !== undefined && located.place !== "project";
  if (guarded) return found.never("critical", does);
  if (located !== undefined && given === value && /[./]/.test(given)) {
    return found.operand("project-path");
  }
  found.exactly(does);
}

/**
 * Judges packages of the project, as Go writes their paths.
 *
 * @param operand The word.
 * @param found The assessment to add to.
 * @param scene Where the command runs.
 */
export function assessPackages(
  operand: Word,
  found: Assessment,
  scene: Scene,
): void {
  const path = operand.value;
  if (path === undefined) {
    return found.never("critical", `works on ${operand.text}`);
  }
  if (!/^\.{0,2}\//.test(path) && path !== "." && !/\.go$/.test(path)) {
    return found.exactly(`works on the package ${path}`);
  }
  // Another package is another program.
  if (found.subcommand.at(-1) === "run") found.operand(`=${path}`);
  const folder = path.replace(/\/?\.\.\.$/, "") || ".";
  assessInside({ text: folder, value: folder, glob: false }, found, scene);
}
