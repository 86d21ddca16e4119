/** Where all of orch gets its time from. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Resolves after the given time, or at once when the signal is aborted.
   *
   * @param milliseconds How long to wait.
   * @param signal Ends the wait early, without an error.
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The system's clock.
 *
 * @example Usage
 * ```ts
 * import { systemClock } from "./clock.ts";
 * import assert from "node:assert/strict";
 *
 * const before = systemClock.now();
 * await systemClock.sleep(1);
 * assert.ok(systemClock.now() >= before);
 * ```
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, milliseconds);
      signal?.addEventListener("abort", finish);
    }),
};
