import type { Word } from "../../shell/mod.ts";
import {
  assessByFacts,
  type Assessment,
  forbiddenPatterns,
  forbiddenPrograms,
  numberText,
  type ProgramJudge,
  type Scene,
  tighten,
  type ToolFacts,
} from "../assessment/mod.ts";
import { locate, namesSecret } from "../places/mod.ts";
import { projectTools } from "../tables/project_tools.ts";
import { readers } from "../tables/readers.ts";
import { services } from "../tables/services.ts";
import { archiveTools } from "../tools/archives.ts";
import { assessCurl, assessLookup, assessWget } from "../tools/curl.ts";
import { assessDatabase } from "../tools/databases.ts";
import { endJobs } from "../tools/end_jobs.ts";
import { fileTools } from "../tools/files.ts";
import { assessFind } from "../tools/find.ts";
import { assessFd } from "../tools/fd.ts";
import { assessFzf } from "../tools/fzf.ts";
import { assessGit } from "../tools/git.ts";
import { installedProgram } from "../tools/installed_programs.ts";
import { interpreterOf } from "../tools/interpreters.ts";
import { packageTools } from "../tools/packages.ts";
import { assessRtk } from "../tools/rtk.ts";
import { machineTools } from "../tools/machine.ts";
import { mediaTools } from "../tools/media.ts";
import { assessOpenssl } from "../tools/openssl.ts";
import { assessJq, assessYq } from "../tools/queries.ts";
import { assessScript } from "../tools/scripts.ts";
import { assessAwk, assessSed } from "../tools/sed_and_awk.ts";
import { assessShellScript } from "../tools/shell_scripts.ts";
import { serviceTools } from "../tools/service_tools.ts";
import { shellBuiltins } from "../tools/shell_builtins.ts";
import { windowsJudges } from "../tools/windows.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
  program: ProgramJudge,
) => void;

const judges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ...shellBuiltins,
  ...fileTools,
  ...archiveTools,
  ...packageTools,
  ...machineTools,
  ...mediaTools,
  ...windowsJudges,
  ["rtk", assessRtk],
  ["git", assessGit],
  ["find", assessFind],
  ["gfind", assessFind],
  ["fzf", assessFzf],
  ["fd", assessFd],
  ["fdfind", assessFd],
  ["sed", assessSed],
  ["gsed", assessSed],
  ["awk", assessAwk],
  ["gawk", assessAwk],
  ["mawk", assessAwk],
  ["nawk", assessAwk],
  ["curl", assessCurl],
  ["wget", assessWget],
  ["ping", assessLookup],
  ["dig", assessLookup],
  ["host", assessLookup],
  ["nslookup", assessLookup],
  ...serviceTools,
  ["ps", listPrograms],
  ["kill", endJobs],
  ["jq", assessJq],
  ["yq", assessYq],
  ["sqlite3", assessDatabase],
  ["psql", assessDatabase],
  ["mysql", assessDatabase],
  ["mariadb", assessDatabase],
  ["duckdb", assessDatabase],
  ["sqlcmd", assessDatabase],
  ["openssl", assessOpenssl],
]);

/** Folders whose programs are the ones that go by their bare name. */
const programFolder = /^(\/usr(\/local)?|\/opt\/homebrew)?\/s?bin\/(?=[^/]+$)/;

/**
 * Judges what a command's program does with its words.
 *
 * @param name The program's name as written, without quotes.
 * @param words The words after it.
 * @param found The assessment to add to.
 * @param scene Where it runs.
 */
export function assessProgram(
  name: string,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  const program = name.replace(programFolder, "");
  if (program.includes("/")) {
    const installed = installedProgram(name, scene);
    if (installed !== undefined) {
      found.goesBy = installed;
      return assessProgram(installed, words, found, scene);
    }
    const file = { text: name, value: name, glob: false };
    const shell = assessShellScript(file, words, undefined, found, scene);
    return shell ? undefined : assessScript(file, words, found, scene, isKnown);
  }
  if (program !== name) found.goesBy = program;
  if (asksItself(program, words)) {
    return found.does("read", "shows a version or a help text");
  }
  const told = scene.tools && own(scene.tools, program);
  if (told !== undefined && isKnown(program)) tighten(words, told, found);
  const judge = judges.get(program) ?? interpreterOf(program);
  if (judge !== undefined) {
    return judge(words, found, scene, assessProgram);
  }
  const facts: ToolFacts | undefined = own(readers, program) ??
    own(projectTools, program) ?? own(services, program);
  if (facts !== undefined) return assessByFacts(words, facts, found, scene);
  const forbidden = forbiddenPrograms.get(program) ??
    forbiddenPatterns.find(([pattern]) => pattern.test(program))?.[1];
  if (forbidden !== undefined) {
    return found.never(forbidden.tier, forbidden.does);
  }
  const plain = program.replace(/\.(exe|cmd|bat)$/i, "");
  if (plain !== program && isKnown(plain)) {
    return found.never("critical", `runs ${plain} by another name`);
  }
  if (told !== undefined) return assessByFacts(words, told, found, scene);
  assessUnknown(program, words, found, scene);
}

/**
 * Tells whether the tables know a program, so that what people say of it can
 * only make it riskier.
 *
 * @param program Its name.
 * @returns Whether they do.
 */
export function isKnown(program: string): boolean {
  return judges.has(program) || interpreterOf(program) !== undefined ||
    [readers, projectTools, services].some((table) =>
      Object.hasOwn(table, program)
    ) ||
    forbiddenPrograms.has(program) ||
    forbiddenPatterns.some(([pattern]) => pattern.test(program));
}

/** Programs that load what the project names before they look at a flag. */
const loadsFirst = /^(yarn|pnpm|man|less|more|git|orch.*)$/;

function asksItself(program: string, words: readonly Word[]): boolean {
  const [flag] = words;
  if (words.length !== 1 || loadsFirst.test(program)) return false;
  if (flag?.value !== "--version" && flag?.value !== "--help") return false;
  return judges.has(program) || interpreterOf(program) !== undefined ||
    forbiddenPrograms.has(program) ||
    [readers, projectTools, services].some((table) =>
      Object.hasOwn(table, program)
    );
}

/** A program that no table knows: nobody can say what it does. */
function assessUnknown(
  program: string,
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
): void {
  if (!/^[A-Za-z0-9][\w.+-]*$/.test(program)) {
    return found.never("critical", `runs ${program}, which is an odd name`);
  }
  const dynamic = words.find((word) => word.value === undefined);
  if (dynamic !== undefined) {
    return found.never(
      "critical",
      `runs the unknown program ${program} with ${dynamic.text}`,
    );
  }
  if (scene.input !== "inherited") {
    return found.never(
      "critical",
      `runs the unknown program ${program} on what it is fed`,
    );
  }
  for (const { value } of words) {
    for (const part of value!.split(/[=,]|^-\w|:(?!\/\/)/)) {
      const place = part === ""
        ? undefined
        : locate(part, scene.directory, scene)?.place;
      if (place === "secret" || namesSecret(part)) {
        return found.never("critical", `gives ${part} to ${program}`);
      }
    }
  }
  found.does("project", `runs ${program}, which is not known`);
  found.exactly(`runs ${program}, which is not known`);
}

/** `e` and `E` would list variables of programs as well. */
function listPrograms(words: readonly Word[], found: Assessment): void {
  const plain = words.every((word, index) =>
    /^(-?[aduxwfljmrTLHA]+|-e|-ef|-eo|-Ao|-[opCt]|--no-headers|--forest|\d+|--(sort|pid|ppid)=[\w,%+-]+)$/
      .test(numberText(word) ?? "?") ||
    /^-(o|eo|Ao|p|C|t|axo|ao)$/.test(words[index - 1]?.value ?? "") &&
      /^(?!.*env)[\w,%=.-]+$/i.test(numberText(word) ?? "?")
  );
  found.does("read", "lists programs");
  for (const { value } of words) if (value?.startsWith("-")) found.flag(value);
  if (!plain) found.never("remote", "lists programs, with their variables");
}

function own(
  table: Readonly<Record<string, ToolFacts>>,
  name: string,
): ToolFacts | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
