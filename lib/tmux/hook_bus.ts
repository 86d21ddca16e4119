import { Connection, type ConnectionOptions } from "./connection.ts";

/** What tells that a screen may have changed without being asked. */
const events = [
  "alert-bell",
  "pane-title-changed",
  "pane-died",
  "pane-exited",
  "session-created",
  "session-closed",
  "window-linked",
  "window-unlinked",
];

/** A hook that orch installed, by the process id of its client. */
const installed = /^(\S+\[(\d+)\]) .*wait-for -S orch-\2\b/;

/**
 * Hears from tmux when something happens, without asking.
 *
 * A control client of its own blocks in `wait-for`; global hooks wake it. The
 * hooks stand at the index of the client's process id, beside the person's
 * own and those of other watchers, and hold no text from any pane. They are
 * taken away at the end, and by the next watcher if this one was killed.
 */
export class HookBus {
  /** Resolves when the client has ended. */
  readonly ended: Promise<void>;
  readonly #client: Connection;
  readonly #main: Connection;
  readonly #channel: string;
  readonly #listening: Promise<void>;
  #closing = false;

  private constructor(client: Connection, main: Connection, ring: () => void) {
    this.#client = client;
    this.#main = main;
    this.#channel = `orch-${client.pid}`;
    this.ended = client.ended;
    this.#listening = this.#listen(ring);
  }

  /**
   * Installs the hooks.
   *
   * @param main Where the hooks are installed and removed.
   * @param options How to reach the same server.
   * @param ring Called when something happened.
   * @returns The bus; close it.
   */
  static async open(
    main: Connection,
    options: ConnectionOptions,
    ring: () => void,
  ): Promise<HookBus> {
    const client = await Connection.open({ ...options, start: false });
    const bus = new HookBus(client, main, ring);
    try {
      await removeStaleHooks(main);
      await main.run(
        events.map((event) =>
          `set-hook -g ${event}[${client.pid}] "wait-for -S ${bus.#channel}"`
        ),
      );
      return bus;
    } catch (error) {
      await bus.close();
      throw error;
    }
  }

  /** Removes the hooks and ends the client. */
  async close(): Promise<void> {
    this.#closing = true;
    const remove = events.map((event) =>
      `set-hook -gu ${event}[${this.#client.pid}]`
    );
    // The signal last: a client that is blocked does not see its input end.
    const commands = [...remove, `wait-for -S ${this.#channel}`];
    await this.#main.run(commands).catch(() => {});
    await this.#client.close();
    await this.#listening;
  }

  async #listen(ring: () => void): Promise<void> {
    while (!this.#closing) {
      try {
        await this.#client.run([`wait-for ${this.#channel}`]);
      } catch {
        return;
      }
      ring();
    }
  }
}

/** Removes the hooks of watchers that were killed. */
async function removeStaleHooks(main: Connection): Promise<void> {
  const [clients, session, window] = await main.run([
    "list-clients -F '#{client_pid}'",
    "show-hooks -g",
    "show-hooks -gw",
  ]);
  const alive = new Set(clients?.lines);
  const stale = [...session?.lines ?? [], ...window?.lines ?? []]
    .map((line) => installed.exec(line))
    .filter((match) => match !== null)
    .filter(([, , pid]) => pid !== undefined && !alive.has(pid))
    .map(([, hook]) => `set-hook -gu ${hook}`);
  if (stale.length > 0) await main.run(stale);
}
