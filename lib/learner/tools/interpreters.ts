import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  type ProgramJudge,
  type Scene,
  type ToolFacts,
} from "../assessment/mod.ts";
import { locate } from "../places/mod.ts";
import { projectTools } from "../tables/project_tools.ts";
import { assessJavaScriptCode } from "./javascript_code.ts";
import { assessPip } from "./python_packages.ts";
import { assessPythonCode, assessPythonScript } from "./python_code.ts";
import { assessScript } from "./scripts.ts";
import { assessShellScript } from "./shell_scripts.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  program: ProgramJudge,
) => void;

const code = "runs code that the text alone does not show";

/** Tools that are the same by name and as a module of Python. */
const both = [
  "pytest",
  "mypy",
  "ruff",
  "black",
  "isort",
  "flake8",
  "pylint",
  "pyright",
  "bandit",
  "coverage",
];

/** Modules of Python that are tools, as the tables know them. */
const modules = new Set([
  ...both,
  "unittest",
  "doctest",
  "json.tool",
  "py_compile",
  "compileall",
  "sphinx",
  "sphinx.cmd.build",
]);

/** Tools that are the same whether they are called by name or as a module. */
const commands = new Set([...both, "sphinx-build"]);

/** Modules that are known as a tool by another name. */
const toolsOfModules: Readonly<Record<string, string>> = {
  "sphinx": "sphinx-build",
  "sphinx.cmd.build": "sphinx-build",
};

/**
 * Finds the judge of an interpreter.
 *
 * @param program The program's name.
 * @returns Its judge, `undefined` if it is no known interpreter.
 */
export function interpreterOf(program: string): Judge | undefined {
  if (/^python([23](\.\d+)?)?$|^py$/.test(program)) return python;
  return others.get(program);
}

const others: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ["node", node],
  ["ruby", plain(/^-c$/)],
  ["perl", plain(/^-c$/)],
  ["php", plain(/^-l$/)],
  ["bash", shell("bash")],
  ["sh", shell("sh")],
  ["dash", shell("sh")],
  ["zsh", plain(/^-n$/)],
]);

function python(
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  program: ProgramJudge,
): void {
  // Whichever of them a machine has, it is the same language.
  if (!/python2/.test(found.program)) found.goesBy = "python";
  const rest = [...words];
  let isolated = false;
  for (;;) {
    const flags = pythonFlags(rest);
    if (flags.length === 0) break;
    for (const { value } of flags) {
      found.flag(value!);
      isolated ||= /^-\w*[IP]/.test(value!);
    }
    rest.splice(0, flags.length);
  }
  const inline = /^-([uBsESOqbIP]*)c(.*)$/s.exec(rest[0]?.value ?? "");
  if (inline !== null) {
    const [, bundled, attached] = inline;
    const [text, ...more] = attached === ""
      ? rest.slice(1)
      : [{ text: attached!, value: attached!, glob: false }, ...rest.slice(1)];
    isolated ||= /[IP]/.test(bundled!);
    const code = { text, words: more, way: "-c", isolated } as const;
    return assessPythonCode(code, found, scene, program);
  }
  const fed = scene.input === "text" && scene.fed !== undefined &&
    (rest.length === 0 || rest[0]?.value === "-");
  if (fed) {
    const words = rest.slice(1);
    const code = { text: scene.fed, words, way: "-", isolated } as const;
    return assessPythonCode(code, found, scene, program);
  }
  const first = rest[0]?.value;
  if (isVersion(rest)) return found.does("read", "prints a version");
  if (first === "-m") {
    const module = rest[1]?.value;
    if (module === "pip") return assessPip(rest.slice(2), found, scene);
    if (module === undefined || !modules.has(module)) {
      return found.never("critical", `runs the module ${module ?? "unknown"}`);
    }
    const tool = toolsOfModules[module] ?? module;
    const facts: ToolFacts | undefined = projectTools[tool];
    if (facts === undefined) return found.never("critical", code);
    if (commands.has(tool)) found.goesBy = tool;
    else found.subcommand = ["-m", module];
    if (rest.length === 3 && /^--(help|version)$/.test(rest[2]!.value ?? "")) {
      // Its folder may hold a module of that name.
      return found.does("project", `shows how ${tool} is used`);
    }
    assessByFacts(rest.slice(2), facts, found, scene);
    if (found.tier === "read") {
      found.does("project", `loads ${module}, which may be the folder's own`);
    }
    return;
  }
  const [file, ...given] = rest;
  const run = { words: given, isolated };
  if (file && assessPythonScript(file, run, found, scene, program)) return;
  if (file && given.length === 0 && isTestOfProject(file, scene)) {
    found.subcommand = [file.value!];
    found.runs = locate(file.value!, scene.directory, scene)!.path;
    return found.does("project", "runs the project's tests");
  }
  script(rest, found, scene);
}

/** Whether a file is one of the tests that `pytest` would run, too. */
function isTestOfProject({ value = "" }: Word, scene: Scene): boolean {
  const located = locate(value, scene.directory, scene);
  return located?.place === "project" && located.guard === undefined &&
    scene.input === "inherited" && !scene.made?.(located.path) &&
    !/deploy|publish|release|upload/i.test(located.inside ?? "") &&
    /(^|\/)(tests?|testing)\/([\w-]+\/)*(test_\w+|\w+_test)\.py$/.test(
      located.inside ?? "",
    );
}

/** The flags at the start that change nothing about what is run. */
function pythonFlags(words: readonly Word[]): readonly Word[] {
  const [flag = "", value = ""] = words.map((word) => word.value ?? "");
  if (/^-[uBsESOqbIP]+$/.test(flag)) return words.slice(0, 1);
  const harmless = flag === "-W"
    ? /^(ignore|default|error|always|once|module)$/.test(value)
    : flag === "-X" && /^(utf8|dev|importtime|faulthandler)$/.test(value);
  return harmless ? words.slice(0, 2) : [];
}

function node(words: readonly Word[], found: Assessment, scene: Scene): void {
  const [flag, text, ...given] = words;
  if (/^(-e|--eval|-p|--print|-pe)$/.test(flag?.value ?? "")) {
    found.subcommand = ["-e"];
    // Its own flags may follow the code.
    const plainly = given.every(({ value }) => /^[^-]/.test(value ?? ""));
    if (!plainly) return found.never("critical", code);
    return assessJavaScriptCode(text, given, found, scene);
  }
  const fed = scene.input === "text" && scene.fed !== undefined &&
    (words.length === 0 || words.length === 1 && flag?.value === "-");
  if (fed) {
    found.subcommand = ["-"];
    return assessJavaScriptCode(scene.fed, [], found, scene);
  }
  plain(/^(--check|-c)$/)(words, found, scene);
}

/** A shell; what it shows or stops at changes nothing about what it runs. */
function shell(kind: "bash" | "sh"): Judge {
  return (words, found, scene) => {
    const first = words.findIndex(({ value }) =>
      !/^-[eux]+$/.test(value ?? "")
    );
    const [file, ...given] = first < 0 ? [] : words.slice(first);
    if (file && assessShellScript(file, given, kind, found, scene)) return;
    plain(/^-n$/)(words, found, scene);
  };
}

function plain(
  checks: RegExp,
): (words: readonly Word[], found: Assessment, scene: Scene) => void {
  return (words, found, scene) => {
    if (isVersion(words)) return found.does("read", "prints a version");
    if (words.length === 2 && checks.test(words[0]?.value ?? "")) {
      found.flag(words[0]!.value!);
      const facts: ToolFacts = {
        tier: "read",
        does: "checks the syntax of a file",
        operands: "read",
      };
      // Perl and Ruby run code while they check; the others only read.
      if (found.program === "perl" || found.program === "ruby") {
        return found.never("critical", code);
      }
      return assessByFacts(words.slice(1), facts, found, scene);
    }
    script(words, found, scene);
  };
}

function script(words: readonly Word[], found: Assessment, scene: Scene): void {
  const [file, ...rest] = words;
  if (file === undefined || /^["']?-/.test(file.text)) {
    return found.never("critical", code);
  }
  if (scene.input === "text" || scene.input === "pipe") {
    return found.never("critical", `${code}, or what it is fed`);
  }
  found.subcommand = [file.value ?? file.text];
  assessScript(file, rest, found, scene);
}

function isVersion(words: readonly Word[]): boolean {
  return words.length === 1 &&
    /^(--version|-V|-v)$/.test(words[0]!.value ?? "");
}
