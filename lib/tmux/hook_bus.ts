import { systemClock } from "../clock/mod.ts";
import type { Channel } from "./channel.ts";
import { type Connection, hiddenSession } from "./connection.ts";
import { endLeftClients } from "./left_clients.ts";
import { OneShot } from "./one_shot.ts";
import { startTmux } from "./start_tmux.ts";

/** What tells that a screen may have changed, in the tables tmux keeps it. */
export const tables: readonly {
  readonly list: string;
  readonly events: readonly string[];
}[] = [
  {
    list: "show-hooks -g",
    events: [
      "alert-bell",
      "session-created",
      "session-closed",
      "window-linked",
      "window-unlinked",
    ],
  },
  {
    list: "show-hooks -gw",
    events: ["pane-title-changed", "pane-died", "pane-exited"],
  },
];

/** A hook that a watch installed, with its channel and its client's pid. */
export const installed: RegExp =
  /^(\S+\[\d+\]) .*wait-for -S (orch-(\d+)-[0-9a-f-]+)/;

/**
 * How long after it heard something the bus listens again, in milliseconds. It
 * takes a process to listen; in between, the watch looks by itself.
 */
const rest = 250;

/**
 * Hears from tmux when something happens, without asking.
 *
 * A client blocks in `wait-for`; global hooks wake it. It is no control
 * client, of which there should be as few as can be. The hooks stand at an
 * index of their own, beside the person's and those of other watches, and hold
 * no text from any pane. They are taken away at the end; if the watch was
 * killed, by the next one, and its client goes when it is signalled next.
 */
export class HookBus {
  readonly #main: Connection;
  readonly #socket: string | undefined;
  readonly #index: number;
  readonly #channel: string;
  readonly #listening: Promise<void>;
  readonly #closing = new AbortController();
  #waiter: Deno.ChildProcess | undefined;
  #over = false;

  private constructor(
    main: Connection,
    socket: string | undefined,
    ring: () => void,
  ) {
    this.#main = main;
    this.#socket = socket;
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    this.#index = 100 + random % 2 ** 30;
    // Never shared: a signal is only kept for later while nobody waits for it.
    this.#channel = `orch-${main.pid}-${crypto.randomUUID()}`;
    this.#listening = this.#listen(ring).catch(() => {})
      .finally(() => this.#over = true);
  }

  /**
   * Installs the hooks, and removes those of watches that were killed.
   *
   * @param main Where the hooks are installed and removed.
   * @param socket How to reach the same server.
   * @param ring Called when something happened.
   * @returns The bus; close it.
   */
  static async open(
    main: Connection,
    socket: string | undefined,
    ring: () => void,
  ): Promise<HookBus> {
    const bus = new HookBus(main, socket, ring);
    try {
      await removeStaleHooks(main);
      await endLeftClients(main, hiddenSession);
      await bus.repair();
      return bus;
    } catch (error) {
      await bus.close();
      throw error;
    }
  }

  /** Whether it has stopped to listen. */
  get over(): boolean {
    return this.#over;
  }

  /**
   * Installs the hooks that are missing.
   *
   * A person who loads their configuration again can wipe them out with a
   * `set-hook` that names no index.
   */
  async repair(): Promise<void> {
    for (const { list, events } of tables) {
      const [listed] = await this.#main.run([list]);
      const present = listed?.lines.map((line) => line.split(" ")[0]);
      for (const event of events) {
        const hook = this.#hook(event);
        if (present?.includes(hook)) continue;
        await this.#main.run([
          `set-hook -g ${hook} "wait-for -S ${this.#channel}"`,
        ]);
      }
    }
  }

  /** Removes the hooks and ends the client. */
  async close(): Promise<void> {
    this.#closing.abort();
    const events = tables.flatMap(({ events }) => events);
    // The server may live on without the connection that has found it.
    const channel: Channel = this.#main.over
      ? new OneShot({ socket: this.#socket, start: false })
      : this.#main;
    await removeHooks(channel, events.map((event) => this.#hook(event)));
    const heard = new AbortController();
    this.#listening.then(() => heard.abort());
    // A signal wakes who waits, or is kept for who comes to wait; but while one
    // is kept, the next takes it away. So it is given until it was heard.
    for (let tries = 50; !this.#over && tries > 0; tries--) {
      await channel.run([`wait-for -S ${this.#channel}`]).catch(() => {});
      await systemClock.sleep(20, heard.signal);
    }
    if (!this.#over) this.#waiter?.kill();
    await this.#listening;
  }

  #hook(event: string): string {
    return `${event}[${this.#index}]`;
  }

  async #listen(ring: () => void): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const args = ["-N", "wait-for", this.#channel];
      this.#waiter = startTmux(this.#socket, args, "null");
      // What happened while nobody listened may have gone unheard.
      ring();
      const { success } = await this.#waiter.status;
      if (!success) return;
      ring();
      await systemClock.sleep(rest, signal);
    }
  }
}

async function removeStaleHooks(main: Connection): Promise<void> {
  const [clients, ...hooks] = await main.run([
    "list-clients -F '#{client_pid}'",
    ...tables.map(({ list }) => list),
  ]);
  const alive = new Set(clients?.lines);
  const stale = hooks.flatMap(({ lines }) => lines)
    .map((line) => installed.exec(line))
    .filter((match) => match !== null)
    .filter(([, , , pid]) => pid !== undefined && !alive.has(pid));
  await removeHooks(main, stale.map(([, hook = ""]) => hook));
  // Whoever was left behind, waiting, can go.
  for (const channel of new Set(stale.map(([, , channel]) => channel))) {
    await main.run([`wait-for -S ${channel}`]);
  }
}

/** Removes hooks one by one: some may be gone already. */
async function removeHooks(
  channel: Channel,
  hooks: readonly string[],
): Promise<void> {
  await Promise.allSettled(
    hooks.map((hook) => channel.run([`set-hook -gu ${hook}`])),
  );
}
