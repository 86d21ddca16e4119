import type { Clock } from "../clock/mod.ts";

/** How long {@linkcode Bell.wait} waits. */
export interface BellWait {
  /** When the last look began, in milliseconds since 1970. */
  readonly since: number;
  /** How long after that the next may begin, even when it rings. */
  readonly atLeast: number;
  /** How long after that the next begins when it does not ring. */
  readonly atMost: number;
  /** Ends every wait when true. */
  readonly now: () => boolean;
}

/**
 * Waits for a time or for a ring, whichever is first.
 *
 * A ring while nobody waits ends the next wait at once: none is lost.
 */
export class Bell {
  readonly #clock: Clock;
  #rung = false;
  #wake: AbortController | undefined;

  /**
   * Creates a bell.
   *
   * @param clock Where time comes from.
   */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Rings. */
  ring(): void {
    this.#rung = true;
    this.#wake?.abort();
  }

  /**
   * Waits.
   *
   * @param wait For how long.
   * @returns Whether it rang.
   */
  async wait({ since, atLeast, atMost, now }: BellWait): Promise<boolean> {
    await this.#until(since + atMost, () => this.#rung);
    const rang = this.#rung;
    this.#rung = false;
    // A ring may come too early for another look; only the end may not wait.
    await this.#until(since + Math.min(atLeast, atMost), now);
    this.#rung = false;
    return rang;
  }

  async #until(due: number, enough: () => boolean): Promise<void> {
    for (
      let left = due - this.#clock.now();
      left > 0 && !enough();
      left = due - this.#clock.now()
    ) {
      this.#wake = new AbortController();
      await this.#clock.sleep(left, this.#wake.signal);
      this.#wake = undefined;
    }
  }
}
