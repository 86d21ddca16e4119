import type { Clock } from "../clock/mod.ts";
import type { Journal } from "../journal/mod.ts";
import type { Tmux } from "../tmux/mod.ts";
import { hasFailed } from "../presence/mod.ts";
import type { Supervised } from "./supervised.ts";

/**
 * How long after an agent's end it is written down as meant, in milliseconds.
 * When a machine goes down, the agents end before the monitor does; they were
 * not meant to.
 */
const patience = 5000;

/** How often the record of an unknown conversation is looked for, likewise. */
const searchInterval = 5000;

/** An agent whose end was seen. */
interface Departure {
  readonly supervised: Supervised;
  readonly at: number;
}

/** What an {@linkcode Attendance} works with. */
export interface AttendanceOptions {
  /** Where it is written down. */
  readonly journal: Journal;
  /** The server. */
  readonly tmux: Tmux;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Called with the name of an agent that crashed. */
  readonly lost: (agent: string) => void;
}

/**
 * Writes down where agents run and in which conversation they are, so that
 * they can be gone on with after a crash or a reboot.
 */
export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #present: Map<string, Supervised> = new Map();
  readonly #sessions: Map<string, string> = new Map();
  #departures: Departure[] = [];
  #searched = -Infinity;

  /**
   * Creates an empty one.
   *
   * @param options Journal, server and time.
   */
  constructor(options: AttendanceOptions) {
    this.#options = options;
  }

  /**
   * Takes in that an agent runs in a pane.
   *
   * @param supervised The agent and its pane.
   */
  arrived(supervised: Supervised): void {
    const { agent, pane, server } = supervised;
    this.#options.journal.agents.attach(agent.name, { server, pane });
    this.#present.set(pane, supervised);
    this.#noteSession(supervised);
  }

  /**
   * Takes in that a pane was closed, or that its program has ended.
   *
   * @param pane The pane.
   */
  left(pane: string): void {
    const supervised = this.#present.get(pane);
    if (!supervised) return;
    this.#present.delete(pane);
    this.#departures.push({ supervised, at: this.#options.clock.now() });
  }

  /** Forgets everything, since the server is another one. */
  clear(): void {
    this.#present.clear();
    this.#departures = [];
  }

  /** Writes down what has shown itself since. */
  async keep(): Promise<void> {
    const { clock, journal, tmux, lost } = this.#options;
    const searches = clock.now() - this.#searched >= searchInterval;
    if (searches) this.#searched = clock.now();
    for (const supervised of this.#present.values()) {
      const { record } = supervised;
      // Who reads a record finds it, and with it the conversation's id.
      if (searches && record.session === undefined) await record.calls();
      this.#noteSession(supervised);
    }
    const due = this.#departures.filter(({ at }) =>
      clock.now() - at >= patience
    );
    this.#departures = this.#departures.filter((one) => !due.includes(one));
    for (const { supervised } of due) {
      const { name } = supervised.agent;
      const elsewhere = [...this.#present.values()]
        .some(({ agent }) => agent.name === name);
      if (elsewhere) continue;
      if (await hasFailed(tmux, supervised.pane, clock)) lost(name);
      else journal.agents.ended(name);
    }
  }

  #noteSession({ agent, record }: Supervised): void {
    const { session } = record;
    if (session === undefined || this.#sessions.get(agent.name) === session) {
      return;
    }
    this.#options.journal.agents.setSession(agent.name, session);
    this.#sessions.set(agent.name, session);
  }
}
