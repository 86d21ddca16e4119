import type { Clock } from "../clock/mod.ts";

/** Has agents woken at a time: once for each time that is asked for. */
export interface WakeUps {
  /**
   * Asks for a wake-up, in the place of any that was asked for before.
   *
   * @param agent The agent's name.
   * @param at When, in milliseconds since 1970.
   * @param reason What for, as a clause.
   */
  wake(agent: string, at: number, reason: string): void;
  /**
   * Takes a wake-up back.
   *
   * @param agent The agent's name.
   */
  cancel(agent: string): void;
}

/** Wake-ups in memory; who asks for them keeps them in the journal. */
export class DueWakeUps implements WakeUps {
  readonly #clock: Clock;
  readonly #planned: Map<string, { at: number; reason: string }> = new Map();

  /**
   * Creates it without any.
   *
   * @param clock Where time comes from.
   */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Asks for a wake-up, in the place of any that was asked for before.
   *
   * @param agent The agent's name.
   * @param at When, in milliseconds since 1970.
   * @param reason What for, as a clause.
   */
  wake(agent: string, at: number, reason: string): void {
    this.#planned.set(agent, { at, reason });
  }

  /**
   * Takes a wake-up back.
   *
   * @param agent The agent's name.
   */
  cancel(agent: string): void {
    this.#planned.delete(agent);
  }

  /**
   * Tells what an agent is to be woken for.
   *
   * @param agent The agent's name.
   * @returns The reason, once the time has come.
   */
  due(agent: string): string | undefined {
    const planned = this.#planned.get(agent);
    return planned && this.#clock.now() >= planned.at
      ? planned.reason
      : undefined;
  }
}
