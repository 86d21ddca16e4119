import type { Clock } from "../../clock/mod.ts";
import type { Terminal } from "./front.ts";
import type { Report } from "./hooks.ts";
import type { RecordEntry } from "./record.ts";

/** What a command did. */
export interface RunResult {
  /** What it printed, on both streams. */
  readonly output: string;
  /** Its exit code. */
  readonly code: number;
}

/** A report without the conversation it is about. */
export type ReportBody = Report extends infer One
  ? One extends Report ? Omit<One, "session"> : never
  : never;

/** All of the world that a rehearsal touches. */
export interface PlayerWorld extends Terminal {
  /** What is typed, as the terminal sends it. Its end ends the rehearsal. */
  readonly keys: AsyncIterable<Uint8Array>;
  /** Where time comes from. */
  readonly clock: Clock;
  /**
   * Asks to be told when the terminal's size changes.
   *
   * @param listener Told.
   */
  onResize?(listener: () => void): void;
  /**
   * Runs a command.
   *
   * @param command The command, for `bash -c`.
   * @param directory The folder it runs in. Absolute.
   * @param signal Ends it early.
   */
  run(
    command: string,
    directory: string,
    signal: AbortSignal,
  ): Promise<RunResult>;
  /**
   * Reads a file.
   *
   * @param path The file. Absolute.
   * @returns Its text, `undefined` when there is none.
   */
  readFile(path: string): Promise<string | undefined>;
  /**
   * Writes a file, and the folders it stands in.
   *
   * @param path The file. Absolute.
   * @param text Its whole text.
   */
  writeFile(path: string, text: string): Promise<void>;
  /**
   * Reports to whoever listens.
   *
   * @param report What is reported, without the conversation.
   * @returns The reply, `undefined` when there is none.
   */
  report(report: ReportBody): Promise<unknown>;
  /**
   * Appends to the rehearsal's own record.
   *
   * @param entry What is recorded.
   */
  record(entry: RecordEntry): Promise<void>;
}
