import type { Redirect, SimpleCommand, Word } from "../../shell/mod.ts";
import { type Assessment, taskPrint } from "../assessment/mod.ts";
import { normalisePath } from "../places/mod.ts";
import type { Pattern } from "../rule.ts";

/** Where a command's patterns hold. */
export interface PatternPlace {
  /** The project. Absolute. */
  readonly project: string;
  /** Fingerprints a file. */
  readonly fingerprint?:
    | ((absolutePath: string) => string | undefined)
    | undefined;
  /** Reads a file. */
  readonly text?: ((absolutePath: string) => string | undefined) | undefined;
}

/**
 * What approving a command teaches: its very words, and the least general
 * pattern that covers it.
 *
 * @param command The command.
 * @param found What the tables say of it.
 * @param place The project, and how files are fingerprinted.
 * @returns The patterns, least general first; none if it is never learned.
 */
export function patternsOf(
  command: SimpleCommand,
  found: Assessment,
  place: PatternPlace,
): Pattern[] {
  if (found.learning === "never" || command.name === undefined) return [];
  const contents = contentsOf(found, place);
  if (contents.length === 0) return [];
  const exact = exactOf(command, place);
  const patterns = [
    ...(exact === undefined ? [] : [exact]),
    ...(found.learning === "pattern" ? [found.pattern] : []),
  ];
  const { text, project } = place;
  const task = found.task === undefined || text === undefined
    ? undefined
    : taskPrint(found.task, { text, project });
  return contents.flatMap((content) =>
    patterns.map((pattern) => ({
      ...pattern,
      ...(content !== undefined && { content }),
      ...(task !== undefined && { task }),
    }))
  );
}

/**
 * What the file that a command runs is: its fingerprint, and a build of the
 * project's code, if it is one; none if that cannot be told.
 */
function contentsOf(
  { runs, built }: Assessment,
  { fingerprint }: PatternPlace,
): readonly (string | undefined)[] {
  if (runs === undefined || fingerprint === undefined) return [undefined];
  const content = fingerprint(runs);
  return [
    ...(content === undefined ? [] : [content]),
    ...(built ? ["built"] : []),
  ];
}

/** The pattern of a command's very words, if all of them are known. */
function exactOf(
  command: SimpleCommand,
  place: PatternPlace,
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
  const { project } = place;
  if (directory !== project && !directory?.startsWith(`${project}/`)) {
    return undefined;
  }
  return {
    program: command.name!.value!,
    exact: textOf({
      ...command,
      redirects: command.redirects.filter((one) => !isIdle(one)),
    }),
    directory: normalisePath(directory).slice(project.length + 1) || ".",
  };
}

/** Whether a redirect only puts output together, or drops it. */
function isIdle({ operator, target }: Redirect): boolean {
  return operator === ">&" && /^[12]$/.test(target.value ?? "") ||
    /^&?>$/.test(operator) && target.value === "/dev/null";
}

/**
 * Gives a command as one line, its words quoted where that is needed.
 *
 * @param command The command.
 * @returns The line, without the programs around it.
 */
export function textOf(command: SimpleCommand): string {
  const quoted = (word: Word) =>
    word.value === undefined || isHome(word)
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

/** A path in the home directory stays as people write it. */
function isHome({ text }: Word): boolean {
  return /^~(\/[\w@%+=:,./-]*)?$/.test(text);
}
