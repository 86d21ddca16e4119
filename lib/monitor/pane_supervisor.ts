import type { AgentState } from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import type { HookRequests } from "./hook_requests.ts";
import { Drift } from "./drift.ts";
import { isBefore } from "./is_before.ts";
import { PaneLimits } from "./limits.ts";
import type { Outcomes } from "./outcomes.ts";
import { PaneDialogs } from "./pane_dialogs.ts";
import { PaneView, type Sight } from "./pane_view.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/**
 * Follows one agent's pane: reads each screen and has its dialogs dealt with.
 *
 * Screens are worked through one at a time; of those that arrive meanwhile
 * only the newest counts. What the agent's hooks tell does not wait for them.
 */
export class PaneSupervisor {
  /** The pane and its agent. */
  readonly supervised: Supervised;
  readonly #world: World;
  readonly #view: PaneView;
  readonly #dialogs: PaneDialogs;
  readonly #limits: PaneLimits;
  readonly #drift: Drift;
  #newest: Sight | undefined;
  #last: Capture | undefined;
  #work: Promise<void> | undefined;
  #state: AgentState["state"] | undefined;
  #lastTrouble: string | undefined;

  /**
   * Creates a supervisor.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.supervised = supervised;
    this.#world = world;
    this.#view = new PaneView(supervised, world);
    this.#limits = new PaneLimits(supervised, world);
    this.#drift = new Drift(supervised, world);
    this.#dialogs = new PaneDialogs(
      supervised,
      world,
      this.#view,
      (sight) => this.#take(sight),
    );
  }

  /** The requests that the agent tells through its hooks. */
  get hooks(): HookRequests {
    return this.#dialogs.hooks;
  }

  /** What became of what people answered at the pane. */
  get outcomes(): Outcomes {
    return this.#dialogs.outcomes;
  }

  /**
   * Takes a screen in.
   *
   * @param capture The screen.
   * @param at When it was captured, in milliseconds since 1970.
   */
  observe(capture: Capture, at: number): void {
    this.#take({ capture, at });
    this.#work ??= this.#workThrough();
  }

  /**
   * Looks again at what no screen tells of: outcomes that the agent's record
   * has only now, what time alone decides, and what waits for a person and
   * passes by what was learned since.
   */
  reconsider(): void {
    this.#work ??= this.#lookAgain().catch((error) => this.#trouble(error))
      .then(() => this.#workThrough());
  }

  /** Resolves when every screen taken in has been worked through. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Closes what is unfinished, because the pane is no more. */
  gone(): void {
    this.#dialogs.gone();
    const { agent, pane } = this.supervised;
    this.#world.notify({ type: "gone", agent: agent.name, pane });
  }

  async #workThrough(): Promise<void> {
    while (this.#newest && !this.#world.signal.aborted) {
      const sight = this.#newest;
      this.#newest = undefined;
      // A screen from before our own key would show the dialog once more.
      if (isBefore(sight.at, this.#dialogs.stale)) continue;
      try {
        this.#dialogs.failed = false;
        await this.#consider(sight);
        this.#lastTrouble = undefined;
      } catch (error) {
        this.#dialogs.failed = true;
        this.#trouble(error);
      }
    }
    this.#work = undefined;
  }

  async #consider(sight: Sight): Promise<void> {
    this.#last = sight.capture;
    const state = this.#view.read(sight.capture);
    if (state.state !== this.#state) {
      this.#state = state.state;
      const { agent, pane } = this.supervised;
      this.#world.notify({
        type: "state",
        agent: agent.name,
        pane,
        state: state.state,
      });
    }
    if (state.state === "asking") {
      await this.#dialogs.asking(state.request, sight);
    } else await this.#dialogs.none(sight, state.state);
    this.#dialogs.tellAnswered();
    await this.#limits.observe(state);
    await this.#drift.observe(sight.capture, state);
  }

  async #lookAgain(): Promise<void> {
    this.#dialogs.tellAnswered();
    await this.#limits.keep();
    await this.#drift.keep();
    if (this.#last && this.outcomes.awaited) {
      await this.outcomes.settle(this.#last);
    }
    if (this.#dialogs.failed) {
      // Tried again without another screen, but not while somebody scrolls.
      const again = await this.#view.look();
      return again.capture.inMode ? undefined : this.#take(again);
    }
    if (this.#state === "asking") return await this.#dialogs.reconsider();
    if (this.#state) await this.hooks.dialogsGone(this.#state);
  }

  #take(sight: Sight): void {
    if (!this.#newest || sight.at >= this.#newest.at) this.#newest = sight;
  }

  #trouble(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    // What could not be judged to the end is a person's now.
    try {
      this.#dialogs.release(message);
    } catch {
      // The journal itself may be the trouble; the supervisor must go on.
    }
    if (message === this.#lastTrouble) return;
    this.#lastTrouble = message;
    this.#world.notify({
      type: "trouble",
      agent: this.supervised.agent.name,
      message,
      hint: error instanceof OrchError ? error.hint : undefined,
    });
  }
}
