import type { Word } from "../../shell/mod.ts";
import {
  asksForHelp,
  assessByFacts,
  assessInner,
  type Assessment,
  assessReadPath,
  assessValue,
  flagTable,
  isInProject,
  type ProgramJudge,
  readArguments,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";
import { runners } from "../tables/package_managers.ts";
import { pip, runnerFlags } from "../tables/python_managers.ts";
import { inner } from "./node_packages.ts";
import { assessScript } from "./scripts.ts";

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
  if (words[0]?.value !== "install" || asksForHelp(words, pip)) {
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

/**
 * Judges a call of a manager that also runs the programs of its packages.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges what it runs.
 */
export function runner(
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

/** Checkers and formatters that PyPI holds under the names of their commands. */
const publishedTools =
  /^(ruff|black|isort|flake8|mypy|pyright|pylint|bandit|vulture|pytest|coverage)(@(latest|\d[\d.]*))?$/;

/**
 * Judges a call of uvx, which fetches a package and runs its command.
 *
 * @param words The words after the program.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function uvx(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const [tool, ...rest] = words;
  const [, name] = publishedTools.exec(tool?.value ?? "") ?? [];
  if (name === undefined) {
    return found.never("critical", "runs code from the network");
  }
  inner([{ text: name, value: name, glob: false }, ...rest], found, scene);
  const does = `runs ${name}, fetched unless it is there`;
  found.host = "pypi.org";
  found.does("fetch", does);
  found.once(does);
}
