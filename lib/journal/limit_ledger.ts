import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { transaction } from "./database.ts";
import type { EventType } from "./event_record.ts";
import type { LedgerOptions } from "./ledger.ts";
import type { LimitRecord, LimitStatus, NewLimit } from "./limit_record.ts";

/** A row as SQLite gives it. */
type Row = Record<string, SQLOutputValue>;

/**
 * The part of the journal that holds usage limits. An agent has at most one
 * that is not over.
 */
export class LimitLedger {
  readonly #with: LedgerOptions;

  /**
   * Creates the ledger.
   *
   * @param options The database, and how history is written.
   */
  constructor(options: LedgerOptions) {
    this.#with = options;
  }

  /**
   * Writes down that an agent has reached its limit. An earlier one that was
   * not over is.
   *
   * @param limit The limit.
   * @returns The limit as it stands now.
   */
  reached(limit: NewLimit): LimitRecord {
    const { database, sql, clock, append } = this.#with;
    return transaction(database, () => {
      sql.run(
        "UPDATE limits SET status = 'over' WHERE agent = ? AND status <> 'over'",
        [limit.agent],
      );
      const { lastInsertRowid } = sql.run(
        `INSERT INTO limits (agent, pane, server, since, wording, resets)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [
          limit.agent,
          limit.pane,
          limit.server,
          clock.now(),
          limit.wording ?? null,
          limit.resets ?? null,
        ],
      );
      append("limit-reached", limit.agent, limit);
      return this.#get(Number(lastInsertRowid))!;
    });
  }

  /**
   * Writes down that the screen words the end in another way.
   *
   * @param id The limit.
   * @param end The words, and the time they mean.
   */
  reword(id: number, end: Pick<NewLimit, "wording" | "resets">): void {
    this.#change(
      id,
      "limit-reworded",
      `UPDATE limits SET wording = ?, resets = ?, note = NULL
       WHERE id = ? AND status = 'waiting'`,
      [end.wording ?? null, end.resets ?? null, id],
      end,
    );
  }

  /**
   * Claims a limit for waking its agent. Exactly one claimant succeeds.
   *
   * @param id The limit.
   * @returns Whether it is the caller's now.
   */
  claim(id: number): boolean {
    return this.#change(
      id,
      "limit-claimed",
      `UPDATE limits SET status = 'waking'
       WHERE id = ? AND status = 'waiting' AND note IS NULL`,
      [id],
      {},
    );
  }

  /**
   * Writes down that the agent was told to go on.
   *
   * @param id The limit.
   * @returns Whether it was being told.
   */
  woken(id: number): boolean {
    return this.#change(
      id,
      "limit-woken",
      `UPDATE limits SET status = 'over', woken = ?
       WHERE id = ? AND status = 'waking'`,
      [this.#with.clock.now(), id],
      {},
    );
  }

  /**
   * Leaves the waking to a person.
   *
   * @param id The limit.
   * @param note Why orch does not do it.
   * @returns Whether it was orch's until now.
   */
  handOver(id: number, note: string): boolean {
    return this.#change(
      id,
      "limit-handed-over",
      `UPDATE limits SET status = 'waiting', note = ?
       WHERE id = ? AND status <> 'over' AND note IS NULL`,
      [note, id],
      { note },
    );
  }

  /**
   * Writes down that the screen shows the limit no more.
   *
   * @param id The limit.
   * @returns Whether it was not over until now.
   */
  lifted(id: number): boolean {
    return this.#change(
      id,
      "limit-lifted",
      "UPDATE limits SET status = 'over' WHERE id = ? AND status <> 'over'",
      [id],
      {},
    );
  }

  /**
   * Finds the latest limit of an agent.
   *
   * @param agent The agent's name.
   * @returns The limit, which may be over; `undefined` if there was none.
   */
  latest(agent: string): LimitRecord | undefined {
    const row = this.#with.sql.get(
      "SELECT * FROM limits WHERE agent = ? ORDER BY id DESC LIMIT 1",
      [agent],
    );
    return row && limitOfRow(row);
  }

  /** All limits that are not over, by agent. */
  open(): LimitRecord[] {
    return this.#with.sql.all(
      "SELECT * FROM limits WHERE status <> 'over' ORDER BY agent",
      [],
    ).map(limitOfRow);
  }

  #get(id: number): LimitRecord | undefined {
    const row = this.#with.sql.get("SELECT * FROM limits WHERE id = ?", [id]);
    return row && limitOfRow(row);
  }

  #change(
    id: number,
    type: EventType,
    statement: string,
    values: SQLInputValue[],
    data: object,
  ): boolean {
    const { database, sql, append } = this.#with;
    return transaction(database, () => {
      const changed = Number(sql.run(statement, values).changes) === 1;
      if (changed) append(type, this.#get(id)!.agent, { limit: id, ...data });
      return changed;
    });
  }
}

/** Reads a row of `limits`; the CHECKs of the table vouch for the casts. */
function limitOfRow(row: Row): LimitRecord {
  const optional = <T>(column: string, read: (value: unknown) => T) =>
    row[column] === null ? undefined : read(row[column]);
  return {
    id: Number(row["id"]),
    agent: String(row["agent"]),
    pane: String(row["pane"]),
    server: String(row["server"]),
    since: Number(row["since"]),
    wording: optional("wording", String),
    resets: optional("resets", Number),
    status: String(row["status"]) as LimitStatus,
    note: optional("note", String),
    woken: optional("woken", Number),
  };
}
