import { DatabaseSync } from "node:sqlite";
import { dirname } from "node:path";
import { OrchError } from "../errors/mod.ts";
import { migrations } from "./schema.ts";

/** How long a writer waits for another one, in milliseconds. */
const busyTimeout = 5000;

/**
 * Opens a journal's database and brings it to the newest version.
 *
 * Requires `--allow-read` and `--allow-write` for the folder (SQLite keeps two
 * more files beside the database).
 *
 * @param file Where it is; made, with its folder, when it is not there.
 * @param create Whether to make it.
 * @returns The open database.
 * @throws {OrchError} When it is broken, newer than this orch, or cannot be
 * opened. It is left as it is.
 */
export function openDatabase(file: string, create: boolean): DatabaseSync {
  const folder = dirname(file);
  let database: DatabaseSync | undefined;
  try {
    if (create) Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
    else Deno.statSync(file);
    database = new DatabaseSync(file, { timeout: busyTimeout });
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    migrate(database, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof OrchError) throw error;
    throw explain(error, file);
  }
}

/**
 * Runs `change` so that it happens whole or not at all, alone among writers.
 *
 * `BEGIN IMMEDIATE`: a deferred transaction that reads and then writes fails
 * at once when another process wrote in between, whatever the busy time-out.
 *
 * @param database The database.
 * @param change What is to happen.
 * @returns What `change` returns; what it throws is thrown on, and nothing has
 * happened.
 */
export function transaction<T>(database: DatabaseSync, change: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = change();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function migrate(database: DatabaseSync, file: string): void {
  if (versionOf(database) === migrations.length) return;
  transaction(database, () => {
    // Read again under the lock: another process may have been faster.
    const version = versionOf(database);
    if (version > migrations.length) {
      throw new OrchError(
        `The journal ${file} was written by a newer orch ` +
          `(version ${version}, this one knows ${migrations.length})`,
        { hint: "update orch, or set XDG_STATE_HOME to another folder" },
      );
    }
    for (const step of migrations.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

function versionOf(database: DatabaseSync): number {
  const row = database.prepare("PRAGMA user_version").get();
  return Number(row?.["user_version"]);
}

function explain(error: unknown, file: string): OrchError {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof Deno.errors.NotFound) {
    return new OrchError(`There is no journal at ${file}`, {
      hint: "orch setup",
      exitCode: 3,
      cause: error,
    });
  }
  if (/not a database|malformed|corrupt|encrypted/i.test(reason)) {
    return new OrchError(`The journal ${file} is broken: ${reason}`, {
      hint: `keep a copy and start anew: mv '${file}' '${file}.broken'`,
      cause: error,
    });
  }
  return new OrchError(`Cannot open the journal ${file}: ${reason}`, {
    hint: `check that ${dirname(file)} is a folder you may write to`,
    cause: error,
  });
}
