import type { Clock } from "../../lib/clock/mod.ts";

/** Time that passes only where somebody waits. */
export class PassingClock implements Clock {
  /** Milliseconds since 1970. */
  time = 1000;
  now(): number {
    return this.time;
  }
  sleep(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    return Promise.resolve();
  }
}
