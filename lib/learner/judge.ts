import { parse, type SimpleCommand, type Word } from "../shell/mod.ts";
import { Assessment } from "./assessment.ts";
import { assessVariable, isDangerousVariable } from "./environment.ts";
import { normalisePath } from "./place.ts";
import { assessProgram } from "./programs.ts";
import { assessRedirects } from "./redirects.ts";
import type { Pattern } from "./rule.ts";
import type { Scene } from "./scene.ts";
import { splitLeading } from "./split_leading.ts";
import { harmlessWrappers } from "./tables/forbidden_programs.ts";
import type { Tier } from "./verdict.ts";
import { expandBraces, pathText } from "./words.ts";

/** Where a line is judged. */
export interface Situation {
  /** The project. Absolute. */
  readonly project: string;
  /** The working directory. Absolute. */
  readonly directory: string;
  /** The person's home directory. Absolute. */
  readonly home: string;
  /** Follows symbolic links. */
  readonly resolve: (absolutePath: string) => string;
  /** Fingerprints a file. */
  readonly fingerprint?:
    | ((absolutePath: string) => string | undefined)
    | undefined;
}

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
  /** What approving it teaches, least general first; nothing if never. */
  readonly patterns: readonly Pattern[];
}

/**
 * Takes a line of shell apart and judges every command in it.
 *
 * @param line The line.
 * @param situation Where it would run.
 * @returns One judgement a command, and one for whatever cannot be told.
 */
export function judgeLine(line: string, situation: Situation): Judgement[] {
  const { directory } = situation;
  const whole = judgeText(line, directory, situation);
  if (!whole.lost || whole.opaque) return withoutFresh(whole.judged);
  const pieces = judgePieces(line, directory, situation, { left: mostPieces });
  return withoutFresh(pieces ?? whole.judged);
}

/** How many pieces a line is cut into at most. */
const mostPieces = 32;

/**
 * Judges a line command by command, in every folder that it may be in: what
 * follows a `cd` runs there, or here if the `cd` fails.
 */
function judgePieces(
  line: string,
  directory: string,
  situation: Situation,
  budget: { left: number },
): Judged[] | undefined {
  budget.left -= 1;
  if (budget.left < 0) return undefined;
  const whole = judgeText(line, directory, situation);
  if (!whole.lost) return whole.judged;
  const split = splitLeading(line);
  if (split === undefined) return undefined;
  const head = parse(split.head, { directory });
  const [command] = head.commands;
  if (head.commands.length !== 1 || head.opaque.length > 0) return undefined;
  const directories = [directory];
  if (command!.name?.value === "cd") {
    const [target] = command!.arguments;
    const path = command!.arguments.length === 1
      ? pathText(target!, situation)
      : undefined;
    if (path === undefined || path.startsWith("-")) return undefined;
    const destination = path.startsWith("/") ? path : `${directory}/${path}`;
    directories.unshift(normalisePath(destination));
  }
  const judged = [...judgeText(split.head, directory, situation).judged];
  for (const one of directories) {
    const rest = judgePieces(split.rest, one, situation, budget);
    if (rest === undefined) return undefined;
    for (const part of rest) {
      if (!judged.some((other) => isSame(part, other))) judged.push(part);
    }
  }
  return judged;
}

function isSame(first: Judged, second: Judged): boolean {
  return first.text === second.text && first.reason === second.reason &&
    first.familiar === second.familiar && first.tier === second.tier &&
    JSON.stringify(first.patterns) === JSON.stringify(second.patterns);
}

/** Judges a text as it stands; says whether it got lost among the folders or
 * holds what cannot be told. */
function judgeText(
  text: string,
  directory: string,
  situation: Situation,
): { judged: Judged[]; lost: boolean; opaque: boolean } {
  const parsed = parse(text, { directory });
  const judged: Judged[] = parsed.opaque.map(({ reason, text }) =>
    never(text, `holds what cannot be told from the text: ${reason}`)
  );
  if (evaluatesText.test(text)) {
    judged.push(never(text, "may run what stands in a subscript"));
  }
  if (assigningExpansion.test(text)) {
    judged.push(never(text, "sets a variable while it is expanded"));
  }
  for (const [, name] of text.matchAll(loopVariable)) {
    if (isDangerousVariable(name!)) {
      judged.push(never(text, `sets ${name}, which changes what programs do`));
    }
  }
  if (parsed.commands.length === 0 && judged.length === 0 && !isEmpty(text)) {
    judged.push(never(text, "holds no command that could be judged"));
  }
  parsed.commands.forEach((command, index) => {
    judged.push(judgeCommand(command, parsed.commands, index, situation));
  });
  return {
    judged,
    opaque: parsed.opaque.length > 0,
    lost: parsed.commands.some((command) => command.directory === undefined),
  };
}

/** A subscript with a substitution is run by `[[`, `((`, `test -v` and more. */
const evaluatesText = /\w\[[^\]\s]{0,200}(\$\(|`)/;

const assigningExpansion = /\$\{\w+(\[[^\]]{0,200}\])?:?=/;

/** The parser does not report what a loop sets. */
const loopVariable = /\b(?:for|select)\s+([A-Za-z_]\w*)/g;

interface Judged extends Judgement {
  readonly writes: readonly string[];
  readonly runs: string | undefined;
}

function judgeCommand(
  command: SimpleCommand,
  all: readonly SimpleCommand[],
  index: number,
  situation: Situation,
): Judged {
  const name = command.name?.value;
  const found = new Assessment(name ?? "");
  const scene: Scene = {
    project: situation.project,
    home: situation.home,
    resolve: situation.resolve,
    directory: command.directory,
    input: command.input,
    named: false,
  };
  const named = assessWrappers(command, all, index, found);
  const inside: Scene = named ? { ...scene, named } : scene;
  if (command.name === undefined) {
    found.does("read", "sets a variable or touches a file");
  } else if (name === undefined) {
    found.never("critical", `runs ${command.name.text}, which cannot be told`);
  } else {
    const words = command.arguments.flatMap(expandBraces);
    assessProgram(name, words, found, inside);
  }
  const declares = /^(export|declare|typeset|local|readonly)$/.test(name ?? "");
  for (const assignment of declares ? [] : command.assignments) {
    assessVariable(assignment, found, name === undefined ? "shell" : "command");
  }
  assessRedirects(command.redirects, found, scene);
  assessContexts(command, found);
  return {
    text: [...shownWrappers(command), textOf(command)].join(" "),
    bare: textOf({ ...command, assignments: [], redirects: [] }),
    tier: found.tier,
    reason: found.reason,
    familiar: found.familiar,
    needs: found.needs,
    patterns: patternsOf(command, found, situation),
    writes: found.writes,
    runs: found.runs,
  };
}

/** Wrappers that say something; the rest only change when and how long. */
function shownWrappers(command: SimpleCommand): string[] {
  return command.wrappers.filter((wrapper) =>
    !harmlessWrappers.has(wrapper) && !/^(find|g?xargs)$/.test(wrapper)
  );
}

/** Judges what stands around a command; says whether its files are named. */
function assessWrappers(
  command: SimpleCommand,
  all: readonly SimpleCommand[],
  index: number,
  found: Assessment,
): boolean {
  let named = false;
  for (const wrapper of command.wrappers) {
    if (/^(bash|sh|dash)$/.test(wrapper) && command.input === "text") {
      found.exactly("is fed to a shell");
    }
    if (harmlessWrappers.has(wrapper)) continue;
    if (wrapper === "find" && wrapper === command.wrappers.at(-1)) {
      named = comesFromFind(all, index);
    } else if (
      /^g?xargs$/.test(wrapper) && wrapper === command.wrappers.at(-1) &&
      comesFromNames(all, index)
    ) {
      named = true;
    } else if (/^(sudo|doas)$/.test(wrapper)) {
      found.never("critical", "runs with other privileges");
    } else {
      found.never("critical", `is run by ${wrapper}`);
    }
  }
  if (command.wrappers.at(-1) === "find" && !named) {
    found.never("critical", "does something to files outside the project");
  }
  if (named && !lookers.has(command.name?.value ?? "")) {
    found.never("remote", `does something to every file that is found`);
  }
  return named;
}

/** Programs that do no harm to any file they are given the name of. */
const lookers = new Set(
  "grep egrep fgrep wc ls stat du file basename dirname md5sum sha1sum sha256sum echo"
    .split(" "),
);

/** Whether the files that a find gives a command are all of the project. */
function comesFromFind(
  all: readonly SimpleCommand[],
  index: number,
): boolean {
  const find = all.slice(0, index).findLast(({ name }) =>
    /^g?find$/.test(name?.value ?? "")
  );
  return find !== undefined && staysInside(find);
}

/** Whether a command names no folder beyond the one that it runs in. */
function staysInside(command: SimpleCommand): boolean {
  return command.arguments.every((word) => !/^["']?[/~$]|\.\./.test(word.text));
}

const filters = new Set("grep egrep fgrep sort uniq head tail".split(" "));

/** Whether the input of a command is nothing but names of files in a folder. */
function comesFromNames(
  all: readonly SimpleCommand[],
  index: number,
): boolean {
  for (let at = index - 1; at >= 0; at -= 1) {
    const command = all[at]!;
    const name = command.name?.value ?? "";
    const values = command.arguments.map((word) => word.value ?? "");
    if (!command.contexts.includes("pipe") || command.wrappers.length > 0) {
      return false;
    }
    if (command.input === "pipe") {
      const paths = values.filter((value) => !value.startsWith("-")).length;
      const most = /grep/.test(name) ? 1 : /head|tail/.test(name) ? 1 : 0;
      if (!filters.has(name) || paths > most) return false;
      if (
        /^(head|tail)$/.test(name) &&
        values.some((value) => /^[^-\d]/.test(value))
      ) {
        return false;
      }
      continue;
    }
    if (!staysInside(command)) return false;
    if (name === "find" || name === "fd" || name === "ls") return true;
    if (name === "git") return /^(ls-files)$/.test(values[0] ?? "");
    return /^(grep|egrep|fgrep|rg)$/.test(name) &&
      values.some((value) =>
        /^-[a-zA-Z]*l[a-zA-Z]*$|^--files(-with-matches)?$/.test(value)
      );
  }
  return false;
}

function assessContexts(command: SimpleCommand, found: Assessment): void {
  const { contexts } = command;
  if (contexts.includes("function")) {
    found.never("critical", "defines a function");
  }
  if (contexts.includes("substitution") && found.tier !== "read") {
    found.never(found.tier, `${found.reason} inside a substitution`);
  }
  if (contexts.includes("loop") && contexts.includes("background")) {
    found.never("critical", "starts programs in a loop");
  }
}

function patternsOf(
  command: SimpleCommand,
  found: Assessment,
  situation: Situation,
): Pattern[] {
  if (found.learning === "never" || command.name === undefined) return [];
  const content = found.runs === undefined ||
      situation.fingerprint === undefined
    ? undefined
    : situation.fingerprint(found.runs);
  if (
    found.runs !== undefined && situation.fingerprint !== undefined &&
    content === undefined
  ) {
    return [];
  }
  const exact = exactOf(command, situation);
  const patterns = [
    ...(exact === undefined ? [] : [exact]),
    ...(found.learning === "pattern" ? [found.pattern] : []),
  ];
  return content === undefined
    ? patterns
    : patterns.map((pattern) => ({ ...pattern, content }));
}

/** The pattern of a command's very words, if all of them are known. */
function exactOf(
  command: SimpleCommand,
  situation: Situation,
): Pattern | undefined {
  const words: (Word | undefined)[] = [
    command.name,
    ...command.arguments,
    ...command.assignments.map(({ value }) => value),
    ...command.redirects.map(({ target }) => target),
  ];
  const fixed = words.every((word) => word?.value !== undefined) &&
    command.redirects.every(({ body }) => body === undefined);
  if (!fixed || command.input !== "inherited") return undefined;
  const { directory } = command;
  const { project } = situation;
  if (directory !== project && !directory?.startsWith(`${project}/`)) {
    return undefined;
  }
  return {
    program: command.name!.value!,
    exact: textOf(command),
    directory: normalisePath(directory).slice(project.length + 1) || ".",
  };
}

/** A command as one line, its words quoted where that is needed. */
function textOf(command: SimpleCommand): string {
  const quoted = (word: Word) =>
    word.value === undefined
      ? word.text
      : /^[\w@%+=:,./~^{}-]+$/.test(word.value)
      ? word.value
      : `'${word.value.replaceAll("'", `'\\''`)}'`;
  return [
    ...command.assignments.map(({ name, value }) => `${name}=${quoted(value)}`),
    ...(command.name === undefined ? [] : [quoted(command.name)]),
    ...command.arguments.map(quoted),
    ...command.redirects.map(({ descriptor = "", operator, target }) =>
      `${descriptor}${operator}${quoted(target)}`
    ),
  ].join(" ");
}

/** Whoever runs a file that the same line writes runs what nobody has seen. */
function withoutFresh(judged: readonly Judged[]): Judgement[] {
  const written = new Set(judged.flatMap(({ writes }) => writes));
  return judged.map(({ writes: _, runs, ...judgement }) =>
    runs !== undefined && written.has(runs)
      ? {
        ...judgement,
        tier: "critical",
        reason: "runs a file that it writes",
        familiar: false,
        patterns: [],
      }
      : judgement
  );
}

function never(text: string, reason: string): Judged {
  return {
    writes: [],
    runs: undefined,
    text,
    bare: "",
    tier: "critical",
    reason,
    familiar: false,
    needs: 1,
    patterns: [],
  };
}

function isEmpty(line: string): boolean {
  return line.split("\n").every((one) => /^\s*(#.*)?$/.test(one));
}
