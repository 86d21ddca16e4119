import { isAbsolute, join, normalize } from "node:path/posix";
import type { Word } from "./command.ts";
import { type Flow, type Scope, unknownScope } from "./reading.ts";

/**
 * What is certain when either of two things may have happened.
 *
 * @param first One scope; `undefined` if the shell never gets there that way.
 * @param second The other.
 * @returns What both agree on, `undefined` if neither way is possible.
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
  const directory = first.directory === second.directory
    ? first.directory
    : undefined;
  return { directory, constants };
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
  const directory = known ? resolvePath(scope.directory, target) : undefined;
  return { success: { ...scope, directory }, failure: scope };
}

/**
 * Resolves a path against a directory by its text, as the shell does.
 *
 * @param directory The directory, if known.
 * @param path The path.
 * @returns The absolute path, `undefined` if it cannot be told.
 */
export function resolvePath(
  directory: string | undefined,
  path: string,
): string | undefined {
  if (!isAbsolute(path) && directory === undefined) return undefined;
  const whole = isAbsolute(path) ? normalize(path) : join(directory!, path);
  return whole.length > 1 ? whole.replace(/\/+$/, "") : whole;
}
