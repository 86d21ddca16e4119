/** What texts depend on, besides the code. */
export interface CodeSituation {
  /** The person's home. Absolute. */
  readonly home: string;
  /** What the code is given, from `sys.argv[1]` on; `undefined` if unknown. */
  readonly arguments: readonly (string | undefined)[];
  /** The file that holds the code, if one does. Absolute. */
  readonly file?: string;
}

/** A program that a piece of code starts, or what amounts to one. */
export interface StartedProgram {
  /** The program and its words, or one line for the shell. */
  readonly words: readonly string[] | string;
  /** The folder it runs in, if not the code's own. */
  readonly directory?: string;
}

/** What a piece of code does, as far as its text proves it. */
export interface CodeFindings {
  /** Why it cannot be proven harmless, as a clause; unset if it can. */
  readonly refused?: string;
  /** The paths that it reads, and whether it sees more than names. */
  readonly reads: readonly {
    readonly path: string;
    readonly how: "content" | "names";
  }[];
  /** The paths that it writes. */
  readonly writes: readonly string[];
  /** The programs that it starts, or whose work it does itself. */
  readonly programs: readonly StartedProgram[];
  /** The JSON documents that it loads as modules. */
  readonly documents: readonly string[];
  /** The folders in which it looks for packages first. */
  readonly searches: readonly string[];
  /** Packages whose code it runs that the language does not bring along. */
  readonly packages: readonly string[];
  /** The texts in code that uses such packages, which may be given to them. */
  readonly texts: readonly string[];
  /** Whether it loads modules, which files in its folder could replace. */
  readonly loads: boolean;
  /** Whether it asks about the machine it runs on. */
  readonly asksMachine: boolean;
}

/** Thrown when a piece of code turns out not to be provable. */
export class Unproven extends Error {
  /**
   * Says why.
   *
   * @param reason Why, as a clause.
   */
  constructor(reason: string) {
    super(reason);
    this.name = "Unproven";
  }
}

/**
 * What is found in code that cannot be proven harmless.
 *
 * @param reason Why, as a clause.
 * @returns The findings.
 */
export function refusedCode(reason: string): CodeFindings {
  return {
    refused: reason,
    reads: [],
    writes: [],
    programs: [],
    documents: [],
    searches: [],
    packages: [],
    texts: [],
    loads: false,
    asksMachine: false,
  };
}
