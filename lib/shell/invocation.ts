import { isAbsolute } from "node:path/posix";
import type { Assignment, Redirect, SimpleCommand, Word } from "./command.ts";
import { resolvePath } from "./scope.ts";
import { makeWord } from "./words.ts";
import type {
  Frame,
  Input,
  PlacedRedirect,
  Reading,
  Scope,
} from "./reading.ts";

/** A command with everything around it, ready to be looked into. */
export interface Invocation {
  /** What is run; unset for bare assignments and redirects. */
  readonly name: Word | undefined;
  /** What follows the name. */
  readonly arguments: readonly Word[];
  /** Variables set for it. */
  readonly assignments: readonly Assignment[];
  /** Its redirects and those around. */
  readonly redirects: readonly PlacedRedirect[];
  /** What it reads. */
  readonly input: Input;
  /** Programs peeled off around it. */
  readonly wrappers: readonly string[];
  /** Whether it runs in the shell itself and so may change it. */
  readonly inside: boolean;
  /** Where the words come from that a program such as `xargs` adds. */
  readonly names?: Input["kind"];
}

/**
 * What a group brings along for a command that it does not hold.
 *
 * @param frame The group.
 * @returns An invocation of nothing.
 */
export function bareInvocation(frame: Frame): Invocation {
  return {
    name: undefined,
    arguments: [],
    assignments: frame.assignments,
    redirects: frame.redirects,
    input: frame.input,
    wrappers: frame.wrappers,
    inside: true,
  };
}

/**
 * Adds an invocation to the commands of the line.
 *
 * @param invocation The invocation.
 * @param frame What it is nested in.
 * @param scope What is known when it runs.
 * @param reading What is collected.
 */
export function report(
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  const { directories } = scope;
  const command: SimpleCommand = {
    name: invocation.name,
    arguments: invocation.arguments,
    assignments: invocation.assignments,
    redirects: invocation.redirects.map((one) => settle(one, directories)),
    directory: directories.length === 1 ? directories[0] : undefined,
    directories,
    contexts: frame.contexts,
    pipes: frame.pipes,
    input: invocation.input.kind,
    ...(invocation.input.body !== undefined && { fed: invocation.input.body }),
    ...(invocation.names !== undefined && { names: invocation.names }),
    wrappers: invocation.wrappers,
  };
  if (!reading.again) reading.written.count += 1;
  reading.commands.push(command);
}

/**
 * A redirect as it is for a command that runs elsewhere: `{ cd a; ls; } > b`
 * writes beside `a`, not in it.
 */
function settle(
  placed: PlacedRedirect,
  directories: readonly string[],
): Redirect {
  const { redirect } = placed;
  const { value, text } = redirect.target;
  const same = placed.directories.length === directories.length &&
    placed.directories.every((one, index) => one === directories[index]);
  if (same || redirect.body !== undefined) return redirect;
  if (redirect.target.glob && !isAbsolute(text)) {
    return { ...redirect, target: makeWord(text, undefined) };
  }
  const file = value !== undefined && !isAbsolute(value) &&
    !/^(-|\d+-?)$/.test(value);
  if (!file) return redirect;
  const paths = resolvePath(placed.directories, value);
  const path = paths.length === 1 ? paths[0] : undefined;
  return { ...redirect, target: makeWord(text, path) };
}

/**
 * The name of a program, without the folder if it is one of the system's.
 *
 * A program in any other folder is not the one its name suggests.
 *
 * @param name The command's name.
 * @returns The name to look up.
 */
export function programName(name: string): string {
  return systemProgram.exec(name)?.[1] ?? name;
}

const systemProgram =
  /^\/(?:usr\/(?:local\/)?|opt\/homebrew\/)?s?bin\/([^/]+)$/;

/**
 * An invocation as written, for people.
 *
 * @param invocation The invocation.
 * @returns Its words, joined by spaces.
 */
export function textOf(invocation: Invocation): string {
  return [invocation.name, ...invocation.arguments]
    .map((word) => word?.text ?? "").join(" ");
}
