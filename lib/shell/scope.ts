import { isAbsolute, join, normalize } from "node:path/posix";
import type { SyntaxNode } from "unbash";
import { forEachChild } from "unbash";
import { directoryBuiltins } from "./builtin_table.ts";
import type { Word } from "./command.ts";
import { type Flow, type Scope, unknownScope } from "./reading.ts";

/** More directories than this are as good as unknown. */
const mostDirectories = 4;

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
  const constants = new Map<string, string>();
  for (const [name, value] of first.constants) {
    if (second.constants.get(name) === value) constants.set(name, value);
  }
  const directories = joinDirectories(first.directories, second.directories);
  return { directories, constants };
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
 * The flow of a `cd`.
 *
 * Only a literal path is followed. `cd` alone, `cd -`, `-P` and a search
 * through `CDPATH` end in a place that the text does not tell.
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
  const target = operands[0]?.value;
  const known = operands.length === 1 && target !== undefined &&
    !target.startsWith("-") &&
    !(searched && !/^(\/|\.\.?(\/|$))/.test(target));
  const directories = known ? resolvePath(scope.directories, target) : [];
  return { success: { ...scope, directories }, failure: scope };
}

/**
 * What stays known while a loop runs any number of times.
 *
 * @param node The loop.
 * @param scope What is known before it.
 * @returns What is known whenever its parts start, and after it.
 */
export function throughLoop(node: SyntaxNode, scope: Scope): Scope {
  if (scope.directories.length === 0 && scope.constants.size === 0) {
    return scope;
  }
  let { directories } = scope;
  const constants = new Map(scope.constants);
  const visit = (child: SyntaxNode): void => {
    if (child.type === "Assignment") constants.delete(child.name);
    if (child.type === "Word" && directoryBuiltins.has(child.value)) {
      directories = [];
    }
    forEachChild(child, visit);
  };
  visit(node);
  return { directories, constants };
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
