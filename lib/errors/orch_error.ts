/**
 * Exit codes of the command line.
 *
 * `done` 0, `failed` 1, `usage` 2 (wrong flags or bad input), `notFound` 3,
 * `waiting` 4 (something waits for a person), `interrupted` 130 (Ctrl-C).
 */
export const ExitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  waiting: 4,
  interrupted: 130,
} as const satisfies Record<string, number>;

/** One of the values of {@linkcode ExitCode}. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** What an {@linkcode OrchError} carries besides its message. */
export interface OrchErrorOptions extends ErrorOptions {
  /** The next command to type, or the thing to change, as one sentence. */
  hint?: string;
  /**
   * The exit code of a command that ends with this error.
   *
   * @default {1}
   */
  exitCode?: ExitCode;
}

/**
 * An error that a person can act on.
 *
 * The message says what failed and on which target; {@linkcode hint} says what
 * to do next. Commands print both to stderr and exit with
 * {@linkcode exitCode}.
 *
 * @example Usage
 * ```ts
 * import { OrchError } from "./orch_error.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new OrchError("No agent is called 'web'", {
 *   hint: "orch status",
 *   exitCode: 3,
 * });
 * assert.equal(error.exitCode, 3);
 * ```
 */
export class OrchError extends Error {
  /** The name shown in stack traces. */
  override readonly name: string = "OrchError";
  /** What to type next, if there is something. */
  readonly hint: string | undefined;
  /** The exit code of a command that ends with this error. */
  readonly exitCode: ExitCode;

  /**
   * Creates the error.
   *
   * @param message What failed, on which target.
   * @param options Hint, exit code and cause.
   */
  constructor(message: string, options: OrchErrorOptions = {}) {
    super(message, options);
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? ExitCode.failed;
  }
}
