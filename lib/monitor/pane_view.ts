import { type AgentState, type Request, stateOf } from "../agents/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/** One screen of a pane and when it was seen. */
export interface Sight {
  /** The screen. */
  readonly capture: Capture;
  /** When it was captured, in milliseconds since 1970. */
  readonly at: number;
}

/** Looks at one agent's pane, and reads what it shows. */
export class PaneView {
  readonly #supervised: Supervised;
  readonly #world: World;

  /**
   * Creates a view.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.#supervised = supervised;
    this.#world = world;
  }

  /** Captures the screen as it is now. */
  async look(): Promise<Sight> {
    const { tmux, clock } = this.#world;
    const at = clock.now();
    return { capture: await tmux.capture(this.#supervised.pane), at };
  }

  /**
   * Reads a screen.
   *
   * @param capture The screen.
   * @returns What the agent does.
   */
  read(capture: Capture): AgentState {
    return stateOf(this.#supervised.kind, capture);
  }

  /**
   * Tells whether a screen shows a dialog.
   *
   * @param sight The screen.
   * @param request The dialog.
   * @returns Whether it is this very one, or an equal one.
   */
  shows(sight: Sight, request: Request): boolean {
    const state = this.read(sight.capture);
    return state.state === "asking" &&
      state.request.fingerprint === request.fingerprint;
  }
}
