import {
  type AgentState,
  leaveLimitMenu,
  resetTime,
  stateOf,
  tell,
  type Told,
} from "../agents/mod.ts";
import type { LimitRecord } from "../journal/mod.ts";
import { serverTerminal } from "./server_terminal.ts";
import type { Supervised } from "./supervised.ts";
import { DueWakeUps } from "./wake_ups.ts";
import type { World } from "./world.ts";

/** What an agent is told when its limit is over. */
const goOn = "The usage limit is over: please go on.";

/**
 * How long after the end that is shown an agent is woken, in milliseconds.
 * Clients leave out seconds.
 */
const margin = 60_000;

/** How long the limit may stay on the screen after Enter, in milliseconds. */
const leftoverLife = 15_000;

/** So much later the same words mean another end, in milliseconds. */
const sameEnd = 60 * 60_000;

/** Ends that differ by less are the same one, counted down, in milliseconds. */
const sameTime = 2 * 60_000;

/** A state that shows a limit. */
type Limited = Extract<AgentState, { state: "limited" }>;

/** Why an agent was not woken, for people. */
const obstacles: Readonly<Partial<Record<Told, string>>> = {
  draft: "somebody's text stands in its composer",
  asking: "a dialog is open in its pane",
  lost: "the text was pasted and could not be sent",
};

/**
 * Follows one agent's usage limits: writes down when one was reached, and tells
 * the agent to go on when it is over.
 *
 * It is told once, whenever the monitor is killed: the journal says that it is
 * about to be told, and the Enter that sends the text leaves a marker in the
 * pane in the same pass of the server. It is told only while its screen still
 * shows the limit. What cannot be known or done safely is left to a person.
 */
export class PaneLimits {
  readonly #supervised: Supervised;
  readonly #world: World;
  readonly #wakeUps: DueWakeUps;
  readonly #timeZone: string;
  #open: LimitRecord | undefined;
  /** The limit that was over last, while its words may still be shown. */
  #last: { wording: string | undefined; until: number } | undefined;
  #seen: Limited | undefined;

  /**
   * Creates it, with what the journal knows of the agent.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.#supervised = supervised;
    this.#world = world;
    this.#wakeUps = new DueWakeUps(world.clock);
    this.#timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const latest = world.journal.limits.latest(supervised.agent.name);
    if (latest?.woken !== undefined) this.#wokenAt(latest, latest.woken);
    if (!latest || latest.status === "over") return;
    const { pane, server } = supervised;
    if (latest.pane === pane && latest.server === server) this.#follow(latest);
    // It runs in another pane now, with another screen.
    else world.journal.limits.lifted(latest.id);
  }

  /**
   * Takes in what the agent's screen shows.
   *
   * @param state What was read.
   */
  async observe(state: AgentState): Promise<void> {
    this.#seen = state.state === "limited" ? state : undefined;
    if (this.#seen) this.#shown(this.#seen);
    else if (state.state !== "starting") {
      this.#last = undefined;
      this.#lifted();
    }
    await this.keep();
  }

  /** Tells the agent to go on, if its time has come. */
  async keep(): Promise<void> {
    const { journal } = this.#world;
    // What stands there after an agent was told may be the next limit.
    if (!this.#open && this.#seen) this.#shown(this.#seen);
    const limit = this.#open;
    if (limit?.status === "waking") return await this.#wake(limit, true);
    if (!limit || !this.#wakeUps.due(limit.agent)) return;
    if (!journal.limits.claim(limit.id)) return this.#reload();
    this.#reload();
    if (this.#open) await this.#wake(this.#open, false);
  }

  /** Whether these are the words of the limit that is over, not yet gone. */
  #isLeftover(wording: string | undefined): boolean {
    return this.#last !== undefined && this.#last.wording === wording &&
      this.#world.clock.now() < this.#last.until;
  }

  #wokenAt(limit: LimitRecord, woken: number): void {
    this.#last = { wording: limit.wording, until: woken + leftoverLife };
  }

  #shown(state: Limited): void {
    const wording = wordingOf(state);
    if (this.#open) this.#reword(this.#open, wording);
    else if (!this.#isLeftover(wording)) this.#reached(wording);
  }

  #reached(wording: string | undefined): void {
    const { journal, notify } = this.#world;
    const { agent, pane, server } = this.#supervised;
    const before = journal.limits.latest(agent.name);
    const again = this.#isAgain(before, wording);
    const resets = again ? undefined : this.#endOf(before, wording);
    this.#follow(
      journal.limits.reached({
        agent: agent.name,
        pane,
        server,
        wording,
        resets,
      }),
    );
    notify({ type: "limited", agent: agent.name, wording, resets });
  }

  /** The screen shows a limit that is known already, perhaps in other words. */
  #reword(limit: LimitRecord, wording: string | undefined): void {
    if (wording === limit.wording || limit.status === "waking") return;
    const resets = this.#endOf(undefined, wording);
    if (resets === undefined) return;
    const known = limit.resets ?? -Infinity;
    if (Math.abs(resets - known) < sameTime) return;
    const { journal, notify } = this.#world;
    journal.limits.reword(limit.id, { wording, resets });
    this.#reload();
    notify({ type: "limited", agent: limit.agent, wording, resets });
  }

  /** Whether an agent that was told to go on has met the same limit again. */
  #isAgain(
    before: LimitRecord | undefined,
    wording: string | undefined,
  ): boolean {
    if (before?.resets === undefined || before.wording !== wording) {
      return false;
    }
    const past = this.#world.clock.now() - before.resets;
    return past >= 0 && past < sameEnd;
  }

  #endOf(
    before: LimitRecord | undefined,
    wording: string | undefined,
  ): number | undefined {
    if (wording === undefined) return undefined;
    const now = this.#world.clock.now();
    // Words such as "in 2 hours" meant it when they were first seen.
    if (before?.wording === wording && (before.resets ?? 0) > now) {
      return before.resets;
    }
    return resetTime(wording, { now, timeZone: this.#timeZone });
  }

  #lifted(): void {
    this.#seen = undefined;
    if (!this.#open) return;
    this.#world.journal.limits.lifted(this.#open.id);
    this.#follow(undefined);
  }

  #reload(): void {
    const latest = this.#world.journal.limits
      .latest(this.#supervised.agent.name);
    this.#follow(latest?.status === "over" ? undefined : latest);
  }

  #follow(limit: LimitRecord | undefined): void {
    this.#open = limit;
    const { name } = this.#supervised.agent;
    if (limit?.resets === undefined || limit.note !== undefined) {
      this.#wakeUps.cancel(name);
    } else {
      this.#wakeUps.wake(name, limit.resets + margin, "its limit is over");
    }
  }

  /** Tells the agent; `again` when somebody has begun with it before. */
  async #wake(limit: LimitRecord, again: boolean): Promise<void> {
    const { tmux, clock, signal } = this.#world;
    const { pane, kind, server } = this.#supervised;
    const marker = `limit ${limit.id}.${limit.since}`;
    const sent = again && await tmux.sentMarker(pane) === marker;
    const capture = await tmux.capture(pane);
    const state = stateOf(kind, capture);
    // While somebody scrolls, the screen says nothing.
    if (capture.inMode || signal.aborted) return;
    if (sent) {
      const stands = state.state === "limited" && state.draft !== undefined;
      return stands ? this.#leave(limit, obstacles.lost!) : this.#woken(limit);
    }
    if (state.state !== "limited") return this.#gone(state);
    const where = { tmux: serverTerminal(tmux, server), pane, agent: kind };
    if (
      state.menu &&
      !await leaveLimitMenu({ ...where, marker: "menu", clock, signal })
    ) return this.#leave(limit, "a menu waits for a choice in its pane");
    const told = await tell({
      ...where,
      text: goOn,
      limited: true,
      ...(again && { again }),
      marker,
      clock,
      signal,
    });
    if (told === "typed") return this.#woken(limit);
    const obstacle = obstacles[told];
    if (obstacle === undefined || signal.aborted) return;
    this.#leave(limit, obstacle);
  }

  /** The screen shows the limit no more: nothing is to be told. */
  #gone(state: AgentState): void {
    if (state.state !== "starting") this.#lifted();
  }

  #woken(limit: LimitRecord): void {
    const { journal, clock, notify } = this.#world;
    journal.limits.woken(limit.id);
    this.#follow(undefined);
    this.#wokenAt(limit, clock.now());
    notify({ type: "woken", agent: limit.agent });
  }

  #leave(limit: LimitRecord, note: string): void {
    this.#world.journal.limits.handOver(limit.id, note);
    this.#reload();
    this.#world.notify({
      type: "trouble",
      agent: limit.agent,
      message: `its usage limit is over, and it was not told: ${note}`,
      hint: "tell it to go on, in its pane",
    });
  }
}

/** The words, as far as they are kept. */
function wordingOf(state: Limited): string | undefined {
  return state.resets?.slice(0, 200);
}
