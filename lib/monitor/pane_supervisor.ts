import { type AgentState, type Request, stateOf } from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import type { Verdict } from "../learner/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { carryOut } from "./carry_out.ts";
import { isAbandoned, keyWasPressed } from "./claims.ts";
import { isBefore } from "./is_before.ts";
import { judge } from "./judge.ts";
import { Outcomes } from "./outcomes.ts";
import type { Supervised } from "./supervised.ts";
import { summaryOf } from "./summary.ts";
import type { World } from "./world.ts";

/** How long a dialog may take to be drawn whole, in milliseconds. */
const settleTime = 150;

/** How often a dialog is tried that is there and takes no key. */
const mostAttempts = 6;

/** How long an agent may take to notice a key, in milliseconds. */
const ignoredAfter = 1000;

/** How long an answered dialog may stay on the screen, in milliseconds. */
const leftoverLife = 1000;

/** One screen of the pane and when it was seen. */
interface Sight {
  readonly capture: Capture;
  readonly at: number;
}

/**
 * Follows one agent's pane: reads each screen, judges what is asked, answers
 * or hands over, and finds out what people answered.
 *
 * Screens are worked through one at a time; of those that arrive meanwhile
 * only the newest counts.
 */
export class PaneSupervisor {
  readonly #supervised: Supervised;
  readonly #world: World;
  readonly #outcomes: Outcomes;
  #newest: Sight | undefined;
  #last: Capture | undefined;
  #work: Promise<void> | undefined;
  #stale = -Infinity;
  #state: AgentState["state"] | undefined;
  #asked: { id: number; request: Request } | undefined;
  #judgedBy: string | undefined;
  #leftoverSince: number | undefined;
  #lastTrouble: string | undefined;
  #failed = false;

  /**
   * Creates a supervisor.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   */
  constructor(supervised: Supervised, world: World) {
    this.#supervised = supervised;
    this.#world = world;
    this.#outcomes = new Outcomes(supervised, world);
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
   * has only now, and what waits for a person and passes by what was learned
   * since.
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
    const { agent, pane } = this.#supervised;
    for (const row of this.#unfinished()) {
      this.#world.journal.closeRequest(row.id, "pane", "unknown");
    }
    this.#asked = undefined;
    this.#world.notify({ type: "gone", agent: agent.name, pane });
  }

  async #workThrough(): Promise<void> {
    while (this.#newest && !this.#world.signal.aborted) {
      const sight = this.#newest;
      this.#newest = undefined;
      // A screen from before our own key would show the dialog once more.
      if (isBefore(sight.at, this.#stale)) continue;
      try {
        this.#failed = false;
        await this.#consider(sight);
        this.#lastTrouble = undefined;
      } catch (error) {
        this.#failed = true;
        this.#trouble(error);
      }
    }
    this.#work = undefined;
  }

  async #consider(sight: Sight): Promise<void> {
    this.#last = sight.capture;
    const state = this.#read(sight.capture);
    if (state.state !== this.#state) {
      this.#state = state.state;
      const { agent, pane } = this.#supervised;
      this.#world.notify({
        type: "state",
        agent: agent.name,
        pane,
        state: state.state,
      });
    }
    if (state.state === "asking") {
      return await this.#asking(state.request, sight);
    }
    this.#asked = undefined;
    await this.#othersGone();
    await this.#outcomes.settle(sight.capture);
  }

  async #asking(request: Request, sight: Sight): Promise<void> {
    if (await this.#isKnown(request, sight)) return;
    const { clock, signal } = this.#world;
    const { record } = this.#supervised;
    let confirmed = await record.confirm(request, clock, signal);
    if (!confirmed.complete) {
      // Perhaps it is still being drawn, or the record is ahead of the screen
      // or behind it: judge it when both had time to settle.
      await clock.sleep(settleTime, signal);
      const again = await this.#look();
      if (!this.#shows(again, request)) return this.#take(again);
      confirmed = await record.match(request);
    }
    const adopted = this.#adopt(confirmed);
    await this.#othersGone(adopted?.id);
    await this.#outcomes.settle(sight.capture);
    const row = adopted ?? this.#write(confirmed, sight.at);
    this.#asked = { id: row.id, request: confirmed };
    this.#leftoverSince = undefined;
    if (!await this.#isFree(row)) return;
    const verdict = await this.#judge(row, confirmed, sight.at);
    if (verdict.decision === "ask") this.#waiting(row.id, verdict.reason);
    else await this.#answer(row, confirmed, verdict);
  }

  async #lookAgain(): Promise<void> {
    if (this.#last && this.#outcomes.awaited) {
      await this.#outcomes.settle(this.#last);
    }
    if (this.#failed) {
      // Tried again without another screen, but not while somebody scrolls.
      const again = await this.#look();
      return again.capture.inMode ? undefined : this.#take(again);
    }
    if (!this.#asked) return;
    const { id, request } = this.#asked;
    const row = this.#world.journal.request(id)!;
    // With a note, it waits for another reason than its verdict.
    if (row.status !== "waiting" || row.note !== undefined) return;
    const { stamp } = await this.#world.knowledge.of(row.agent);
    if (stamp === this.#judgedBy) return;
    const verdict = await this.#judge(row, request, this.#world.clock.now());
    if (verdict.decision !== "ask") await this.#answer(row, request, verdict);
  }

  /** Whether this very dialog is being dealt with already. */
  async #isKnown(request: Request, sight: Sight): Promise<boolean> {
    if (this.#asked?.request.fingerprint !== request.fingerprint) return false;
    const row = this.#world.journal.request(this.#asked.id)!;
    // Closed before this screen was drawn: an equal dialog asks once more.
    if (row.closed !== undefined) {
      return sight.at === row.closed || isBefore(sight.at, row.closed);
    }
    const { record } = this.#supervised;
    const asked = this.#asked.request;
    if (await record.outcome(asked) === undefined) {
      this.#leftoverSince = undefined;
      return true;
    }
    // Answered, yet there it is: an equal dialog that the record knows too, or
    // this one, about to be taken off the screen.
    const { call } = await record.match(request);
    if (call !== undefined && call !== asked.call) return false;
    this.#leftoverSince ??= sight.at;
    if (sight.at - this.#leftoverSince > leftoverLife) return false;
    await this.#world.clock.sleep(settleTime / 5, this.#world.signal);
    this.#take(await this.#look());
    return true;
  }

  /** Takes up a request that was written down before a restart. */
  #adopt(request: Request): RequestRecord | undefined {
    return this.#unfinished().find((row) =>
      row.fingerprint === request.fingerprint &&
      (row.request as Request).call === request.call
    );
  }

  /** Whether a request is nobody's, so that it may be judged and answered. */
  async #isFree(row: RequestRecord): Promise<boolean> {
    if (
      row.status === "answering" && !isAbandoned(row, this.#world.clock.now())
    ) return false;
    const { journal } = this.#world;
    if (
      await keyWasPressed(this.#world, row) && !await this.#keyWasIgnored(row)
    ) {
      const reason = "a key was already pressed on this dialog";
      journal.release(row.id, reason);
      this.#waiting(row.id, reason);
      return false;
    }
    if (row.status === "answering") {
      journal.release(row.id, "whoever was answering it has ended");
    }
    return true;
  }

  /**
   * Whether the agent has taken no notice of a key: some time later the dialog
   * is still there, and the agent's own record still waits for an answer to
   * this very call. Without a record nobody can tell.
   */
  async #keyWasIgnored(row: RequestRecord): Promise<boolean> {
    const { clock, signal } = this.#world;
    const request = row.request as Request;
    if (request.call === undefined) return false;
    await clock.sleep((row.claimed ?? 0) + ignoredAfter - clock.now(), signal);
    return this.#shows(await this.#look(), request) &&
      await this.#supervised.record.outcome(request) === undefined;
  }

  /** Closes requests whose dialogs have left the screen. */
  async #othersGone(except?: number): Promise<void> {
    const { journal } = this.#world;
    for (const row of this.#unfinished()) {
      if (row.id === except) continue;
      if (row.status === "answering") {
        // Whoever claimed it waits for this very thing and will close it.
        if (!isAbandoned(row, this.#world.clock.now())) continue;
        if (await keyWasPressed(this.#world, row)) {
          const outcome = row.answer === "deny" ? "denied" : "approved";
          journal.closeRequest(row.id, row.by!, outcome);
          this.#outcomes.tell(row.id);
          continue;
        }
      }
      this.#outcomes.lookFor(row);
    }
  }

  async #judge(
    row: RequestRecord,
    request: Request,
    seen: number,
  ): Promise<Verdict> {
    const { agent } = this.#supervised;
    const judged = await judge(this.#world, agent, row, request, seen);
    this.#judgedBy = judged.stamp;
    return judged.verdict;
  }

  async #answer(
    row: RequestRecord,
    request: Request,
    verdict: Verdict,
  ): Promise<void> {
    const { journal, tmux, clock, signal, knowledge } = this.#world;
    const { agent, kind, pane, record } = this.#supervised;
    const carry = () =>
      carryOut({
        journal,
        tmux,
        clock,
        agent: kind,
        pane,
        record,
        id: row.id,
        request,
        seen: row.seen,
        by: "orch",
        answer: verdict.decision === "allow" ? "once" : "deny",
        signal,
      });
    let result = await carry();
    // A dialog caught in the middle of a redraw deserves a second look.
    if (
      result.status === "changed" && this.#shows(await this.#look(), request)
    ) {
      result = await carry();
    }
    this.#stale = clock.now();
    if (result.status === "answered") {
      this.#asked = undefined;
      if (verdict.rule !== undefined) {
        knowledge.used(agent.name, verdict.rule, clock.now());
      }
      this.#outcomes.tell(row.id);
    } else if (result.status === "stuck" || result.status === "refused") {
      this.#waiting(row.id, result.reason);
    }
    const now = await this.#look();
    if (result.status === "changed" && this.#shows(now, request)) {
      this.#waiting(row.id, "the dialog could not be matched exactly");
      this.#failed = row.attempts < mostAttempts;
      if (this.#failed) this.#asked = undefined;
    } else this.#take(now);
  }

  #write(request: Request, seen: number): RequestRecord {
    const { journal } = this.#world;
    const { agent, pane, server } = this.#supervised;
    const id = journal.recordRequest({
      agent: agent.name,
      pane,
      server,
      fingerprint: request.fingerprint,
      request,
      summary: summaryOf(request),
      seen,
    });
    return journal.request(id)!;
  }

  #unfinished(): RequestRecord[] {
    const { agent, pane, server } = this.#supervised;
    return this.#world.journal
      .requests({ agent: agent.name, unfinished: true })
      .filter((row) => row.pane === pane && row.server === server);
  }

  #waiting(id: number, reason: string): void {
    this.#world.notify({
      type: "waiting",
      agent: this.#supervised.agent.name,
      id,
      summary: this.#world.journal.request(id)!.summary,
      reason,
    });
  }

  #read(capture: Capture): AgentState {
    return stateOf(this.#supervised.kind, capture);
  }

  #shows(sight: Sight, request: Request): boolean {
    const state = this.#read(sight.capture);
    return state.state === "asking" &&
      state.request.fingerprint === request.fingerprint;
  }

  async #look(): Promise<Sight> {
    const { tmux, clock } = this.#world;
    const at = clock.now();
    return { capture: await tmux.capture(this.#supervised.pane), at };
  }

  #take(sight: Sight): void {
    if (!this.#newest || sight.at >= this.#newest.at) this.#newest = sight;
  }

  #trouble(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    // What could not be judged to the end is a person's now.
    try {
      if (this.#asked) this.#world.journal.release(this.#asked.id, message);
    } catch {
      // The journal itself may be the trouble; the supervisor must go on.
    }
    if (message === this.#lastTrouble) return;
    this.#lastTrouble = message;
    this.#world.notify({
      type: "trouble",
      agent: this.#supervised.agent.name,
      message,
      hint: error instanceof OrchError ? error.hint : undefined,
    });
  }
}
