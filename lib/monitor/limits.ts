import type { AgentState } from "../agents/mod.ts";
import type { LimitRecord } from "../journal/mod.ts";
import { limitEnd } from "./limit_end.ts";
import type { Supervised } from "./supervised.ts";
import { wakeAgent } from "./wake_agent.ts";
import { DueWakeUps } from "./wake_ups.ts";
import type { World } from "./world.ts";

/**
 * How long after the end that is shown an agent is woken, in milliseconds.
 * Clients leave out seconds.
 */
const margin = 60_000;

/**
 * How long after it an agent is woken that has said it goes on by itself, in
 * milliseconds: Claude Code 2.1.330 took 100 seconds.
 */
const ownMargin = 10 * 60_000;

/** How long the limit may stay on the screen after Enter, in milliseconds. */
const leftoverLife = 15_000;

/** Ends that differ by less are the same one, counted down, in milliseconds. */
const sameTime = 2 * 60_000;

/** A state that shows a limit. */
type Limited = Extract<AgentState, { state: "limited" }>;

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
    if (this.#seen) {
      this.#shown(this.#seen);
      this.#plan();
    } else if (state.state !== "starting") {
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
    const resets = this.#endOf(wording, before);
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
    const resets = this.#endOf(wording);
    if (resets === undefined) return;
    const known = limit.resets ?? -Infinity;
    if (Math.abs(resets - known) < sameTime) return;
    const { journal, notify } = this.#world;
    journal.limits.reword(limit.id, { wording, resets });
    this.#reload();
    notify({ type: "limited", agent: limit.agent, wording, resets });
  }

  #endOf(
    wording: string | undefined,
    before?: LimitRecord,
  ): number | undefined {
    const { clock } = this.#world;
    const timeZone = this.#timeZone;
    return limitEnd(wording, { before, now: clock.now(), timeZone });
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
    this.#plan();
  }

  /** Asks for the wake-up that the limit needs. */
  #plan(): void {
    const { name } = this.#supervised.agent;
    const { resets, note } = this.#open ?? {};
    if (resets === undefined || note !== undefined) {
      return this.#wakeUps.cancel(name);
    }
    const after = this.#seen?.continues ? ownMargin : margin;
    this.#wakeUps.wake(name, resets + after, "its limit is over");
  }

  /** Tells the agent; `again` when somebody has begun with it before. */
  async #wake(limit: LimitRecord, again: boolean): Promise<void> {
    const woken = await wakeAgent({
      limit,
      supervised: this.#supervised,
      world: this.#world,
      again,
    });
    if (woken.status === "woken") this.#woken(limit);
    else if (woken.status === "lifted") this.#lifted();
    else if (woken.status === "left") this.#leave(limit, woken.note);
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
