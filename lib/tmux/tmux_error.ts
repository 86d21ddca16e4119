import { OrchError, type OrchErrorOptions } from "../errors/mod.ts";

/** What a {@linkcode TmuxError} carries besides its message. */
export interface TmuxErrorOptions extends OrchErrorOptions {
  /** The tmux command that failed, such as `capture-pane`. */
  subcommand: string;
  /** What it was about, such as `%3` or a session's name. */
  target?: string | undefined;
}

/**
 * A tmux command that failed, or a connection to tmux that ended.
 *
 * @example Usage
 * ```ts
 * import { TmuxError } from "./tmux_error.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new TmuxError("can't find pane: %3", {
 *   subcommand: "capture-pane",
 *   target: "%3",
 * });
 * assert.equal(error.message, "tmux capture-pane on %3: can't find pane: %3");
 * ```
 */
export class TmuxError extends OrchError {
  /** The name shown in stack traces. */
  override readonly name: string = "TmuxError";
  /** The tmux command that failed. */
  readonly subcommand: string;
  /** What it was about, if it had a target. */
  readonly target: string | undefined;

  /**
   * Creates the error.
   *
   * @param reason What tmux said.
   * @param options The command, its target, a hint.
   */
  constructor(reason: string, options: TmuxErrorOptions) {
    const on = options.target === undefined ? "" : ` on ${options.target}`;
    super(`tmux ${options.subcommand}${on}: ${reason}`, options);
    this.subcommand = options.subcommand;
    this.target = options.target;
  }
}
