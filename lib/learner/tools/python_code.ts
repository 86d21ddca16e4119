import type { Word } from "../../shell/mod.ts";
import {
  Assessment,
  assessReadPath,
  assessWritePath,
  isInProject,
  type ProgramJudge,
  type Scene,
} from "../assessment/mod.ts";
import { type CodeFindings, readPython } from "../code/mod.ts";
import { locate, namesSecret, normalisePath } from "../places/mod.ts";
import { assessModules } from "./python_modules.ts";
import { assessStarted } from "./started_programs.ts";

/** A piece of Python that a command runs. */
export interface PythonCode {
  /** The code. */
  readonly text: Word | undefined;
  /** What it is given. */
  readonly words: readonly Word[];
  /** How it reaches Python: `-c`, `-`, or as a script, `*.py`. */
  readonly way: "-c" | "-" | "*.py";
  /** Whether modules are not looked for in its folder. */
  readonly isolated: boolean;
  /**
   * The folder in which its modules are looked for. Absolute.
   *
   * @default {the working directory}
   */
  readonly folder?: string;
  /** The script that holds it, if one does. Absolute. */
  readonly file?: string;
}

/**
 * Judges that Python runs code that stands in the command.
 *
 * What only calculates and prints looks. What opens files whose names stand in
 * the code does no more than a command that is given those names. What loads
 * packages of the project runs their code, as its tests do; a person sees each
 * package once, and after that any code passes that uses it and is proven
 * apart from that. Nothing else is ever learned.
 *
 * @param code The code.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges the programs that it starts.
 */
export function assessPythonCode(
  code: PythonCode,
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): void {
  const text = code.text?.value;
  if (text === undefined) {
    return found.never("critical", "runs code that cannot be told");
  }
  const findings = readPython(text, {
    home: scene.home,
    arguments: code.words.map(({ value }) => value),
    ...(code.file !== undefined && { file: code.file }),
  });
  if (findings.refused !== undefined) {
    return found.never("critical", `runs code that ${findings.refused}`);
  }
  found.subcommand = [code.way];
  found.does("read", "runs code that only calculates and prints");
  assessFiles(findings, found, scene);
  if (findings.asksMachine) {
    found.looks("runs code that asks about files and the machine");
  }
  const { folder = scene.directory } = code;
  const modules: Scene = { ...scene, directory: folder };
  if (findings.loads && !code.isolated) assessModules(found, modules);
  assessPackages(findings, found, scene, modules);
  if (!assessStarted(findings, found, scene, judge)) {
    found.never("critical", "starts programs that are not clear");
  }
}

/**
 * Judges that Python runs a script of which every text it may hold is proven,
 * as if that text stood in the command.
 *
 * @param file The script.
 * @param code What it is given.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 * @param judge Judges the programs that it starts.
 * @returns Whether it was proven; if not, nothing was added.
 */
export function assessPythonScript(
  file: Word,
  code: Pick<PythonCode, "words" | "isolated">,
  found: Assessment,
  scene: Scene,
  judge: ProgramJudge,
): boolean {
  if (!/^[\w./+@-]+\.py$/.test(file.value ?? "")) return false;
  const located = locate(file.value!, scene.directory, scene);
  if (located?.place !== "project" || located.guard !== undefined) return false;
  const texts = scene.scriptTexts?.(located.path);
  if (texts === undefined) return false;
  // Through a link, Python goes by another name of it.
  const named = normalisePath(
    file.value!.startsWith("/")
      ? file.value!
      : `${scene.directory}/${file.value}`,
  );
  const known = named === located.path ? { file: named } : {};
  const situation = {
    home: scene.home,
    arguments: code.words.map(({ value }) => value),
    ...known,
  };
  const proven = texts.every((text) => {
    if (!isPlainScript(text)) return false;
    const findings = readPython(text, situation);
    const trial = new Assessment(found.program);
    return findings.refused === undefined &&
      assessStarted(findings, trial, scene, judge);
  });
  if (!proven) return false;
  const folder = located.path.slice(0, located.path.lastIndexOf("/"));
  for (const text of texts) {
    const word = { text, value: text, glob: false };
    assessPythonCode(
      { ...code, text: word, way: "*.py", folder, ...known },
      found,
      scene,
      judge,
    );
  }
  return true;
}

/**
 * Whether Python reads a file as it stands: an encoding that it declares may
 * make another text of it, and an archive is run by what it holds.
 */
function isPlainScript(text: string): boolean {
  const [first = "", second = ""] = text.split("\n", 2);
  // deno-lint-ignore no-control-regex
  return !/[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffd]/.test(text) &&
    !/coding[:=]\s*(?!utf-?8\b)/i.test(`${first}\n${second}`);
}

function assessFiles(
  findings: CodeFindings,
  found: Assessment,
  scene: Scene,
): void {
  for (const path of findings.writes) {
    const located = assessWritePath(path, found, scene);
    if (located !== undefined) found.operand(`${located.place}-path`);
  }
  for (const { path, how } of findings.reads) {
    found.looks("runs code that looks at files");
    assessReadPath(path, found, scene, how);
  }
}

function assessPackages(
  { packages, searches, texts }: CodeFindings,
  found: Assessment,
  scene: Scene,
  modules: Scene,
): void {
  if (packages.length === 0 && searches.length === 0) return;
  if (!isInProject(found, modules)) return;
  for (const folder of searches) {
    const located = locate(folder, scene.directory, scene);
    if (located?.place !== "project" || located.guard !== undefined) {
      return found.never("critical", `loads code from ${folder}`);
    }
    found.operand(`=import from ${located.inside || "."}`);
  }
  for (const text of texts) {
    if (leadsOut(text, scene)) {
      return found.never("critical", `gives ${text} to code of a package`);
    }
  }
  const shown = packages.join(", ") || "modules";
  found.does("project", `runs code that uses ${shown}`);
  found.once(`runs code that uses ${shown}`);
  for (const name of packages) found.operand(`=import ${name}`);
}

/** Whether a text names a place outside the project, or a secret. */
function leadsOut(text: string, scene: Scene): boolean {
  if (/[\n]/.test(text) || text.length > 300) return false;
  if (namesSecret(text)) return true;
  if (!/^[/~]|(^|\/)\.\.(\/|$)/.test(text)) return false;
  const located = locate(
    text.replace(/^~/, scene.home),
    scene.directory,
    scene,
  );
  return located !== undefined &&
    !/^(project|scratch|nothing)$/.test(located.place);
}
