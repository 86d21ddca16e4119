import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Clock, systemClock } from "../clock/mod.ts";
import { maskSecrets, maskValue } from "../secrets/mod.ts";
import { AgentLedger } from "./agent_ledger.ts";
import { openDatabase, transaction } from "./database.ts";
import type { EventRecord, EventType } from "./event_record.ts";
import type {
  Answer,
  AnsweredBy,
  NewRequest,
  RecordedVerdict,
  RequestOutcome,
  RequestRecord,
} from "./request_record.ts";
import { type RequestFilter, requestQuery } from "./request_filter.ts";
import {
  type RequestTally,
  sinceQuery,
  tallyOf,
  waitingQuery,
} from "./request_tally.ts";
import { eventOfRow, requestOfRow } from "./rows.ts";
import type { LedgerOptions } from "./ledger.ts";
import { LimitLedger } from "./limit_ledger.ts";
import { maskRequest } from "./mask_request.ts";
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
 * No secret is written down. Whoever has written a request down gets it back
 * as it was until it is closed; everyone else gets it without its secrets.
 *
 * @example Usage
 * ```ts
 * import { Journal } from "./journal.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * using journal = Journal.open(`${folder}/journal.db`);
 * const id = journal.recordRequest({
 *   agent: "web",
 *   pane: "%1",
 *   server: "42 1700000000",
 *   fingerprint: "f",
 *   request: { kind: "command", command: "npm test" },
 *   summary: "npm test",
 *   seen: Date.now(),
 * });
 * assert.equal(journal.claim(id, "orch", "once"), true);
 * assert.equal(journal.claim(id, "person", "once"), false);
 * ```
 */
export class Journal implements Disposable {
  #database: DatabaseSync;
  #sql: Statements;
  #clock: Clock;
  /** Requests with secrets in them, as long as they are not closed. */
  readonly #exact = new Map<number, unknown>();
  /** The agents. */
  readonly agents: AgentLedger;
  /** The agents' usage limits. */
  readonly limits: LimitLedger;

  private constructor(database: DatabaseSync, clock: Clock) {
    this.#database = database;
    this.#sql = new Statements(database);
    this.#clock = clock;
    const ledger: LedgerOptions = {
      database,
      sql: this.#sql,
      clock,
      append: (type, agent, data) => this.#append(type, agent, undefined, data),
    };
    this.agents = new AgentLedger(ledger);
    this.limits = new LimitLedger(ledger);
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
   * Writes down a request that was seen.
   *
   * @param request What was seen.
   * @returns The request's number.
   */
  recordRequest(request: NewRequest): number {
    const masked = maskRequest(request.request);
    const summary = maskSecrets(request.summary);
    return transaction(this.#database, () => {
      const { lastInsertRowid } = this.#sql.run(
        `INSERT INTO requests
           (agent, pane, server, fingerprint, request, summary, seen, channel)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          request.agent,
          request.pane,
          request.server,
          request.fingerprint,
          JSON.stringify(masked),
          summary,
          request.seen,
          request.channel ?? "screen",
        ],
      );
      const id = Number(lastInsertRowid);
      if (masked !== request.request) this.#exact.set(id, request.request);
      this.#append("request-seen", request.agent, id, {
        pane: request.pane,
        summary,
        ...(request.channel !== undefined && { channel: request.channel }),
      });
      return id;
    });
  }

  /**
   * Writes down the dialog of a request that a hook has told.
   *
   * @param id The request.
   * @param dialog The request as its dialog shows it, what identifies it, and
   * its summary, if that is another one now.
   * @returns Whether it was still unfinished.
   */
  showRequest(
    id: number,
    dialog:
      & Pick<NewRequest, "fingerprint" | "request">
      & Partial<Pick<NewRequest, "summary">>,
  ): boolean {
    const masked = maskRequest(dialog.request);
    if (masked !== dialog.request) this.#exact.set(id, dialog.request);
    else this.#exact.delete(id);
    return this.#change(
      id,
      "request-shown",
      `UPDATE requests SET fingerprint = ?, request = ?,
       summary = COALESCE(?, summary)
       WHERE id = ? AND status <> 'closed'`,
      [
        dialog.fingerprint,
        JSON.stringify(masked),
        dialog.summary === undefined ? null : maskSecrets(dialog.summary),
        id,
      ],
      {},
    );
  }

  /**
   * Writes down that a hook has told a request, too, whose dialog was seen.
   *
   * @param id The request.
   * @returns Whether that is news.
   */
  tellRequest(id: number): boolean {
    return this.#change(
      id,
      "request-told",
      `UPDATE requests SET channel = 'hook'
       WHERE id = ? AND status <> 'closed' AND channel <> 'hook'`,
      [id],
      {},
    );
  }

  /**
   * Writes a verdict down; a request that is not to be allowed waits from here
   * on.
   *
   * @param id The request.
   * @param verdict The verdict.
   */
  decide(id: number, verdict: RecordedVerdict): void {
    const status = verdict.decision === "ask" ? "waiting" : "open";
    this.#change(
      id,
      "request-decided",
      `UPDATE requests SET verdict = ?, decided = ?, status = ?
       WHERE id = ? AND status IN ('open', 'waiting')`,
      [JSON.stringify(maskValue(verdict)), this.#clock.now(), status, id],
      verdict,
    );
  }

  /**
   * Claims a request for answering. Exactly one claimant succeeds.
   *
   * @param id The request.
   * @param by Who is going to answer.
   * @param answer What the answer will be.
   * @returns Whether the request is the caller's now.
   */
  claim(id: number, by: AnsweredBy, answer: Answer): boolean {
    return this.#change(
      id,
      "request-claimed",
      `UPDATE requests SET status = 'answering', by = ?, answer = ?,
         claimed = ?, attempts = attempts + 1
       WHERE id = ? AND status IN ('open', 'waiting')`,
      [by, answer, this.#clock.now(), id],
      { by, answer },
    );
  }

  /**
   * Gives a claimed or undecided request to a person.
   *
   * @param id The request.
   * @param note Why orch does not answer it.
   * @returns Whether it waits now.
   */
  release(id: number, note: string): boolean {
    return this.#change(
      id,
      "request-released",
      `UPDATE requests SET status = 'waiting', by = NULL, answer = NULL,
         note = ? WHERE id = ? AND status IN ('open', 'answering')`,
      [maskSecrets(note), id],
      { note },
    );
  }

  /**
   * Closes a request whose dialog is gone.
   *
   * @param id The request.
   * @param by Who answered.
   * @param outcome What became of it.
   * @returns Whether it was still unfinished.
   */
  closeRequest(
    id: number,
    by: AnsweredBy,
    outcome: RequestOutcome,
  ): boolean {
    return this.#change(
      id,
      "request-closed",
      `UPDATE requests SET status = 'closed', by = ?, outcome = ?, closed = ?
       WHERE id = ? AND status <> 'closed'`,
      [by, outcome, this.#clock.now(), id],
      { by, outcome },
    );
  }

  /**
   * Fills in what became of a request that was closed as `unknown`.
   *
   * @param id The request.
   * @param outcome What became of it.
   * @returns Whether it was unknown until now.
   */
  settle(id: number, outcome: RequestOutcome): boolean {
    return this.#change(
      id,
      "request-settled",
      `UPDATE requests SET outcome = ?
       WHERE id = ? AND status = 'closed' AND outcome = 'unknown'`,
      [outcome, id],
      { outcome },
    );
  }

  /**
   * Marks a request as learned from.
   *
   * @param id The request.
   * @param changes What it taught.
   */
  markLearned(id: number, changes: readonly unknown[]): void {
    this.#change(
      id,
      "rule-changed",
      "UPDATE requests SET learned = 1 WHERE id = ? AND learned = 0",
      [id],
      changes,
    );
  }

  /**
   * Finds a request by its number.
   *
   * @param id The number.
   * @returns The request, or `undefined`.
   */
  request(id: number): RequestRecord | undefined {
    const row = this.#sql.get("SELECT * FROM requests WHERE id = ?", [id]);
    return row && this.#known(requestOfRow(row));
  }

  /**
   * Lists requests, oldest first.
   *
   * @param filter Which ones.
   * @returns The requests.
   */
  requests(filter: RequestFilter = {}): RequestRecord[] {
    const { sql, values } = requestQuery(filter);
    return this.#sql.all(sql, values).map((row) =>
      this.#known(requestOfRow(row))
    );
  }

  /**
   * Counts requests without reading them: a journal can hold a million.
   *
   * @param since Only those first seen at or after this time count as an
   * agent's requests, in milliseconds since 1970; all that wait do.
   * @returns The counts, by the agent's name; agents without any are left out.
   */
  tally(since: number): Map<string, RequestTally> {
    return tallyOf(
      this.#sql.all(waitingQuery, []),
      this.#sql.all(sinceQuery, [since]),
    );
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

  /** Puts back what this process has written down itself. */
  #known(record: RequestRecord): RequestRecord {
    if (record.status === "closed") this.#exact.delete(record.id);
    const request = this.#exact.get(record.id);
    return request === undefined ? record : { ...record, request };
  }

  /** Runs an update; when it changed the request, appends the event. */
  #change(
    id: number,
    type: EventType,
    sql: string,
    values: SQLInputValue[],
    data: unknown,
  ): boolean {
    return transaction(this.#database, () => {
      const changed = Number(this.#sql.run(sql, values).changes) === 1;
      if (changed) {
        const agent = this.request(id)!.agent;
        this.#append(type, agent, id, data);
      }
      return changed;
    });
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
