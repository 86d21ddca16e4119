import type { DatabaseSync } from "node:sqlite";
import { type Clock, systemClock } from "../clock/mod.ts";
import { maskValue } from "../secrets/mod.ts";
import { AgentLedger } from "./agent_ledger.ts";
import { openDatabase } from "./database.ts";
import type { EventRecord, EventType } from "./event_record.ts";
import { eventOfRow } from "./rows.ts";
import type { LedgerOptions } from "./ledger.ts";
import { LimitLedger } from "./limit_ledger.ts";
import { OwnFileLedger } from "./own_file_ledger.ts";
import { RequestLedger } from "./request_ledger.ts";
import { Statements } from "./statements.ts";

/** How a journal is opened. */
export interface JournalOptions {
  /**
   * Where timestamps come from.
   *
   * @default {systemClock}
   */
  clock?: Clock;
  /**
   * Whether to make the journal when there is none.
   *
   * @default {true}
   */
  create?: boolean;
}

/**
 * The journal: agents, requests and the history of both.
 *
 * Every change of a request is one transaction that also appends an event, so
 * that a process killed at any instant leaves either all of it or nothing.
 *
 * No secret is written down.
 *
 * @example Usage
 * ```ts
 * import { Journal } from "./journal.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * using journal = Journal.open(`${folder}/journal.db`);
 * const id = journal.requests.record({
 *   agent: "web",
 *   pane: "%1",
 *   server: "42 1700000000",
 *   fingerprint: "f",
 *   request: { kind: "command", command: "npm test" },
 *   summary: "npm test",
 *   seen: Date.now(),
 * });
 * assert.equal(journal.requests.claim(id, "orch", "once"), true);
 * assert.equal(journal.requests.claim(id, "person", "once"), false);
 * ```
 */
export class Journal implements Disposable {
  #database: DatabaseSync;
  #sql: Statements;
  #clock: Clock;
  /** The agents. */
  readonly agents: AgentLedger;
  /** The agents' usage limits. */
  readonly limits: LimitLedger;
  /** What agents made themselves. */
  readonly ownFiles: OwnFileLedger;
  /** What agents have asked for. */
  readonly requests: RequestLedger;

  private constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#sql = new Statements(database);
    this.#clock = clock;
    const ledger: LedgerOptions = {
      database,
      sql: this.#sql,
      clock,
      append: (type, agent, data, request) =>
        this.#append(type, agent, request, data),
    };
    this.agents = new AgentLedger(ledger);
    this.limits = new LimitLedger(ledger);
    this.ownFiles = new OwnFileLedger(ledger);
    this.requests = new RequestLedger(ledger);
  }

  /**
   * Opens a journal, making it when there is none.
   *
   * Requires `--allow-read` and `--allow-write` for the file's folder.
   *
   * @param file Where the journal is.
   * @param options Clock, and whether to make it.
   * @returns The open journal; close it.
   * @throws {OrchError} When it is broken, newer than this orch, or cannot be
   * opened; it is left as it is.
   */
  static open(file: string, options: JournalOptions = {}): Journal {
    const { clock = systemClock, create = true } = options;
    return new Journal(openDatabase(file, create), clock);
  }

  /** Closes the journal. */
  close(): void {
    this.#database.close();
  }

  /** Closes the journal. */
  [Symbol.dispose](): void {
    this.close();
  }

  /**
   * Writes down something that is not about a request.
   *
   * @param type What it tells.
   * @param data Further facts. JSON-safe.
   */
  note(type: EventType, data: unknown): void {
    this.#append(type, undefined, undefined, data);
  }

  /**
   * Lists events, oldest first.
   *
   * @param after Only those with a greater id.
   * @returns The events.
   */
  events(after = 0): EventRecord[] {
    const sql = "SELECT * FROM events WHERE id > ? ORDER BY id";
    return this.#sql.all(sql, [after]).map(eventOfRow);
  }

  /**
   * Lists what is told of one request, oldest first.
   *
   * @param request The request's number.
   * @returns The events.
   */
  eventsOf(request: number): EventRecord[] {
    const sql = "SELECT * FROM events WHERE request = ? ORDER BY id";
    return this.#sql.all(sql, [request]).map(eventOfRow);
  }

  #append(
    type: EventType,
    agent: string | undefined,
    request: number | undefined,
    data: unknown,
  ): void {
    this.#sql.run(
      `INSERT INTO events (at, type, agent, request, data)
       VALUES (?, ?, ?, ?, ?)`,
      [
        this.#clock.now(),
        type,
        agent ?? null,
        request ?? null,
        JSON.stringify(maskValue(data ?? null)),
      ],
    );
  }
}
