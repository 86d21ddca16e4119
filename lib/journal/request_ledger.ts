import type { SQLInputValue } from "node:sqlite";
import { maskSecrets, maskValue } from "../secrets/mod.ts";
import { transaction } from "./database.ts";
import type { EventType } from "./event_record.ts";
import type { LedgerOptions } from "./ledger.ts";
import { maskRequest } from "./mask_request.ts";
import { type RequestFilter, requestQuery } from "./request_filter.ts";
import type {
  Answer,
  AnsweredBy,
  NewRequest,
  RecordedVerdict,
  RequestOutcome,
  RequestRecord,
} from "./request_record.ts";
import {
  type RequestTally,
  sinceQuery,
  tallyOf,
  waitingQuery,
} from "./request_tally.ts";
import { requestOfRow } from "./rows.ts";

/**
 * The part of the journal that holds requests: what was asked, who claimed it,
 * and what became of it.
 *
 * Every change of a request is one transaction that also appends an event.
 * Whoever has written a request down gets it back as it was until it is
 * closed; everyone else gets it without its secrets.
 */
export class RequestLedger {
  readonly #with: LedgerOptions;
  /** Requests with secrets in them, as long as they are not closed. */
  readonly #exact = new Map<number, unknown>();

  /**
   * Creates the ledger.
   *
   * @param options The database, and how history is written.
   */
  constructor(options: LedgerOptions) {
    this.#with = options;
  }

  /**
   * Writes down a request that was seen.
   *
   * @param request What was seen.
   * @returns The request's number.
   */
  record(request: NewRequest): number {
    const masked = maskRequest(request.request);
    const summary = maskSecrets(request.summary);
    return transaction(this.#with.database, () => {
      const { lastInsertRowid } = this.#with.sql.run(
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
      this.#with.append("request-seen", request.agent, {
        pane: request.pane,
        summary,
        ...(request.channel !== undefined && { channel: request.channel }),
      }, id);
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
  show(
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
  tell(id: number): boolean {
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
      [JSON.stringify(maskValue(verdict)), this.#with.clock.now(), status, id],
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
      [by, answer, this.#with.clock.now(), id],
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
  close(
    id: number,
    by: AnsweredBy,
    outcome: RequestOutcome,
  ): boolean {
    return this.#change(
      id,
      "request-closed",
      `UPDATE requests SET status = 'closed', by = ?, outcome = ?, closed = ?
       WHERE id = ? AND status <> 'closed'`,
      [by, outcome, this.#with.clock.now(), id],
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
  find(id: number): RequestRecord | undefined {
    const row = this.#with.sql.get("SELECT * FROM requests WHERE id = ?", [id]);
    return row && this.#known(requestOfRow(row));
  }

  /**
   * Lists requests, oldest first.
   *
   * @param filter Which ones.
   * @returns The requests.
   */
  all(filter: RequestFilter = {}): RequestRecord[] {
    const { sql, values } = requestQuery(filter);
    return this.#with.sql.all(sql, values).map((row) =>
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
      this.#with.sql.all(waitingQuery, []),
      this.#with.sql.all(sinceQuery, [since]),
    );
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
    return transaction(this.#with.database, () => {
      const changed = Number(this.#with.sql.run(sql, values).changes) === 1;
      if (changed) {
        this.#with.append(type, this.find(id)!.agent, data, id);
      }
      return changed;
    });
  }
}
