import type { Outcome, RecordedCall, Request } from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { teach } from "./lessons.ts";
import { nameOf } from "./named_request.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/** How long after a dialog was gone its outcome is looked for, milliseconds. */
const patience = 10 * 60_000;

/**
 * How long a hook's word waits for the record or the screen to say something
 * else, in milliseconds.
 */
const heardAfter = 1000;

/** How many calls that hooks have told of are kept in mind. */
const mostHeard = 50;

/** A call that a hook has told of, and when. */
interface Heard {
  readonly call: RecordedCall;
  readonly at: number;
}

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
 * follow the dialog do, until the next dialog covers them. What a hook tells
 * counts only where neither says anything: whoever can send a report could
 * otherwise turn a no into a yes.
 */
export class Outcomes {
  readonly #supervised: Supervised;
  readonly #world: World;
  #unsettled: Unsettled[] = [];
  #heard: Heard[] = [];

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
   * @param row The request. What orch would have answered, or has ever tried to
   * answer through a hook, teaches nothing: perhaps that answer took effect.
   */
  lookFor(row: RequestRecord): void {
    const { journal, clock } = this.#world;
    const own = row.attempts > 0 &&
      (row.channel === "hook" || row.verdict?.decision !== "ask");
    const by = own ? "orch" : "pane";
    if (!journal.requests.close(row.id, by, "unknown")) return;
    this.#unsettled.push({
      id: row.id,
      request: row.request as Request,
      since: clock.now(),
    });
  }

  /**
   * Takes in what a hook tells of a call.
   *
   * @param call The call.
   */
  hear(call: RecordedCall): void {
    if (call.outcome === undefined) return;
    const at = this.#world.clock.now();
    this.#heard = [...this.#heard, { call, at }].slice(-mostHeard);
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
      const outcome = await this.#outcomeOf(one, capture);
      if (outcome !== "unknown") {
        if (this.#world.journal.requests.settle(one.id, outcome)) {
          this.tell(one.id);
        }
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
    const row = this.#world.journal.requests.find(id)!;
    this.#world.notify({
      type: "closed",
      agent: row.agent,
      id,
      summary: row.summary,
      by: row.by!,
      outcome: row.outcome!,
    });
  }

  async #outcomeOf(one: Unsettled, capture: Capture): Promise<Outcome> {
    const { kind, record } = this.#supervised;
    const { request } = one;
    // Without records, all that is known of calls is what hooks have told.
    const calls = kind.records && request.call !== undefined
      ? await record.calls()
      : [];
    const call = calls.find(({ id }) => id === request.call);
    if (call) return call.outcome ?? "unknown";
    const seen = kind.outcome(request, capture);
    return seen === "unknown" ? this.#heardOf(one) : seen;
  }

  #heardOf({ request, since }: Unsettled): Outcome {
    const now = this.#world.clock.now();
    // A call's own id is never given again; its words may be.
    const named = request.call !== undefined;
    const about = this.#heard.filter(({ call, at }) =>
      (named || at >= since - heardAfter) && isAbout(call, request)
    );
    const outcomes = new Set(about.map(({ call }) => call.outcome));
    const [outcome = "unknown"] = outcomes;
    const settled = about.every(({ at }) => now - at >= heardAfter);
    return outcomes.size === 1 && settled ? outcome : "unknown";
  }

  async #teach(): Promise<void> {
    const { journal, paths, policies, clock, notify, ownFiles } = this.#world;
    const { agent } = this.#supervised;
    const file = paths.agentFile(agent.name);
    const laid = await policies.of(agent.project);
    const own = ownFiles.of(agent);
    const built = (path: string) => own.hasBuilt(path);
    const places = { file, home: paths.home, laid, built };
    const changes = await teach(journal, agent, places, clock.now());
    if (changes.length > 0) {
      notify({ type: "learned", agent: agent.name, changes });
    }
  }
}

/**
 * Tells whether a call is what a request has asked for.
 *
 * @param call The call.
 * @param request The request.
 * @returns Whether it is, as far as both say.
 */
export function isAbout(call: RecordedCall, request: Request): boolean {
  if (request.call !== undefined) return request.call === call.id;
  return request.kind === call.kind && request.command === call.command &&
    request.path === call.path && nameOf(request) === nameOf(call);
}
