import type { RecordedCall, Records } from "../agents/mod.ts";
import { fileStamp } from "../files/mod.ts";
import { recordTail } from "./record_tail.ts";

/** One of an agent's records, read again only when it has changed. */
export class RecordFile {
  readonly #records: Records;
  readonly #path: string;
  #latest: { stamp: string; calls: readonly RecordedCall[] } | undefined;

  /**
   * Creates a reader.
   *
   * @param records What the kind of agent says of its records.
   * @param path Where the record is. It need not be there yet.
   */
  constructor(records: Records, path: string) {
    this.#records = records;
    this.#path = path;
  }

  /**
   * Gives the latest calls.
   *
   * Requires `--allow-read` for the record.
   *
   * @returns The calls, oldest first.
   * @throws {Error} When the record is there and cannot be read.
   */
  async calls(): Promise<readonly RecordedCall[]> {
    // The stamp first: what is appended meanwhile is read again next time.
    const stamp = await fileStamp(this.#path);
    if (this.#latest?.stamp !== stamp) {
      const calls = this.#records.calls(await recordTail(this.#path));
      this.#latest = { stamp, calls };
    }
    return this.#latest.calls;
  }
}
