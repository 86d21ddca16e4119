import type {
  PaneInfo,
  Tmux,
  WatchEvent,
  WatchOptions,
} from "../../lib/tmux/mod.ts";

/** Watches in the background, and lets a test wait for what it expects. */
export class WatchLog implements AsyncDisposable {
  /** All events until now. */
  readonly events: WatchEvent[] = [];
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  #failure: unknown;
  #changed: () => void = () => {};

  /**
   * Begins to watch.
   *
   * @param tmux The connection.
   * @param options What to watch; everything, unless told.
   */
  constructor(tmux: Tmux, options: Partial<WatchOptions> = {}) {
    const include = (_: PaneInfo) => true;
    const { signal } = this.#stop;
    this.#done = this.#collect(tmux.watch({ include, signal, ...options }));
  }

  /**
   * Waits for an event, past ones included.
   *
   * @param what What to wait for, in words.
   * @param matches Tells it.
   * @param milliseconds How long at most.
   * @returns The event.
   * @throws {Error} With all events, when the time is over.
   */
  async until(
    what: string,
    matches: (event: WatchEvent) => boolean,
    milliseconds = 5000,
  ): Promise<WatchEvent> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      if (this.#failure) throw this.#failure;
      const event = this.events.find(matches);
      if (event) return event;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`No event: ${what}\n${this.#describe()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /**
   * Waits for a screen.
   *
   * @param pane The pane.
   * @param pattern What it shows.
   * @param milliseconds How long at most.
   */
  async untilScreen(
    pane: string,
    pattern: RegExp,
    milliseconds?: number,
  ): Promise<WatchEvent> {
    const matches = (event: WatchEvent) =>
      event.type === "screen" && event.pane.id === pane &&
      pattern.test(event.capture.text);
    return await this.until(`${pane} shows ${pattern}`, matches, milliseconds);
  }

  /**
   * Waits until a pane is gone.
   *
   * @param pane The pane.
   */
  async untilGone(pane: string): Promise<void> {
    await this.until(
      `${pane} is gone`,
      (event) => event.type === "gone" && event.pane.id === pane,
    );
  }

  /** Stops watching. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#done;
    if (this.#failure) throw this.#failure;
  }

  async #collect(events: AsyncIterable<WatchEvent>): Promise<void> {
    try {
      for await (const event of events) {
        this.events.push(event);
        this.#changed();
      }
    } catch (error) {
      this.#failure = error;
      this.#changed();
    }
  }

  #describe(): string {
    return this.events.map((event) => {
      if (event.type === "connected") return `connected ${event.server}`;
      if (event.type === "lost") return "lost";
      if (event.type === "gone") return `gone ${event.pane.id}`;
      return `${event.pane.id} shows:\n${event.capture.text.trimEnd()}`;
    }).join("\n");
  }
}
