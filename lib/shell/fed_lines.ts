import type { SyntaxNode, Word as SyntaxWord } from "unbash";
import type { Constant } from "./constants.ts";
import { knownOutput } from "./known_output.ts";
import { type Lines, onlyPipe, printedLines } from "./printed_lines.ts";
import type { Scope } from "./reading.ts";
import { readWord } from "./words.ts";

/**
 * What the words may be that an unquoted substitution is cut into, or that
 * are the elements of an array.
 *
 * @param word The word of the syntax tree.
 * @param scope What is known when it is expanded.
 * @returns Every value, `undefined` if it is neither or not known.
 */
export function readPrinted(
  word: SyntaxWord,
  scope: Scope,
): readonly Constant[] | undefined {
  const [part, ...others] = word.parts ?? [];
  const [, array] = /^"\$\{(\w+)\[@\]\}"$/.exec(word.text) ?? [];
  if (array !== undefined) return scope.constants.get(`${array}[@]`);
  if (others.length > 0 || part?.type !== "CommandExpansion") return undefined;
  const lines = knownOutput(
    part.script,
    scope,
    (inner) => readWord(inner, scope),
  );
  // An exact value may hold spaces, and is no line of several.
  return lines?.some(({ kind, text }) =>
      kind === "exact" && !/^[\w./@+=:,-]+$/.test(text)
    )
    ? undefined
    : lines?.map((line) => lineOf(line, true));
}

/**
 * Tells what a pipe prints, when it is asked.
 *
 * @param pipe Its parts.
 * @param scope What is known when it runs.
 * @returns Every value that a line of it may be.
 */
export function linesOf(
  pipe: readonly SyntaxNode[],
  scope: Scope,
): (zeros: boolean) => Lines {
  return (zeros) =>
    printedLines(pipe, (word) => readWord(word, scope), zeros)
      ?.map((line) => lineOf(line, false));
}

/**
 * Tells what is read from `<(…)` or fed by a substitution, when it is asked.
 *
 * @param word The target of the redirect.
 * @param scope What is known when it is expanded.
 * @returns Every value that a line of it may be.
 */
export function linesIn(
  word: SyntaxWord,
  scope: Scope,
): ((zeros: boolean) => Lines) | undefined {
  const [outer, ...others] = word.parts ?? [];
  if (outer === undefined || others.length > 0) return undefined;
  const [part, ...more] = outer.type === "DoubleQuoted" ? outer.parts : [outer];
  if (more.length > 0) return undefined;
  const { script } = part?.type === "ProcessSubstitution" ||
      part?.type === "CommandExpansion"
    ? part
    : {};
  const pipe = onlyPipe(script);
  return pipe && linesOf(pipe, scope);
}

/** One line of several, or one word of it. */
function lineOf(
  { optional: _, several: __, ...value }: Constant,
  cut: boolean,
): Constant {
  return { ...value, cut };
}
