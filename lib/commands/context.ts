import type { ApplicationContext, StricliProcess } from "@stricli/core";
import type { Clock } from "../clock/mod.ts";

/** What every command is given instead of reaching for the world itself. */
export interface OrchContext extends ApplicationContext {
  /** Where it prints, and the exit code it sets. */
  readonly process: StricliProcess;
  /**
   * Reads an environment variable.
   *
   * @param name The variable's name.
   */
  readonly environment: (name: string) => string | undefined;
  /** The folder it was called in. Absolute. */
  readonly directory: string;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Aborted by Ctrl-C and by being told to end. */
  readonly signal: AbortSignal;
  /** What it is connected to. */
  readonly terminal: {
    /** Whether a person can be asked. */
    readonly input: boolean;
    /** Whether a person is looking. */
    readonly output: boolean;
    /** The terminal's size in cells, where there is one. */
    readonly size: () => { columns: number; rows: number };
  };
  /** All of standard input, as text. */
  readonly input: () => Promise<string>;
}
