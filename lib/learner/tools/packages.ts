import type { Word } from "../../shell/mod.ts";
import { assessReadPath, isInProject } from "../access.ts";
import type { Assessment } from "../assessment.ts";
import { assessByFacts, type ToolFacts } from "../facts.ts";
import { flagTable, readArguments } from "../flags.ts";
import { assessInner, type ProgramJudge } from "../inner.ts";
import { assessOperands, assessValue } from "../operands.ts";
import { locate } from "../place.ts";
import type { Scene } from "../scene.ts";
import { nodeManagers } from "../tables/node_managers.ts";
import { runners } from "../tables/package_managers.ts";
import { pip, runnerFlags } from "../tables/python_managers.ts";
import {
  harmlessDenoFlag,
  scriptNames,
  taskFiles,
} from "../tables/task_files.ts";
import { familiarTarget, publishingTarget } from "../tables/task_names.ts";
import { projectTools } from "../tables/project_tools.ts";
import { assessJavaScriptCode } from "./javascript_code.ts";
import { assessScript } from "./scripts.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  program: ProgramJudge,
) => void;

/** Takes note of the task that runs, so that a change of it is seen. */
function binds(judge: Judge): Judge {
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

/** Package managers and task runners. */
export const packageTools: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["npm", binds(node)],
  ["pnpm", binds(node)],
  ["yarn", binds(node)],
  ["bun", binds(node)],
  ["npx", npx],
  ["deno", binds(deno)],
  ["pip", assessPip],
  ["pip3", assessPip],
  ["uv", runner],
  ["poetry", runner],
  ["pipenv", runner],
  ["bundle", runner],
  ["rye", runner],
  ["pdm", runner],
  ["hatch", runner],
  ["make", binds(make)],
  ["gmake", binds(make)],
  ["just", binds(make)],
  ["task", binds(make)],
  ["rake", binds(make)],
]);

function node(
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
  if (name === "run" && rest.length === 1) {
    found.subcommand = ["run"];
    return found.does("read", "lists the project's tasks");
  }
  if (name === "run" || name === "run-script") {
    found.subcommand = ["run"];
    return runTarget(rest[1], rest.slice(2), found, scene);
  }
  if (name === "exec" && found.program === "pnpm") {
    if (!isInProject(found, scene)) return;
    found.does("project", "runs a program among the project's packages");
    return assessInner(rest.slice(1), ["exec"], found, scene, judge);
  }
  if (name === undefined && found.program !== "yarn") {
    return found.exactly(`runs ${found.program} without a task`);
  }
  const own = name === undefined
    ? true
    : Object.hasOwn(manager.subcommands!, name) || name.startsWith("-");
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

/** Judges that a task of the project runs, by its name. */
function runTarget(
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
  const given = words.filter((word) => word.value !== "--");
  assessOperands(given, ["handed*"], found, scene);
}

/** Judges that a runner starts one of the tools of a project. */
function inner(
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

function npx(words: readonly Word[], found: Assessment, scene: Scene): void {
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
  // What is not installed is fetched and run without a question.
  found.host = "npm registry";
  found.does("fetch", `runs ${name}, fetched unless the project has it`);
  found.once(`runs ${name}, fetched unless the project has it`);
}

function deno(words: readonly Word[], found: Assessment, scene: Scene): void {
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

/**
 * Judges a call of pip.
 *
 * @param words The words after `pip`.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessPip(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (words[0]?.value !== "install") {
    return assessByFacts(words, pip, found, scene);
  }
  const given = words.filter((word) =>
    !/^(-q|--quiet|--no-cache-dir|--disable-pip-version-check|--no-deps)$/.test(
      word.value ?? "",
    )
  ).slice(1);
  const [flag, file, ...more] = given.map((word) => word.value);
  const own = /^(\.|\.\/[\w./-]+)(\[[\w,-]+\])?$/;
  const editable = flag === "-e" || flag === "--editable";
  const folder = editable ? file : flag;
  if (own.test(folder ?? "") && given.length === (editable ? 2 : 1)) {
    return installOwn(folder!, editable, found, scene);
  }
  const listed = (flag === "-r" || flag === "--requirement") &&
    file !== undefined && more.length === 0;
  if (!listed || !isInProject(found, scene)) {
    return found.never("remote", "installs packages");
  }
  const place = file.includes(":")
    ? undefined
    : locate(file, scene.directory, scene)?.place;
  if (place !== "project") {
    return found.never("remote", `installs what ${file} lists`);
  }
  found.subcommand = ["install"];
  found.flag("-r");
  found.host = "pypi.org";
  assessReadPath(file, found, scene);
  found.does("fetch", `installs what ${file} lists`);
  found.once(`installs what ${file} lists`);
}

/** Judges that the project itself is installed, with what it names. */
function installOwn(
  path: string,
  editable: boolean,
  found: Assessment,
  scene: Scene,
): void {
  const folder = path.replace(/\[.*$/, "");
  if (!isInProject(found, scene)) return;
  const located = locate(folder, scene.directory, scene);
  if (located?.place !== "project" || located.guard !== undefined) {
    return found.never("remote", "installs packages");
  }
  found.subcommand = ["install"];
  if (editable) found.flag("-e");
  found.operand(`=${path}`);
  found.host = "pypi.org";
  found.does("fetch", "installs the project, with what it names");
  found.once("installs the project, with what it names");
}

/** Runners that start the program of that very name. */
const plainRunners = new Set(["uv", "poetry", "bundle"]);

function runner(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): void {
  const facts: ToolFacts = runners[found.program]!;
  const runs = found.program === "bundle" ? "exec" : "run";
  if (words[0]?.value !== runs || words[1]?.value === "--help") {
    return assessByFacts(words, facts, found, scene);
  }
  found.subcommand = [runs];
  if (!isInProject(found, scene)) return;
  const table = flagTable(runnerFlags[found.program] ?? "");
  const read = readArguments(words.slice(1), table, { operandsEnd: true });
  const unknown = read.flags.find(({ fact }) => fact === undefined);
  if (unknown !== undefined) {
    return found.never("critical", `uses ${unknown.name}, which is not known`);
  }
  for (const { name, fact, value } of read.flags) {
    found.flag(name);
    if (value !== undefined) assessValue(value, fact!, found, scene);
  }
  // It may bring the packages up to date, and their programs come first.
  found.does("project", "runs a program among the project's packages");
  if (!plainRunners.has(found.program)) {
    return inner(read.operands, found, scene);
  }
  const [program, ...rest] = read.operands;
  if (/^[\w./-]+\.py$/.test(program?.value ?? "")) {
    found.subcommand = [runs, program!.value!];
    return assessScript(program!, rest, found, scene);
  }
  assessInner(read.operands, [runs], found, scene, judge);
}

/** A target that is a file must not be one that acts by itself. */
function isTarget(target: string, scene: Scene): boolean {
  const located = locate(target, scene.directory, scene);
  return located?.place === "project" && located.guard !== "acts by itself";
}

function make(words: readonly Word[], found: Assessment, scene: Scene): void {
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
