import { PythonParser } from "./python_parser.ts";
import { Unreadable } from "./python_tokens.ts";

/** A node of a syntax tree. */
export interface Node {
  /** What it is; signs and keywords are named by themselves. */
  readonly kind: string;
  /** The code that it stands for. */
  readonly text: string;
  /** What it is made of, in order. */
  readonly children: readonly Node[];
  /** What it is part of. */
  readonly parent: Node | undefined;
}

/** How long code may be. */
const longest = 10_000;

/**
 * Parses a piece of Python.
 *
 * Only what all versions of Python 3 read alike is read: `match`, `async`,
 * types of functions and what the tokens leave out are not.
 *
 * @param code The code.
 * @returns The tree, `undefined` if the code cannot be read for certain.
 */
export function parsePython(code: string): Node | undefined {
  if (code.length > longest) return undefined;
  try {
    return new PythonParser(code).script();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
