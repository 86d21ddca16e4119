import type { SimpleCommand, Word } from "../../shell/mod.ts";
import { holdsHomes } from "./access.ts";
import { aimsAtSecret, locate } from "../places/mod.ts";
import { fitsWords } from "./fitting_names.ts";
import type { Scene } from "./scene.ts";
import {
  fileLookers,
  type FileNamer,
  fileNamers,
  filePrinters,
  fileReaders,
  lineFilters,
  namePrinters,
} from "./tables/file_namers.ts";
import { pathText } from "./words.ts";

/** Files whose names a command prints, or hands on. */
export interface NamedFiles {
  /** The farthest place where they are. */
  readonly reach: "project" | "system" | "outside";
  /** Whether every name starts with a folder, and so is never an option. */
  readonly rooted: boolean;
}

/** Files of which nothing in the line says the name. */
export const unnamedFiles: NamedFiles = { reach: "project", rooted: false };

/**
 * Finds what the words stand for that a runner such as `xargs` adds.
 *
 * @param runner The runner's name.
 * @param command The command that it runs.
 * @param before The commands before that one in the line.
 * @param scene Where it runs.
 * @returns The files; `undefined` if they cannot be told.
 */
export function filesNamedFor(
  runner: string,
  command: SimpleCommand,
  before: readonly SimpleCommand[],
  scene: Scene,
): NamedFiles | undefined {
  switch (runner) {
    case "find":
    case "gfind":
    case "fd":
    case "fdfind": {
      const source = before.findLast(({ name }) => baseOf(name) === runner);
      return source && filesNamedBy(source, scene);
    }
    case "fzf": {
      const at = before.findLastIndex(({ name }) => baseOf(name) === runner);
      const chooser = before[at];
      if (chooser === undefined) return undefined;
      return chooser.input === "inherited"
        ? filesNamedBy(chooser, scene)
        : chooser.input === "pipe"
        ? pipedFiles(chooser, before.slice(0, at), scene)
        : undefined;
    }
    case "xargs":
    case "gxargs":
      // An agent's shell is fed nothing, and so is what runs in it.
      if (command.names === "inherited") return unnamedFiles;
      return command.names === "pipe"
        ? pipedFiles(command, before, scene)
        : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether a program may be given files by their names.
 *
 * @param program The program.
 * @param files The files; `undefined` if they cannot be told.
 * @returns Whether it does no harm, and shows no more than may be shown.
 */
export function mayTake(
  program: string,
  files: NamedFiles | undefined,
): boolean {
  if (files === undefined) return namePrinters.has(program);
  if (fileLookers.has(program)) return true;
  if (files.reach !== "project") return false;
  return filePrinters.has(program) || files.rooted && fileReaders.has(program);
}

/**
 * Whether a program may be given names of files that the shell cuts at their
 * spaces.
 *
 * @param program The program.
 * @param word The word that stands for the names.
 * @param scene Where it runs.
 * @returns Whether none of what comes of it does harm: those that a program
 * printed go where `xargs` may take them, and those of a glob are looked at.
 */
export function mayBeCut(
  program: string,
  { like }: Word,
  scene: Scene,
): boolean {
  if (like?.kind !== "files") return false;
  const reads = fileLookers.has(program) || filePrinters.has(program);
  const { pattern = "" } = like;
  return pattern.includes("**")
    ? reads && !/^bat/.test(program)
    : fitsWords(pattern, scene) && (reads || fileReaders.has(program));
}

/** The files whose names, and nothing else, are piped to a command. */
function pipedFiles(
  command: SimpleCommand,
  before: readonly SimpleCommand[],
  scene: Scene,
): NamedFiles | undefined {
  const place = command.pipes.findLast(({ part }) => part > 0);
  if (place === undefined) return undefined;
  for (let part = place.part - 1; part >= 0; part -= 1) {
    const feeders = before.filter((one) =>
      one.pipes.some(({ pipe, part: of }) =>
        pipe === place.pipe && of === part
      ) &&
      !(isInside(one, command) && fillsWord(one))
    );
    const [feeder] = feeders;
    // Another in the same part may print something, too.
    if (feeders.length !== 1 || feeder!.wrappers.length > 0) return undefined;
    if (feeder!.input === "pipe" && part > 0) {
      if (!onlyFilters(feeder!)) return undefined;
      continue;
    }
    return feeder!.input === "inherited" && namesFiles(feeder!)
      ? filesNamedBy(feeder!, scene)
      : undefined;
  }
  return undefined;
}

/** Whether a command stands in a substitution that another does not. */
function isInside(one: SimpleCommand, other: SimpleCommand): boolean {
  const depth = ({ contexts }: SimpleCommand) =>
    contexts.filter((context) => context === "substitution").length;
  return depth(one) > depth(other);
}

/**
 * Whether all that a command prints ends up in a word: no error of it, which
 * may go to the pipe, holds anything that somebody chose.
 */
function fillsWord({ name, redirects, wrappers }: SimpleCommand): boolean {
  return /^(go|git|pwd|which|dirname|basename)$/.test(baseOf(name)) &&
    redirects.length === 0 && wrappers.length === 0;
}

/** Whether a command passes on some of the lines that it is fed. */
function onlyFilters(command: SimpleCommand): boolean {
  const words = lineFilters[baseOf(command.name)];
  if (words === undefined) return false;
  // Files of its own would be read instead of what it is fed.
  const operands = command.arguments.filter(({ value }) =>
    !/^-|^\d+$/.test(value ?? "?")
  );
  const flags = command.arguments.map(({ value }) => value ?? "");
  const inverted = flags.some((flag) => /^-\w*v/.test(flag));
  const after = operands.map(({ value }) => value ?? "");
  if (!inverted && after.some((pattern) => aimsAtSecret(pattern))) return false;
  return operands.length <= (/grep$/.test(baseOf(command.name)) ? 1 : 0) &&
    command.redirects.every(({ operator }) => !operator.startsWith("<")) &&
    command.arguments.every(({ value }) => words.test(value ?? "-"));
}

/** Whether a command prints names of files and nothing else. */
function namesFiles(command: SimpleCommand): boolean {
  const program = baseOf(command.name);
  const values = command.arguments.map(({ value, text }) => value ?? text);
  const key = program === "git" ? `git ${values[0]}` : program;
  const namer: FileNamer | undefined = Object.hasOwn(fileNamers, key)
    ? fileNamers[key]
    : undefined;
  return namer !== undefined &&
    (namer.only === undefined ||
      values.some((value) => namer.only!.test(value))) &&
    !values.some((value) => namer.never?.test(value) ?? false);
}

/** How far a command that names files reaches, if that is harmless. */
function filesNamedBy(
  command: SimpleCommand,
  scene: Scene,
): NamedFiles | undefined {
  // It runs beside the command that it feeds.
  const directory = command.directory ?? scene.directory;
  if (directory === undefined) return undefined;
  const far = command.arguments.flatMap(partsOf).filter((word) =>
    word.value === undefined || /^[/~]|(^|\/)\.\.(\/|$)/.test(word.value)
  );
  const here: Word = { text: directory, value: directory, glob: false };
  let reach: NamedFiles["reach"] = "project";
  for (const word of [here, ...far]) {
    // A pattern that names files below is no folder of its own.
    if (word.glob && !/^["']?[/~$]|\.\./.test(word.text)) continue;
    const path = pathText(word, scene);
    const place = path === undefined
      ? undefined
      : locate(path, directory, scene);
    if (place === undefined || holdsHomes(place.path, scene)) return undefined;
    switch (place.place) {
      case "project":
      case "scratch":
        break;
      case "system":
      case "nothing":
        if (reach === "project") reach = "system";
        break;
      case "outside":
        reach = "outside";
        break;
      default:
        return undefined;
    }
  }
  return { reach, rooted: /^g?find$/.test(baseOf(command.name)) };
}

/** A word, and what follows the `=` of an option. */
function partsOf(word: Word): readonly Word[] {
  const [, value] = /^--[\w-]+=(.*)$/s.exec(word.value ?? "") ?? [];
  return value === undefined
    ? [word]
    : [word, { text: value, value, glob: false }];
}

function baseOf(name: Word | undefined): string {
  return name?.value?.replace(/^\/usr\/bin\/|^\/bin\//, "") ?? "";
}
