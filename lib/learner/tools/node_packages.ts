import type { Word } from "../../shell/mod.ts";
import {
  asksForHelp,
  assessByFacts,
  assessInner,
  type Assessment,
  harmlessDenoFlag,
  isInProject,
  type ProgramJudge,
  type Scene,
} from "../assessment/mod.ts";
import { nodeManagers } from "../tables/node_managers.ts";
import { runners } from "../tables/package_managers.ts";
import { projectTools } from "../tables/project_tools.ts";
import { assessJavaScriptCode } from "./javascript_code.ts";
import { isInstalled } from "./installed_programs.ts";
import { assessScript } from "./scripts.ts";
import { runTarget } from "./tasks.ts";

/**
 * Judges a call of npm, pnpm, yarn or Bun.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges what it runs.
 */
export function node(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): void {
  const manager = nodeManagers[found.program]!;
  const rest = [...words];
  while (
    /^(-s|--silent|-r|--recursive|-w|--workspace-root)$/.test(
      rest[0]?.value ?? "",
    )
  ) {
    found.flag(rest.shift()!.value!);
  }
  const filter = /^(--filter|-F)(?:=(.*))?$/.exec(rest[0]?.value ?? "");
  if (filter !== null && found.program === "pnpm") {
    rest.shift();
    const name = filter[2] ?? rest.shift()?.value;
    if (!/^[\w@/.*-]+$/.test(name ?? "")) {
      return found.never("critical", "chooses packages that cannot be told");
    }
    found.flag("--filter");
  }
  const name = rest[0]?.value;
  const inline = /^(-\w*[ep]\w*|--(eval|print|preload|require|import)(=.*)?)$/s;
  if (found.program === "bun" && inline.test(name ?? "")) {
    return found.never("critical", "runs code that cannot be told");
  }
  if (/^run(-script)?$/.test(name ?? "") && rest.length === 1) {
    found.subcommand = ["run"];
    return found.does("read", "lists the project's tasks");
  }
  if (name === "run" || name === "run-script") {
    found.subcommand = ["run"];
    return runTarget(rest[1], rest.slice(2), found, scene);
  }
  if (
    name === "exec" && found.program === "pnpm" && !asksForHelp(rest, manager)
  ) {
    if (!isInProject(found, scene)) return;
    found.does("project", "runs a program among the project's packages");
    return assessInner(rest.slice(1), ["exec"], found, scene, judge);
  }
  if (name === undefined && found.program !== "yarn") {
    return found.exactly(`runs ${found.program} without a task`);
  }
  const own = name === undefined
    ? true
    : Object.hasOwn(manager.subcommands!, name) || name.startsWith("-") ||
      asksForHelp(rest, manager);
  if (own) return assessByFacts(rest, manager, found, scene);
  // The rest of the managers run a script by its bare name.
  if (found.program === "npm" || manager.reserved.test(name!)) {
    return found.never("remote", "installs, publishes or runs code of others");
  }
  if (found.program === "bun" && /[./]/.test(name!)) {
    found.subcommand = [name!];
    return assessScript(rest[0]!, rest.slice(1), found, scene);
  }
  if (Object.hasOwn(projectTools, name!) && found.program === "yarn") {
    return inner(rest, found, scene);
  }
  found.subcommand = ["run"];
  runTarget(rest[0], rest.slice(1), found, scene);
}

/**
 * Judges that a runner starts one of the tools of a project.
 *
 * @param words The tool and its words.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function inner(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const name = words[0]?.value;
  const facts = name === undefined || !Object.hasOwn(projectTools, name)
    ? undefined
    : projectTools[name];
  if (facts === undefined) {
    return found.never(
      "critical",
      `runs ${words[0]?.text ?? "nothing"} through ${found.program}`,
    );
  }
  found.subcommand = [...found.subcommand, name!];
  assessByFacts(words.slice(1), facts, found, scene);
}

/**
 * Judges a call of npx.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function npx(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const rest = [...words];
  if (rest[0]?.value === "--no-install" || rest[0]?.value === "--no") {
    rest.shift();
    found.flag("--no-install");
    return inner(rest, found, scene);
  }
  const name = rest[0]?.value;
  if (name === undefined || !Object.hasOwn(projectTools, name)) {
    return found.never("critical", "runs code from the network");
  }
  inner(rest, found, scene);
  if (isInstalled(name, scene)) return;
  // What is not installed is fetched and run without a question.
  found.host = "npm registry";
  found.does("fetch", `runs ${name}, fetched unless the project has it`);
  found.once(`runs ${name}, fetched unless the project has it`);
}

/**
 * Judges a call of Deno.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function deno(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const name = words[0]?.value;
  if (name === "task") {
    found.subcommand = ["task"];
    return runTarget(words[1], words.slice(2), found, scene);
  }
  if (name === "eval" && words.length === 2) {
    found.subcommand = ["eval"];
    return assessJavaScriptCode(words[1], [], found, scene);
  }
  if (name === "run") {
    const file = words.findIndex((word, index) =>
      index > 0 && !word.value?.startsWith("-")
    );
    if (file < 0 || /:/.test(words[file]?.value ?? ":")) {
      return found.never("critical", "runs code from the network");
    }
    found.subcommand = ["run", words[file]!.value!];
    const flags = words.slice(1, file).map((word) => word.value!);
    if (!flags.every((flag) => harmlessDenoFlag.test(flag))) {
      return found.never(
        "critical",
        "runs a program in a way that is not known",
      );
    }
    for (const flag of flags) found.flag(flag);
    return assessScript(words[file]!, words.slice(file + 1), found, scene);
  }
  assessByFacts(words, runners["deno"]!, found, scene);
}
