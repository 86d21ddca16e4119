import { Pulse, type Request } from "../agents/mod.ts";
import type { Channel, RequestRecord } from "../journal/mod.ts";
import { isAbandoned, keyWasPressed } from "./claims.ts";
import type { Outcomes } from "./outcomes.ts";
import type { PaneView } from "./pane_view.ts";
import type { Supervised } from "./supervised.ts";
import { summaryOf } from "./summary.ts";
import type { World } from "./world.ts";

/** How long an agent may take to notice an answer, in milliseconds. */
const ignoredAfter = 1000;

/** Within this many milliseconds, an agent that waits has drawn something. */
const aliveWithin = 2000;

/** Between two looks at the screen, in milliseconds. */
const pause = 50;

/** The requests of one pane, as the journal has them. */
export class PaneRequests {
  readonly #supervised: Supervised;
  readonly #world: World;
  readonly #view: PaneView;
  readonly #outcomes: Outcomes;
  readonly #waiting = new Set<number>();

  /**
   * Creates the requests of a pane.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   * @param view The pane's screen.
   * @param outcomes Where outcomes are looked for.
   */
  constructor(
    supervised: Supervised,
    world: World,
    view: PaneView,
    outcomes: Outcomes,
  ) {
    this.#supervised = supervised;
    this.#world = world;
    this.#view = view;
    this.#outcomes = outcomes;
  }

  /** Those that are not closed. */
  unfinished(): RequestRecord[] {
    const { agent, pane, server } = this.#supervised;
    return this.#world.journal
      .requests.all({ agent: agent.name, unfinished: true })
      .filter((row) => row.pane === pane && row.server === server);
  }

  /**
   * Takes up a request that was written down before: before a restart, or when
   * it was drawn in another way.
   *
   * @param request The request as it was read.
   * @returns What stands in the journal, if it does.
   */
  adopt(request: Request): RequestRecord | undefined {
    const { fingerprint, call } = request;
    const rows = this.unfinished().filter((row) =>
      (row.request as Request).call === call
    );
    const same = rows.find((row) => row.fingerprint === fingerprint);
    if (same || call === undefined) return same;
    const drawn = rows.find((row) =>
      (row.request as Request).kind === request.kind
    );
    if (!drawn) return undefined;
    const { journal } = this.#world;
    journal.requests.show(drawn.id, { fingerprint, request });
    return journal.requests.find(drawn.id)!;
  }

  /**
   * Writes a request down.
   *
   * @param request The request.
   * @param seen When it was first heard of, in milliseconds since 1970.
   * @param channel By which way.
   * @returns What stands in the journal.
   */
  write(request: Request, seen: number, channel: Channel): RequestRecord {
    const { journal } = this.#world;
    const { agent, pane, server } = this.#supervised;
    const id = journal.requests.record({
      agent: agent.name,
      pane,
      server,
      fingerprint: request.fingerprint,
      request,
      summary: summaryOf(request),
      seen,
      channel,
    });
    return journal.requests.find(id)!;
  }

  /**
   * Tells whether a request is nobody's, so that it may be judged and
   * answered.
   *
   * @param row The request.
   * @returns Whether it is; otherwise it waits for a person, or is answered.
   */
  async isFree(row: RequestRecord): Promise<boolean> {
    const { journal, clock } = this.#world;
    if (row.status === "answering" && !isAbandoned(row, clock.now())) {
      return false;
    }
    const pressed = await keyWasPressed(this.#world, row);
    const replied = row.channel === "hook" && row.status === "answering";
    if ((pressed || replied) && !await this.#wasIgnored(row, pressed)) {
      const reason = pressed
        ? "a key was already pressed on this dialog"
        : "it may have been answered through its hook already";
      journal.requests.release(row.id, reason);
      this.waiting(row.id, reason);
      return false;
    }
    if (row.status === "answering") {
      journal.requests.release(row.id, "whoever was answering it has ended");
    }
    return true;
  }

  /**
   * Whether the agent has taken no notice of an answer: some time later the
   * dialog is still there, and the agent's own record still waits for an
   * answer to this very call. Without a record nobody can tell what became of a
   * key, nor where the agent may have hung all the time and still has it before
   * it; where a hook's answer has arrived, there is no dialog any more.
   */
  async #wasIgnored(row: RequestRecord, pressed: boolean): Promise<boolean> {
    const { clock, signal } = this.#world;
    const request = row.request as Request;
    if (pressed && request.call === undefined) return false;
    await clock.sleep((row.claimed ?? 0) + ignoredAfter - clock.now(), signal);
    const waits = async () =>
      this.#view.shows(await this.#view.look(), request) &&
      await this.#supervised.record.outcome(request) === undefined;
    if (!await waits()) return false;
    return !pressed || await this.#isAlive() && await waits();
  }

  /** Whether the agent draws anything within a while. */
  async #isAlive(): Promise<boolean> {
    const { clock, signal } = this.#world;
    const pulse = new Pulse();
    const end = clock.now() + aliveWithin;
    while (!pulse.beats((await this.#view.look()).capture)) {
      if (clock.now() >= end || signal?.aborted) return false;
      await clock.sleep(pause, signal);
    }
    return true;
  }

  /**
   * Closes requests whose dialogs have left the screen.
   *
   * @param left Those that may have.
   */
  async dialogsGone(left: readonly RequestRecord[]): Promise<void> {
    const { journal, clock } = this.#world;
    for (const row of left) {
      if (row.status === "answering") {
        // Whoever claimed it waits for this very thing and will close it.
        if (!isAbandoned(row, clock.now())) continue;
        if (await keyWasPressed(this.#world, row)) {
          const outcome = row.answer === "deny" ? "denied" : "approved";
          journal.requests.close(row.id, row.by!, outcome);
          this.#outcomes.tell(row.id);
          continue;
        }
      }
      this.#outcomes.lookFor(row);
    }
  }

  /** Closes all of them, because the pane is no more. */
  paneGone(): void {
    for (const row of this.unfinished()) {
      this.#world.journal.requests.close(row.id, "pane", "unknown");
    }
  }

  /**
   * Tells that a request waits for a person.
   *
   * @param id The request.
   * @param reason Why.
   */
  waiting(id: number, reason: string): void {
    this.#waiting.add(id);
    this.#world.notify({
      type: "waiting",
      agent: this.#supervised.agent.name,
      id,
      summary: this.#world.journal.requests.find(id)!.summary,
      reason,
    });
  }

  /** Tells which of those that waited for a person do so no more. */
  tellAnswered(): void {
    const { journal, notify } = this.#world;
    for (const id of this.#waiting) {
      const row = journal.requests.find(id)!;
      if (row.status !== "closed") continue;
      this.#waiting.delete(id);
      // Other processes answer for people, too.
      if (row.by === "person") this.#outcomes.tell(id);
      else if (row.outcome === "unknown") {
        notify({ type: "left", agent: row.agent, id });
      }
    }
  }
}
