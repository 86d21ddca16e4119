import type {
  DatabaseSync,
  SQLInputValue,
  SQLOutputValue,
  StatementResultingChanges,
} from "node:sqlite";
import type { Clock } from "../clock/mod.ts";
import type { EventType } from "./event_record.ts";

/** Runs SQL with values for its `?`. */
export interface LedgerStatements {
  /** Runs a statement that changes something. */
  run(sql: string, values: readonly SQLInputValue[]): StatementResultingChanges;
  /** Reads the first row. */
  get(
    sql: string,
    values: readonly SQLInputValue[],
  ): Record<string, SQLOutputValue> | undefined;
  /** Reads all rows. */
  all(
    sql: string,
    values: readonly SQLInputValue[],
  ): Record<string, SQLOutputValue>[];
}

/** What a part of the journal writes with. */
export interface LedgerOptions {
  /** The journal's database. */
  readonly database: DatabaseSync;
  /** The statements prepared on it. */
  readonly sql: LedgerStatements;
  /** Where timestamps come from. */
  readonly clock: Clock;
  /** Appends to the history, of a request if it is about one. */
  readonly append: (
    type: EventType,
    agent: string,
    data: unknown,
    request?: number,
  ) => void;
}
