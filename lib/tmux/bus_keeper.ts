import type { Clock } from "../clock/mod.ts";
import type { Connection } from "./connection.ts";
import { HookBus } from "./hook_bus.ts";

/** How often the bus is looked after, in milliseconds. */
const every = 30_000;

/** What a {@linkcode BusKeeper} needs. */
export interface BusKeeperOptions {
  /** Where the hooks are installed. */
  readonly connection: Connection;
  /** How to reach the same server. */
  readonly socket: string | undefined;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Called when something happened. */
  readonly ring: () => void;
}

/**
 * Keeps a {@linkcode HookBus} open as well as it can.
 *
 * A watch can do without: it only hears later. The bus cannot be opened while
 * the socket's file is deleted, though the connection goes on.
 */
export class BusKeeper {
  readonly #with: BusKeeperOptions;
  #bus: HookBus | undefined;
  #due = -Infinity;

  /**
   * Creates a keeper; nothing is opened yet.
   *
   * @param options What the bus needs.
   */
  constructor(options: BusKeeperOptions) {
    this.#with = options;
  }

  /**
   * Opens or repairs the bus, if that is due.
   *
   * @returns Whether the bus hears.
   */
  async keep(): Promise<boolean> {
    const { connection, socket, clock, ring } = this.#with;
    if (clock.now() >= this.#due) {
      this.#due = clock.now() + every;
      if (this.#bus?.over) await this.close();
      await this.#bus?.repair();
      this.#bus ??= await HookBus.open(connection, socket, ring)
        .catch(() => undefined);
    }
    return this.#bus !== undefined && !this.#bus.over;
  }

  /** Closes the bus. */
  async close(): Promise<void> {
    const bus = this.#bus;
    this.#bus = undefined;
    await bus?.close();
  }
}
