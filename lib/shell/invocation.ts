import type { Assignment, Redirect, SimpleCommand, Word } from "./command.ts";
import { directoryBuiltins, refusedBuiltins } from "./builtin_table.ts";
import { refusalOfBuiltin } from "./builtins.ts";
import { findPayloads } from "./find.ts";
import { peel } from "./peel.ts";
import {
  type Flow,
  type Frame,
  type Input,
  type Reading,
  refuse,
  type Scope,
} from "./reading.ts";
import { changeDirectory, resolvePath, unchanged } from "./scope.ts";
import { readShell, shellDialects } from "./shells.ts";
import { refusedPrograms } from "./wrapper_table.ts";

/** A command with everything around it, ready to be looked into. */
export interface Invocation {
  /** What is run. */
  readonly name: Word | undefined;
  /** What follows the name. */
  readonly arguments: readonly Word[];
  /** Variables set for it. */
  readonly assignments: readonly Assignment[];
  /** Its redirects and those around. */
  readonly redirects: readonly Redirect[];
  /** What it reads. */
  readonly input: Input;
  /** Programs peeled off around it. */
  readonly wrappers: readonly string[];
  /** Whether it runs in the shell itself and so may change it. */
  readonly inside: boolean;
}

/**
 * Looks into an invocation: peels programs that run other programs, follows
 * `cd`, refuses builtins that run text, and reports what is left.
 *
 * @param invocation The invocation.
 * @param frame What it is nested in.
 * @param scope What is known when it runs.
 * @param reading What is collected.
 * @returns What is known after it.
 */
export function invoke(
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  const name = invocation.name?.value;
  if (name === undefined) {
    refuse(reading, "dynamic command name", invocation.name?.text ?? "");
    report(invocation, frame, scope, reading);
    return unchanged(scope);
  }
  const program = programName(name);
  const peeled = peel(program, invocation.arguments);
  if (peeled.kind === "payload") {
    const inner: Invocation = {
      ...invocation,
      name: peeled.name,
      arguments: peeled.arguments,
      assignments: [...invocation.assignments, ...peeled.assignments],
      wrappers: [...invocation.wrappers, program],
      inside: invocation.inside && peeled.inside,
      input: program === "xargs" ? { kind: "inherited" } : invocation.input,
    };
    const moved = peeled.directory === undefined ? scope : {
      ...scope,
      directory: peeled.directory.value === undefined
        ? undefined
        : resolvePath(scope.directory, peeled.directory.value),
    };
    const flow = invoke(inner, wrapped(frame), moved, reading);
    return inner.inside ? flow : unchanged(scope);
  }
  const text = textOf(invocation);
  if (peeled.kind === "refused") refuse(reading, peeled.reason, text);
  const refusal = refusedBuiltins.get(name) ?? refusedPrograms.get(program) ??
    refusalOfBuiltin(name, invocation);
  if (refusal !== undefined) refuse(reading, refusal, text);
  const dialect = shellDialects.get(program);
  if (dialect !== undefined) {
    readShell(program, dialect, invocation, frame, scope, reading);
    return unchanged(scope);
  }
  report(invocation, frame, scope, reading);
  if (program === "find") {
    for (const payload of findPayloads(invocation.arguments)) {
      if (payload.kind === "refused") {
        refuse(reading, payload.reason, text);
        continue;
      }
      const inner: Invocation = {
        ...invocation,
        name: payload.name,
        arguments: payload.arguments,
        wrappers: [...invocation.wrappers, program],
        inside: false,
      };
      const moved = payload.moves ? { ...scope, directory: undefined } : scope;
      invoke(inner, wrapped(frame), moved, reading);
    }
  }
  return invocation.inside ? effect(name, invocation, scope) : unchanged(scope);
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
  const command: SimpleCommand = {
    name: invocation.name,
    arguments: invocation.arguments,
    assignments: invocation.assignments,
    redirects: invocation.redirects,
    directory: scope.directory,
    contexts: frame.contexts,
    input: invocation.input.kind,
    wrappers: invocation.wrappers,
  };
  reading.commands.push(command);
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
  return /^\/(?:usr\/(?:local\/)?|opt\/homebrew\/)?s?bin\/([^/]+)$/
    .exec(name)?.[1] ?? name;
}

function wrapped(frame: Frame): Frame {
  return { ...frame, contexts: [...frame.contexts, "wrapped"] };
}

/** What a builtin does to the shell it runs in. */
function effect(name: string, invocation: Invocation, scope: Scope): Flow {
  if (name === "cd") {
    const searched = invocation.assignments.some((one) =>
      one.name === "CDPATH"
    );
    return changeDirectory(invocation.arguments, searched, scope);
  }
  if (directoryBuiltins.has(name)) {
    return { success: { ...scope, directory: undefined }, failure: scope };
  }
  const leaves = name === "exit" && invocation.arguments.length <= 1 &&
    invocation.arguments.every((word) => word.value !== undefined) &&
    invocation.redirects.length === 0;
  return leaves ? { success: undefined, failure: undefined } : unchanged(scope);
}

function textOf(invocation: Invocation): string {
  return [invocation.name, ...invocation.arguments]
    .map((word) => word?.text ?? "").join(" ");
}
