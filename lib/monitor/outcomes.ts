import type { Request } from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { teach } from "./lessons.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/** How long after a dialog was gone its outcome is looked for, milliseconds. */
const patience = 10 * 60_000;

/** A request that a person answered at the pane; nobody saw how, yet. */
interface Unsettled {
  readonly id: number;
  readonly request: Request;
  readonly since: number;
}

/**
 * Finds out what people answered at one pane, and learns from it.
 *
 * The agent's own record says it for certain; without one, the screens that
 * follow the dialog do, until the next dialog covers them.
 */
export class Outcomes {
  readonly #supervised: Supervised;
  readonly #world: World;
  #unsettled: Unsettled[] = [];

  /**
   * Creates the search.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.#supervised = supervised;
    this.#world = world;
  }

  /**
   * Closes a request whose dialog is gone, and looks for its outcome.
   *
   * @param row The request.
   */
  lookFor(row: RequestRecord): void {
    const { journal, clock } = this.#world;
    if (!journal.closeRequest(row.id, "pane", "unknown")) return;
    this.#unsettled.push({
      id: row.id,
      request: row.request as Request,
      since: clock.now(),
    });
  }

  /** Whether there is an outcome that is not known yet. */
  get awaited(): boolean {
    return this.#unsettled.length > 0;
  }

  /**
   * Takes in what the screen shows after a dialog.
   *
   * @param capture The screen.
   */
  async settle(capture: Capture): Promise<void> {
    const still: Unsettled[] = [];
    for (const one of this.#unsettled) {
      const outcome = await this.#outcomeOf(one.request, capture);
      if (outcome !== "unknown") {
        if (this.#world.journal.settle(one.id, outcome)) this.tell(one.id);
      } else if (this.#world.clock.now() - one.since < patience) {
        still.push(one);
      }
    }
    this.#unsettled = still;
    await this.#teach();
  }

  /**
   * Tells that a request is closed, and how.
   *
   * @param id The request.
   */
  tell(id: number): void {
    const row = this.#world.journal.request(id)!;
    this.#world.notify({
      type: "closed",
      agent: row.agent,
      id,
      summary: row.summary,
      by: row.by!,
      outcome: row.outcome!,
    });
  }

  async #outcomeOf(request: Request, capture: Capture) {
    const { kind, record } = this.#supervised;
    return request.call === undefined
      ? kind.outcome(request, capture)
      : await record.outcome(request) ?? "unknown";
  }

  async #teach(): Promise<void> {
    const { journal, paths, clock, notify } = this.#world;
    const { agent } = this.#supervised;
    const changes = await teach(
      journal,
      agent,
      { file: paths.agentFile(agent.name), home: paths.home },
      clock.now(),
    );
    if (changes.length > 0) {
      notify({ type: "learned", agent: agent.name, changes });
    }
  }
}
