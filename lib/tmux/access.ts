import type { Clock } from "../clock/mod.ts";
import { ExitCode, OrchError } from "../errors/mod.ts";
import type { Channel, ChannelOptions } from "./channel.ts";
import { Connection } from "./connection.ts";
import { OneShot } from "./one_shot.ts";
import { inQuietMoment } from "./quiet_moment.ts";
import type { Reply } from "./replies.ts";
import { TmuxError } from "./tmux_error.ts";
import { parseTmuxVersion } from "./tmux_version.ts";

/** How long to wait before a lost connection is made again, at first. */
const firstPause = 50;

/** How long to wait at most, both in milliseconds. */
const longestPause = 2000;

/**
 * Access to a server: one client per command, until somebody watches. From then
 * on everything goes through the watch's lasting connection.
 */
export class Access {
  /** Where time comes from. */
  readonly clock: Clock;
  /** How the server is reached. */
  readonly options: ChannelOptions;
  readonly #oneShot: OneShot;
  #lasting: Connection | undefined;
  #opening: Promise<Connection> | undefined;
  #holders = 0;
  #closed = false;

  /**
   * Prepares the access; nothing is started yet.
   *
   * @param options How the server is reached.
   * @param clock Where time comes from.
   */
  constructor(options: ChannelOptions, clock: Clock) {
    this.options = options;
    this.clock = clock;
    this.#oneShot = new OneShot({ ...options, start: false });
  }

  /**
   * Looks whether tmux is there and new enough, and its server if it must be.
   *
   * @throws {OrchError} When something is missing.
   */
  async meet(): Promise<void> {
    try {
      const ask = "display-message -p '#{version}'";
      const [reply] = await this.run([ask], "display-message");
      parseTmuxVersion(reply?.lines[0] ?? "");
    } catch (error) {
      if (!this.mayBeAbsent(error)) throw error;
    }
  }

  /**
   * Tells whether an error says no more than that no server runs yet, where one
   * may be started. While somebody watches, a server that cannot be reached is
   * never taken for one that has nothing in it.
   *
   * @param error The error.
   * @returns Whether to go on as with an empty server.
   */
  mayBeAbsent(error: unknown): boolean {
    return this.options.start && this.#holders === 0 &&
      error instanceof OrchError && !(error instanceof TmuxError) &&
      error.exitCode === ExitCode.notFound;
  }

  /** Whether it was closed on purpose. */
  get closed(): boolean {
    return this.#closed;
  }

  /** What commands go through now. */
  get channel(): Channel {
    if (this.#closed) {
      throw new OrchError("The connection to tmux was closed by orch itself");
    }
    const lasting = this.#lasting;
    return lasting && !lasting.over ? lasting : this.#oneShot;
  }

  /** What commands go through that may have to start a server. */
  get starting(): Channel {
    const { channel, options } = this;
    return channel === this.#oneShot ? new OneShot(options) : channel;
  }

  /**
   * Runs commands in one pass of the server.
   *
   * @param commands Quoted commands.
   * @param subcommand What to call them in an error.
   * @param target What they are about.
   * @param channel What they go through.
   * @returns One reply each.
   * @throws {TmuxError} When one fails.
   */
  async run(
    commands: readonly string[],
    subcommand: string,
    target?: string,
    channel: Channel = this.channel,
  ): Promise<Reply[]> {
    const replies = await channel.run(commands);
    const last = replies.at(-1);
    if (last?.ok) return replies;
    const reason = last?.lines.join(" ") || "no answer";
    throw new TmuxError(reason, { subcommand, target });
  }

  /**
   * Opens or closes a session, which tmux announces.
   *
   * @typeParam T What the action returns.
   * @param action What to do.
   * @returns What the action returned.
   */
  announced<T>(action: () => Promise<T>): Promise<T> {
    const { channel } = this;
    return inQuietMoment({ take: channel, giveBack: () => channel }, action);
  }

  /**
   * Opens the lasting connection, or shares the one that is open.
   *
   * @returns The connection; {@linkcode Access.release} it.
   * @throws {OrchError} When there is no server and none may be started.
   */
  async hold(): Promise<Connection> {
    this.#holders++;
    try {
      return await this.#open(this.options);
    } catch (error) {
      await this.release();
      throw error;
    }
  }

  /** Closes the lasting connection when its last holder has let go. */
  async release(): Promise<void> {
    if (--this.#holders > 0) return;
    const lasting = this.#lasting;
    this.#lasting = undefined;
    if (lasting) await this.#end(lasting);
  }

  /**
   * Makes a lost connection again, ever more slowly, but starts no server.
   *
   * @param signal Ends the wait.
   * @returns The connection, or `undefined` when the wait was ended.
   */
  async reconnect(signal: AbortSignal): Promise<Connection | undefined> {
    const lost = this.#lasting?.server;
    let pause = firstPause;
    let before: string | undefined;
    for (;; pause = Math.min(longestPause, pause * 2)) {
      await this.clock.sleep(pause, signal);
      if (signal.aborted || this.#closed) return undefined;
      const seen = await this.#look();
      // A new server may still be getting its sessions from whoever started it.
      const calm = seen !== undefined &&
        (seen === before || seen.startsWith(`${lost}\n`));
      if (seen !== undefined && seen !== before) pause = firstPause;
      before = seen;
      if (!calm) continue;
      const options = { ...this.options, start: false };
      const opened = await this.#open(options).catch(() => undefined);
      if (opened) return opened;
    }
  }

  /** Closes it for good. */
  async close(): Promise<void> {
    this.#closed = true;
    const opened = await this.#opening?.catch(() => undefined);
    const lasting = opened ?? this.#lasting;
    if (lasting) await this.#end(lasting);
  }

  /** The server's identity and sessions; `undefined` when there is none. */
  async #look(): Promise<string | undefined> {
    const replies = await this.#oneShot.run([
      "display-message -p '#{pid} #{start_time}'",
      "list-sessions -F '#{session_id} #{session_windows}'",
    ]).catch(() => []);
    const lines = replies.flatMap(({ lines }) => lines);
    return replies[1]?.ok ? lines.join("\n") : undefined;
  }

  async #open(options: ChannelOptions): Promise<Connection> {
    if (this.#lasting && !this.#lasting.over) return this.#lasting;
    const channels = { take: this.#oneShot, giveBack: () => this.#oneShot };
    const open = () => Connection.open(options);
    this.#opening ??= inQuietMoment(channels, open)
      .finally(() => this.#opening = undefined);
    this.#lasting = await this.#opening;
    return this.#lasting;
  }

  async #end(connection: Connection): Promise<void> {
    const channels = { take: connection, giveBack: () => this.#oneShot };
    await inQuietMoment(channels, () => connection.close());
  }
}
