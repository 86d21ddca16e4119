import type { LedgerOptions } from "./ledger.ts";

/** A file or folder that an agent made itself. */
export interface OwnFileRecord {
  /** Its path. Absolute. */
  readonly path: string;
  /** The request that made it. */
  readonly request: number;
  /** What it was like when the agent had made it; unset while that is open. */
  readonly stamp?: string;
}

/**
 * The part of the journal that holds what agents made themselves. It says
 * nothing that history would not, so that it leaves no event.
 */
export class OwnFileLedger {
  readonly #with: LedgerOptions;

  /**
   * Creates the ledger.
   *
   * @param options The database.
   */
  constructor(options: LedgerOptions) {
    this.#with = options;
  }

  /**
   * Writes down what an agent makes, replacing what stood under its path.
   *
   * @param agent The agent.
   * @param file The file.
   */
  put(agent: string, { path, request, stamp }: OwnFileRecord): void {
    this.#with.sql.run(
      `INSERT INTO own_files (agent, path, request, stamp) VALUES (?, ?, ?, ?)
       ON CONFLICT (agent, path) DO UPDATE SET request = excluded.request,
         stamp = excluded.stamp`,
      [agent, path, request, stamp ?? null],
    );
  }

  /**
   * Forgets a file.
   *
   * @param agent The agent.
   * @param path Its path.
   */
  forget(agent: string, path: string): void {
    this.#with.sql.run(
      "DELETE FROM own_files WHERE agent = ? AND path = ?",
      [agent, path],
    );
  }

  /**
   * Lists what an agent made.
   *
   * @param agent The agent.
   * @returns The files, in the order in which they were made.
   */
  of(agent: string): OwnFileRecord[] {
    return this.#with.sql.all(
      "SELECT * FROM own_files WHERE agent = ? ORDER BY request, path",
      [agent],
    ).map(({ path, request, stamp }) => ({
      path: String(path),
      request: Number(request),
      ...(stamp !== null && { stamp: String(stamp) }),
    }));
  }
}
