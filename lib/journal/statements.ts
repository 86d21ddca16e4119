import type {
  DatabaseSync,
  SQLInputValue,
  StatementResultingChanges,
  StatementSync,
} from "node:sqlite";
import type { Row } from "./rows.ts";

/**
 * Runs SQL with each statement prepared once.
 *
 * A prepared statement holds memory that the garbage collector knows nothing
 * of: a new one for each of many small queries takes gigabytes in minutes.
 */
export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared: Map<string, StatementSync> = new Map();

  /**
   * Prepares nothing yet.
   *
   * @param database Where the statements run.
   */
  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Runs a statement that changes something.
   *
   * @param sql The statement; one of few, values as `?`.
   * @param values The values.
   * @returns What it changed.
   */
  run(
    sql: string,
    values: readonly SQLInputValue[],
  ): StatementResultingChanges {
    return this.#prepare(sql).run(...values);
  }

  /**
   * Reads the first row.
   *
   * @param sql The query; one of few, values as `?`.
   * @param values The values.
   * @returns The row, if there is one.
   */
  get(sql: string, values: readonly SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values);
  }

  /**
   * Reads all rows.
   *
   * @param sql The query; one of few, values as `?`.
   * @param values The values.
   * @returns The rows.
   */
  all(sql: string, values: readonly SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
