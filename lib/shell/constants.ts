import type { SyntaxNode } from "unbash";
import { forEachChild } from "unbash";
import type { Likeness } from "./command.ts";
import type { Scope } from "./reading.ts";

/** One value that a variable may have. */
export interface Constant {
  /**
   * What the text is: the value itself, a pattern that stands for the name of
   * any file that it matches, a stand-in for a path of which only the place is
   * known, or an example of what the value looks like.
   */
  readonly kind: "exact" | "matched" | "fresh" | "like";
  /** The value, the pattern, the stand-in or the example. */
  readonly text: string;
  /** What it looks like, where the text is an example. */
  readonly like?: Likeness["kind"];
  /** The pattern that fits all that looks like the example, if there is one. */
  readonly pattern?: string | undefined;
  /** Whether there may be several lines of it. */
  readonly several?: boolean;
  /** Whether it was cut at its spaces already, and has none left. */
  readonly cut?: boolean;
  /** When there is nothing instead: only if what prints it fails, or anyhow. */
  readonly optional?: "failed" | "empty";
}

/** Every value that a variable may have, for each variable that is certain. */
export type Constants = ReadonlyMap<string, readonly Constant[]>;

/** A variable with more values than this is as good as unknown. */
const mostValues = 24;

/** A value longer than this is as good as unknown. */
const longestValue = 4096;

/** A command is read at most so many times, once for each choice of values. */
const mostChoices = 24;

/**
 * What a variable may hold when either of two things may have happened.
 *
 * @param first What is known of all variables after one of them.
 * @param second What is known after the other.
 * @returns What holds either way.
 */
export function joinConstants(first: Constants, second: Constants): Constants {
  if (first === second) return first;
  const both = new Map<string, readonly Constant[]>();
  for (const [name, values] of first) {
    const others = second.get(name);
    if (others === undefined) continue;
    const all = distinct([...values, ...others]);
    if (all.length <= mostValues) both.set(name, all);
  }
  return both;
}

/**
 * Says what a variable may hold from now on.
 *
 * @param constants What was known before.
 * @param name The variable.
 * @param values Its values; unset or too many to follow if it is unknown.
 * @returns What is known now.
 */
export function withConstant(
  constants: Constants,
  name: string,
  values: readonly Constant[] | undefined,
): Constants {
  const after = new Map(constants);
  // The elements of an array go by `name[@]`, and the first by its name, too.
  after.delete(`${name}[@]`);
  const all = distinct(values ?? []);
  const few = all.length > 0 && all.length <= mostValues &&
    all.every(({ text }) => text.length <= longestValue);
  if (!few) after.delete(name);
  else after.set(name, all);
  return after;
}

/**
 * The scopes in which a piece of a line may run, each with one value for every
 * variable that the piece expands.
 *
 * @param node The piece.
 * @param scope What is known before it.
 * @returns The scopes, at least one.
 */
export function choicesOf(node: SyntaxNode, scope: Scope): readonly Scope[] {
  const open = [...scope.constants].filter(([, values]) => values.length > 1);
  if (open.length === 0) return [scope];
  const expanded = expandedIn(node);
  let choices: Scope[] = [scope];
  for (const [name, values] of open) {
    if (!expanded.has(name)) continue;
    const many = choices.length * values.length > mostChoices;
    choices = choices.flatMap((choice) =>
      (many ? [undefined] : values).map((value) => ({
        ...choice,
        constants: withConstant(
          choice.constants,
          name,
          value === undefined ? undefined : [value],
        ),
      }))
    );
  }
  return choices;
}

/** The variables whose value a piece of a line uses. */
function expandedIn(node: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: SyntaxNode): void => {
    if (child.type === "SimpleExpansion") names.add(child.text.slice(1));
    if (child.type === "ParameterExpansion") names.add(child.parameter);
    forEachChild(child, visit);
  };
  visit(node);
  return names;
}

function distinct(values: readonly Constant[]): readonly Constant[] {
  return values.filter((value, index) =>
    values.findIndex((other) =>
      other.kind === value.kind && other.text === value.text &&
      other.like === value.like && other.pattern === value.pattern
    ) === index
  );
}
