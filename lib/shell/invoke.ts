import {
  declarationBuiltins,
  directoryBuiltins,
  refusedBuiltins,
  refusedVariables,
  variableBuiltins,
} from "./builtin_table.ts";
import { refusalOfBuiltin } from "./builtins.ts";
import { fdPayloads } from "./fd.ts";
import { type FindPayload, findPayloads } from "./find.ts";
import { fzfPayloads } from "./fzf.ts";
import { type Invocation, programName, report, textOf } from "./invocation.ts";
import { peel, type Peeled } from "./peel.ts";
import {
  type Flow,
  type Frame,
  type Input,
  type Reading,
  refuse,
  type Scope,
  within,
} from "./reading.ts";
import { withConstant } from "./constants.ts";
import type { Word } from "./command.ts";
import {
  changeDirectory,
  inDirectories,
  resolvePath,
  unchanged,
} from "./scope.ts";
import { readShell, shellDialects } from "./shells.ts";
import { refusedPrograms } from "./wrapper_table.ts";

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
  // What sets variables is looked for by its name as it is written.
  if (variableBuiltins.has(name) && /[$`]/.test(invocation.name!.text)) {
    refuse(reading, "dynamic command name", invocation.name!.text);
  }
  const program = programName(name);
  const peeled = peel(program, invocation.arguments);
  if (peeled.kind === "payload") {
    return invokePayload(program, peeled, invocation, frame, scope, reading);
  }
  const refusal = (peeled.kind === "refused" ? peeled.reason : undefined) ??
    refusedBuiltins.get(name) ?? refusedPrograms.get(program) ??
    refusalOfBuiltin(name, invocation);
  if (refusal !== undefined) refuse(reading, refusal, textOf(invocation));
  const dialect = shellDialects.get(program);
  if (
    dialect !== undefined &&
    readShell(program, dialect, invocation, frame, scope, reading)
  ) return unchanged(scope);
  report(invocation, frame, scope, reading);
  if (finders.has(program)) {
    invokeFound(program, invocation, frame, scope, reading);
  }
  return invocation.inside
    ? effect(name, invocation, scope, reading)
    : unchanged(scope);
}

/** What a wrapper runs. */
function invokePayload(
  program: string,
  peeled: Extract<Peeled, { kind: "payload" }>,
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): Flow {
  for (const one of peeled.assignments) {
    // Any other name may define a function, as `BASH_FUNC_ls%%` does.
    if (refusedVariables.has(one.name) || !/^\w+$/.test(one.name)) {
      refuse(reading, `assignment to ${one.name}`, one.name);
    }
  }
  const inner: Invocation = {
    ...invocation,
    name: peeled.name,
    arguments: peeled.arguments,
    assignments: [...invocation.assignments, ...peeled.assignments],
    wrappers: [...invocation.wrappers, program],
    inside: invocation.inside && peeled.inside,
    input: peeled.detached ? { kind: "inherited" } : invocation.input,
    ...(peeled.detached && { names: namesFor(invocation) }),
  };
  const { directory } = peeled;
  const directories = directory === undefined
    ? scope.directories
    : directory.value === undefined
    ? []
    : resolvePath(scope.directories, directory.value);
  const around = within(frame, "wrapped");
  const there = directory === undefined ? scope : { ...scope, directories };
  const flow = invoke(inner, around, there, reading);
  return inner.inside ? flow : unchanged(scope);
}

/** Where the words come from that a wrapper adds to what it runs. */
function namesFor({ names, input }: Invocation): Input["kind"] {
  return names === undefined || names === "inherited" ? input.kind : names;
}

/** Programs that run others on what they find. */
const finders: ReadonlyMap<string, (words: readonly Word[]) => FindPayload[]> =
  new Map([
    ["find", findPayloads],
    ["gfind", findPayloads],
    ["fd", fdPayloads],
    ["fdfind", fdPayloads],
    ["fzf", fzfPayloads],
  ]);

/** What such a program runs. */
function invokeFound(
  program: string,
  invocation: Invocation,
  frame: Frame,
  scope: Scope,
  reading: Reading,
): void {
  for (const payload of finders.get(program)!(invocation.arguments)) {
    if (payload.kind === "refused") {
      refuse(reading, payload.reason, textOf(invocation));
      continue;
    }
    const inner: Invocation = {
      ...invocation,
      name: payload.name,
      arguments: payload.arguments,
      wrappers: [...invocation.wrappers, program],
      inside: false,
    };
    const moved = payload.moves ? { ...scope, directories: [] } : scope;
    invoke(inner, within(frame, "wrapped"), moved, reading);
  }
}

/** What a builtin does to the shell it runs in. */
function effect(
  name: string,
  invocation: Invocation,
  scope: Scope,
  reading: Reading,
): Flow {
  if (name === "cd") {
    const searched = invocation.assignments.some((one) =>
      one.name === "CDPATH"
    );
    return changeDirectory(invocation.arguments, searched, scope);
  }
  if (directoryBuiltins.has(name)) {
    return { success: inDirectories(scope, []), failure: scope };
  }
  if (declarationBuiltins.has(name)) {
    return unchanged(declare(invocation.arguments, scope, reading));
  }
  const leaves = name === "exit" && invocation.arguments.length <= 1 &&
    invocation.arguments.every((word) => word.value !== undefined) &&
    invocation.redirects.length === 0;
  return leaves ? { success: undefined, failure: undefined } : unchanged(scope);
}

/** What `export A=B` and the like leave in the variables. */
function declare(
  words: readonly Word[],
  scope: Scope,
  reading: Reading,
): Scope {
  let { constants } = scope;
  for (const { text, value } of words) {
    const [, name] = /^([A-Za-z_]\w*)\+?=/.exec(text) ?? [];
    if (name === undefined) continue;
    const known = value?.startsWith(`${name}=`) === true &&
      !reading.variables.isVolatile(name);
    const texts = known ? [value!.slice(name.length + 1)] : [];
    // It succeeds even if a substitution fails, and leaves nothing.
    if (known && /\$\(|`/.test(text)) texts.push("");
    const values = texts.map((text) => ({ kind: "exact" as const, text }));
    constants = withConstant(constants, name, values);
  }
  return { ...scope, constants };
}
