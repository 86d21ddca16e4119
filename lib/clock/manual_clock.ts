import type { Clock } from "./clock.ts";

/**
 * A clock that stands still until it is told to advance.
 *
 * @example Usage
 * ```ts
 * import { ManualClock } from "./manual_clock.ts";
 * import assert from "node:assert/strict";
 *
 * const clock = new ManualClock(1000);
 * let woke = false;
 * const slept = clock.sleep(50).then(() => woke = true);
 * clock.advance(49);
 * assert.equal(woke, false);
 * clock.advance(1);
 * await slept;
 * assert.equal(clock.now(), 1050);
 * ```
 */
export class ManualClock implements Clock {
  #now: number;
  #sleepers: { due: number; wake: () => void }[] = [];

  /**
   * Creates a clock.
   *
   * @param now The time it starts at, in milliseconds since 1970.
   */
  constructor(now = 0) {
    this.#now = now;
  }

  /** Milliseconds since 1970, as far as the clock was advanced. */
  now(): number {
    return this.#now;
  }

  /**
   * Resolves when the clock was advanced by the given time, or on abort.
   *
   * @param milliseconds How long to wait.
   * @param signal Ends the wait early, without an error.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted || milliseconds <= 0) return resolve();
      const sleeper = { due: this.#now + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  /**
   * Moves the clock on and wakes those whose time has come, in order.
   *
   * @param milliseconds How far.
   */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#sleepers.filter((sleeper) => sleeper.due <= this.#now);
    this.#sleepers = this.#sleepers.filter((s) => s.due > this.#now);
    due.sort((a, b) => a.due - b.due).forEach((sleeper) => sleeper.wake());
  }
}
