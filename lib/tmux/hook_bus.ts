import { systemClock } from "../clock/mod.ts";
import type { ChannelOptions } from "./channel.ts";
import { inQuietMoment } from "./quiet_moment.ts";
import type { Connection } from "./connection.ts";
import { openQuietly } from "./open_quietly.ts";

/** What tells that a screen may have changed, in the tables tmux keeps it. */
const events = {
  session: [
    "alert-bell",
    "session-created",
    "session-closed",
    "window-linked",
    "window-unlinked",
  ],
  window: ["pane-title-changed", "pane-died", "pane-exited"],
};

/** The flags that list, and the events that are listed by, each table. */
const tables = [
  { flags: "-g", events: events.session },
  { flags: "-gw", events: events.window },
];

/** A hook that orch installed, by the process id of its client. */
const installed = /^(\S+\[(\d+)\]) .*wait-for -S orch-\2-/;

/**
 * Hears from tmux when something happens, without asking.
 *
 * A control client of its own blocks in `wait-for`; global hooks wake it. The
 * hooks stand at the index of the client's process id, beside the person's
 * own and those of other watchers, and hold no text from any pane. They are
 * taken away at the end, and by the next watcher if this one was killed.
 */
export class HookBus {
  readonly #client: Connection;
  readonly #main: Connection;
  readonly #channel: string;
  readonly #listening: Promise<void>;
  #closing = false;

  private constructor(client: Connection, main: Connection, ring: () => void) {
    this.#client = client;
    this.#main = main;
    // Never shared: a signal is only kept for later while nobody waits for it.
    this.#channel = `orch-${client.pid}-${crypto.randomUUID()}`;
    this.#listening = this.#listen(ring);
  }

  /**
   * Installs the hooks, and removes those of watchers that were killed.
   *
   * @param main Where the hooks are installed and removed.
   * @param options How to reach the same server.
   * @param ring Called when something happened.
   * @returns The bus; close it.
   */
  static async open(
    main: Connection,
    options: ChannelOptions,
    ring: () => void,
  ): Promise<HookBus> {
    const client = await openQuietly(main, { ...options, start: false });
    const bus = new HookBus(client, main, ring);
    try {
      await removeStaleHooks(main);
      await bus.repair();
      return bus;
    } catch (error) {
      await bus.close();
      throw error;
    }
  }

  /** Whether the client has ended. */
  get over(): boolean {
    return this.#client.over;
  }

  /**
   * Installs the hooks that are missing.
   *
   * A person who loads their configuration again can wipe them out with a
   * `set-hook` that names no index.
   */
  async repair(): Promise<void> {
    for (const { flags, events } of tables) {
      const [listed] = await this.#main.run([`show-hooks ${flags}`]);
      const present = listed?.lines.map((line) => line.split(" ")[0]);
      for (const event of events) {
        const hook = `${event}[${this.#client.pid}]`;
        if (present?.includes(hook)) continue;
        await this.#main.run([
          `set-hook -g ${hook} "wait-for -S ${this.#channel}"`,
        ]);
      }
    }
  }

  /** Removes the hooks and ends the client. */
  async close(): Promise<void> {
    this.#closing = true;
    const { pid } = this.#client;
    const remove = [...events.session, ...events.window]
      .map((event) => `set-hook -gu ${event}[${pid}]`);
    await this.#main.run(remove).catch(() => {});
    await this.#wake();
    const channels = { take: this.#main, giveBack: () => this.#main };
    await inQuietMoment(channels, () => this.#client.close());
  }

  /**
   * Ends the wait: a client that is blocked does not see its input end.
   *
   * A signal wakes who waits, or is kept for who comes to wait; but while one
   * is kept, the next takes it away. So it is given until it was heard.
   */
  async #wake(): Promise<void> {
    const heard = new AbortController();
    const { signal } = heard;
    this.#listening.then(() => heard.abort());
    while (!signal.aborted && !this.#main.over) {
      await this.#main.run([`wait-for -S ${this.#channel}`]).catch(() => {});
      await systemClock.sleep(20, signal);
    }
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

async function removeStaleHooks(main: Connection): Promise<void> {
  const [clients, ...hooks] = await main.run([
    "list-clients -F '#{client_pid}'",
    ...tables.map(({ flags }) => `show-hooks ${flags}`),
  ]);
  const alive = new Set(clients?.lines);
  const stale = hooks.flatMap(({ lines }) => lines)
    .map((line) => installed.exec(line))
    .filter((match) => match !== null)
    .filter(([, , pid]) => pid !== undefined && !alive.has(pid))
    .map(([, hook]) => `set-hook -gu ${hook}`);
  if (stale.length > 0) await main.run(stale);
}
