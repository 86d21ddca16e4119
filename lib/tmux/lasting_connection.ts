import type { Clock } from "../clock/mod.ts";
import { Connection, type ConnectionOptions } from "./connection.ts";
import type { Reply } from "./replies.ts";
import { TmuxError } from "./tmux_error.ts";

/** How long to wait before a lost connection is made again, at first. */
const firstPause = 50;

/** How long to wait at most, both in milliseconds. */
const longestPause = 2000;

/** A connection that is made again when it was lost and somebody asks. */
export class LastingConnection {
  /** Where time comes from. */
  readonly clock: Clock;
  /** How it is made again: never by starting a server. */
  readonly options: ConnectionOptions;
  #connection: Connection;
  #closed = false;

  /**
   * Takes over a connection.
   *
   * @param connection The connection.
   * @param socket How its server is reached.
   * @param clock Where time comes from.
   */
  constructor(
    connection: Connection,
    socket: string | undefined,
    clock: Clock,
  ) {
    this.#connection = connection;
    this.options = { socket, start: false };
    this.clock = clock;
  }

  /** The connection in use; it may be over. */
  get current(): Connection {
    return this.#connection;
  }

  /** Whether it was closed on purpose. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Runs commands in one pass of the server.
   *
   * @param commands Quoted commands.
   * @param subcommand What to call them in an error.
   * @param target What they are about.
   * @returns One reply each.
   * @throws {TmuxError} When one fails.
   */
  async run(
    commands: readonly string[],
    subcommand: string,
    target: string | undefined,
  ): Promise<Reply[]> {
    const replies = await this.#connection.run(commands);
    const last = replies.at(-1);
    if (last?.ok) return replies;
    const reason = last?.lines.join(" ") || "no answer";
    throw new TmuxError(reason, { subcommand, target });
  }

  /**
   * Makes a lost connection again, ever more slowly.
   *
   * @param signal Ends the wait.
   * @returns The connection, or `undefined` when the wait was ended.
   */
  async reconnect(signal: AbortSignal): Promise<Connection | undefined> {
    let pause = firstPause;
    for (;; pause = Math.min(longestPause, pause * 2)) {
      await this.clock.sleep(pause, signal);
      if (signal.aborted || this.#closed) return undefined;
      if (!this.#connection.over) return this.#connection;
      const opened = await Connection.open(this.options)
        .catch(() => undefined);
      if (!opened) continue;
      // Another watch may have been faster, or the end may have come.
      if (!this.#connection.over || this.#closed) await opened.close();
      else this.#connection = opened;
    }
  }

  /** Closes it for good. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection.close();
  }
}
