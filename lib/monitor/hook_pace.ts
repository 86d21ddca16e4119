import type { Clock } from "../clock/mod.ts";

/** How often something may happen. */
export interface Pace {
  /** How often at once. */
  readonly burst: number;
  /** How often a second, for long. */
  readonly perSecond: number;
}

/**
 * Limits how often each agent may report, so that nothing that knows its secret
 * can fill the journal or keep the monitor busy.
 *
 * @example Usage
 * ```ts
 * import { ManualClock } from "../clock/mod.ts";
 * import { HookPace } from "./hook_pace.ts";
 * import assert from "node:assert/strict";
 *
 * const clock = new ManualClock(0);
 * const pace = new HookPace(clock, { burst: 1, perSecond: 2 });
 * assert.equal(pace.take("web"), true);
 * assert.equal(pace.take("web"), false);
 * clock.advance(500);
 * assert.equal(pace.take("web"), true);
 * ```
 */
export class HookPace {
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #left = new Map<string, { reports: number; at: number }>();

  /**
   * Creates it.
   *
   * @param clock Where time comes from.
   * @param pace How often each agent may report.
   */
  constructor(clock: Clock, pace: Pace) {
    this.#clock = clock;
    this.#pace = pace;
  }

  /**
   * Takes a report in.
   *
   * @param name The agent's name.
   * @returns Whether it may be considered.
   */
  take(name: string): boolean {
    const now = this.#clock.now();
    const { burst, perSecond } = this.#pace;
    const { reports, at } = this.#left.get(name) ?? { reports: burst, at: now };
    const since = Math.max(0, now - at) / 1000;
    const left = Math.min(burst, reports + since * perSecond);
    this.#left.set(name, { reports: Math.max(0, left - 1), at: now });
    return left >= 1;
  }
}
