import { isAbsolute, join, normalize } from "node:path/posix";
import type { SyntaxNode } from "unbash";
import { forEachChild } from "unbash";
import { directoryBuiltins } from "./builtin_table.ts";
import type { Word } from "./command.ts";
import { type Constant, joinConstants, withConstant } from "./constants.ts";
import { anyNumber } from "./output_table.ts";
import type { Variables } from "./variables.ts";
import { type Flow, type Scope, unknownScope } from "./reading.ts";

/** More directories than this are as good as unknown. */
const mostDirectories = 16;

/**
 * What is certain when either of two things may have happened.
 *
 * @param first One scope; `undefined` if the shell never gets there that way.
 * @param second The other.
 * @returns What holds either way, `undefined` if neither is possible.
 */
export function joinScopes(
  first: Scope | undefined,
  second: Scope | undefined,
): Scope | undefined {
  if (first === undefined || first === second) return second;
  if (second === undefined) return first;
  const directories = joinDirectories(first.directories, second.directories);
  const constants = joinConstants(first.constants, second.constants);
  return { ...first, directories, constants };
}

/**
 * What is certain after something ran, however it ended.
 *
 * @param flow The flow after it.
 * @returns The scope; nothing is known where the shell never gets.
 */
export function afterwards(flow: Flow): Scope {
  return joinScopes(flow.success, flow.failure) ?? unknownScope;
}

/**
 * The flow of something that leaves the shell as it was.
 *
 * @param scope The scope before.
 * @returns The flow after.
 */
export function unchanged(scope: Scope): Flow {
  return { success: scope, failure: scope };
}

/**
 * What holds whichever of several things happened.
 *
 * @param flows What holds after each of them; at least one.
 * @returns What holds after all of them.
 */
export function joinFlows(flows: readonly Flow[]): Flow {
  return flows.reduce((first, second) => ({
    success: joinScopes(first.success, second.success),
    failure: joinScopes(first.failure, second.failure),
  }));
}

/**
 * What is known when a shell starts.
 *
 * @param directories The directories that it may start in.
 * @param home The home directory, if it is known and stays the same.
 * @param keeps Whether a variable is never set by what the shell runs.
 * @param repository The folder of the repository, if it is known.
 * @returns The scope.
 */
export function startScope(
  directories: readonly string[],
  home: string | undefined,
  keeps: (name: string) => boolean,
  repository?: string,
): Scope {
  const constants = new Map<string, readonly Constant[]>();
  if (home !== undefined && keeps("HOME")) {
    constants.set("HOME", [{ kind: "exact", text: home }]);
  }
  if (directories.length > 0 && keeps("PWD")) {
    constants.set("PWD", directories.map((text) => ({ kind: "exact", text })));
  }
  return { directories, constants, repository };
}

/**
 * What is known in another directory.
 *
 * @param scope What was known before.
 * @param directories The directories that it may be, none if unknown.
 * @returns What is known there.
 */
export function inDirectories(
  scope: Scope,
  directories: readonly string[],
): Scope {
  const constants = scope.constants.has("PWD")
    ? withConstant(
      scope.constants,
      "PWD",
      directories.map((text) => ({ kind: "exact", text })),
    )
    : scope.constants;
  return { ...scope, directories, constants };
}

/**
 * The flow of a `cd`.
 *
 * Only a literal path is followed. `cd -`, `-P` and a search through `CDPATH`
 * end in a place that the text does not tell.
 *
 * @param parameters The words after `cd`.
 * @param searched Whether `CDPATH` may be set.
 * @param scope The scope before.
 * @returns The flow after.
 */
export function changeDirectory(
  parameters: readonly Word[],
  searched: boolean,
  scope: Scope,
): Flow {
  const operands = [...parameters];
  while (operands[0]?.value === "-L" || operands[0]?.value === "--") {
    if (operands.shift()?.value === "--") break;
  }
  const [home] = scope.constants.get("HOME") ?? [];
  const target = operands.length === 0 ? home?.text : operands[0]!.value;
  const known = operands.length <= 1 && target !== undefined &&
    !target.startsWith("-") &&
    !(searched && !/^(\/|\.\.?(\/|$))/.test(target));
  const led = known ? resolvePath(scope.directories, target) : [];
  // A substitution that fails leaves nothing, and `cd ""` stays where it is.
  const substituted = /\$\(|`/.test(operands[0]?.text ?? "");
  const directories = substituted
    ? joinDirectories(led, scope.directories)
    : led;
  return { success: inDirectories(scope, directories), failure: scope };
}

/**
 * What stays known of the variables while a loop runs any number of times.
 *
 * @param node The loop.
 * @param scope What is known before it.
 * @param variables What the script says about its variables.
 * @returns What is known whenever its parts start, and after it.
 */
export function throughLoop(
  node: SyntaxNode,
  scope: Scope,
  { isNumber, isVolatile }: Variables,
): Scope {
  if (scope.constants.size === 0) return scope;
  let { constants } = scope;
  const visit = (child: SyntaxNode): void => {
    if (child.type === "Assignment") {
      // What is a number before, and is given nothing else, stays one.
      const counts = isNumbers(scope.constants.get(child.name)) &&
        isNumber(child.name) && !isVolatile(child.name);
      const left = counts ? [anyNumber] : undefined;
      constants = withConstant(constants, child.name, left);
    } else if (child.type === "For" || child.type === "Select") {
      constants = withConstant(constants, child.name.value, undefined);
    }
    forEachChild(child, visit);
  };
  visit(node);
  return { ...scope, constants };
}

function isNumbers(values: readonly Constant[] | undefined): boolean {
  return values?.every(({ kind, text, like }) =>
    kind === "exact" ? /^-?\d+$/.test(text) : like === "number"
  ) ?? false;
}

/**
 * Whether a piece of a line may change the directory of the shell it is in.
 *
 * @param node The piece.
 * @returns Whether it holds a `cd`, or a name that may turn out to be one.
 */
export function mayMove(node: SyntaxNode): boolean {
  switch (node.type) {
    case "Subshell":
    case "CommandExpansion":
    case "ProcessSubstitution":
      return false;
    case "Command":
      if (node.name?.parts !== undefined) return true;
      if (/^(command|builtin)$/.test(node.name?.value ?? "")) return true;
      if ([node.name, ...node.args].some(isDirectoryBuiltin)) return true;
  }
  let moves = false;
  forEachChild(node, (child) => {
    moves ||= mayMove(child);
  });
  return moves;
}

/**
 * Whether a turn of a loop may end before its last command.
 *
 * @param node The loop, or a piece of it.
 * @returns Whether it holds a `break`, or a name that may turn out to be one.
 */
export function mayLeave(node: SyntaxNode): boolean {
  if (node.type === "Command") {
    const { value, parts } = node.name ?? {};
    if (parts !== undefined) return true;
    if (/^(break|continue|return|command|builtin)$/.test(value ?? "")) {
      return true;
    }
  }
  let leaves = false;
  forEachChild(node, (child) => {
    leaves ||= mayLeave(child);
  });
  return leaves;
}

function isDirectoryBuiltin(word: SyntaxNode | undefined): boolean {
  return word?.type === "Word" && directoryBuiltins.has(word.value);
}

/**
 * Resolves a path against directories by its text, as the shell does.
 *
 * @param directories The directories that it may be relative to.
 * @param path The path.
 * @returns The absolute paths, none if they cannot be told.
 */
export function resolvePath(
  directories: readonly string[],
  path: string,
): readonly string[] {
  if (isAbsolute(path)) return [withoutSlash(normalize(path))];
  return directories.map((directory) => withoutSlash(join(directory, path)));
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, "") : path;
}

function joinDirectories(
  first: readonly string[],
  second: readonly string[],
): readonly string[] {
  if (first.length === 0 || second.length === 0) return [];
  const both = [...new Set([...first, ...second])];
  return both.length > mostDirectories ? [] : both;
}
