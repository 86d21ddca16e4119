import type { Request } from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import { usedRules, type Verdict } from "../learner/mod.ts";
import { basisOf } from "./basis.ts";
import { carryOut } from "./carry_out.ts";
import type { Compared } from "./hook_match.ts";
import { HookRequests } from "./hook_requests.ts";
import { isBefore } from "./is_before.ts";
import { judge } from "./judge.ts";
import { Outcomes } from "./outcomes.ts";
import { PaneRequests } from "./pane_requests.ts";
import type { PaneView, Sight } from "./pane_view.ts";
import type { Supervised } from "./supervised.ts";
import { isDrawn, isShown } from "./told_request.ts";
import { withBoth } from "./with_told.ts";
import type { World } from "./world.ts";

/** How long a dialog may take to be drawn whole, in milliseconds. */
const settleTime = 150;

/** Until an answered dialog is looked for again, in milliseconds. */
const leftoverPause = 30;

/** How often a dialog is tried that is there and takes no key. */
const mostAttempts = 6;

/** How long an answered dialog may stay on the screen, in milliseconds. */
const leftoverLife = 1000;

/** A dialog after its hook and the agent's record were asked. */
interface Confirmed extends Compared {
  /** The request that its hook had told then. */
  readonly heard: number | undefined;
}

/**
 * Deals with the dialogs of one pane: judges what is asked, answers or hands
 * over, and finds out what people answered.
 */
export class PaneDialogs {
  /** What the agent's hooks tell. */
  readonly hooks: HookRequests;
  /** What became of what people answered. */
  readonly outcomes: Outcomes;
  /** Screens that are older than this show what was answered since. */
  stale: number = -Infinity;
  /** Whether the dialog has to be taken up again without another screen. */
  failed = false;
  readonly #supervised: Supervised;
  readonly #world: World;
  readonly #view: PaneView;
  readonly #requests: PaneRequests;
  readonly #take: (sight: Sight) => void;
  #asked: { id: number; request: Request } | undefined;
  #judgedBy: string | undefined;
  #leftoverSince: number | undefined;

  /**
   * Creates what deals with them.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   * @param view The pane's screen.
   * @param take Takes in a screen that has to be considered next.
   */
  constructor(
    supervised: Supervised,
    world: World,
    view: PaneView,
    take: (sight: Sight) => void,
  ) {
    this.#supervised = supervised;
    this.#world = world;
    this.#view = view;
    this.#take = take;
    this.outcomes = new Outcomes(supervised, world);
    this.#requests = new PaneRequests(supervised, world, view, this.outcomes);
    this.hooks = new HookRequests(
      supervised,
      world,
      this.#requests,
      this.outcomes,
      (id) => this.#tellMore(id),
    );
  }

  /** Takes a dialog up again of which a hook has told more than it shows. */
  #tellMore(id: number): void {
    if (this.#asked?.id !== id) return;
    this.#asked = undefined;
    this.failed = true;
  }

  /**
   * Takes in a screen without a dialog.
   *
   * @param sight The screen.
   * @param state What the agent does.
   */
  async none(sight: Sight, state: string): Promise<void> {
    if (await this.#isRedrawn()) return;
    this.#asked = undefined;
    this.#leftoverSince = undefined;
    await this.hooks.dialogsGone(state);
    await this.outcomes.settle(sight.capture);
  }

  /**
   * Takes in a screen with a dialog.
   *
   * @param request The dialog.
   * @param sight The screen.
   */
  async asking(request: Request, sight: Sight): Promise<void> {
    if (await this.#isKnown(request, sight)) return;
    const compared = await this.#confirmed(request);
    if (compared === undefined) return;
    const { request: confirmed, row: told, heard } = compared;
    if (!told && await this.#isLeftover(confirmed, sight)) return;
    if (told && await this.#isAnswered(told, confirmed, sight)) return;
    const adopted = told
      ? this.#shown(told, confirmed)
      : this.#requests.adopt(confirmed);
    await this.hooks.dialogsGone(undefined, adopted?.id);
    await this.outcomes.settle(sight.capture);
    // Its hook may have come meanwhile.
    const late = this.hooks.compare(request).row?.id !== heard;
    if (!adopted && late) return this.#take(sight);
    const row = adopted ?? this.#requests.write(confirmed, sight.at, "screen");
    this.#asked = { id: row.id, request: confirmed };
    this.#leftoverSince = undefined;
    if (!await this.#requests.isFree(row)) return;
    const verdict = await this.#judge(row, confirmed, sight.at);
    if (verdict.decision === "ask") {
      this.#requests.waiting(row.id, verdict.reason);
    } else await this.#answer(row, confirmed, verdict);
  }

  /** Looks again at a dialog that waits, if its agent has learned something. */
  async reconsider(): Promise<void> {
    if (!this.#asked) return;
    const { id, request } = this.#asked;
    const row = this.#world.journal.requests.find(id)!;
    // With a note, it waits for another reason than its verdict.
    if (row.status !== "waiting" || row.note !== undefined) return;
    const { stamp } = await basisOf(this.#world, this.#supervised.agent);
    if (stamp === this.#judgedBy) return;
    const verdict = await this.#judge(row, request, this.#world.clock.now());
    if (verdict.decision !== "ask") await this.#answer(row, request, verdict);
  }

  /**
   * Leaves the dialog that could not be judged to the end to a person.
   *
   * @param reason Why it could not.
   */
  release(reason: string): void {
    if (this.#asked) {
      this.#world.journal.requests.release(this.#asked.id, reason);
    }
  }

  /** Tells which requests that waited for a person do so no more. */
  tellAnswered(): void {
    this.#requests.tellAnswered();
  }

  /** Closes what is unfinished, because the pane is no more. */
  gone(): void {
    this.#requests.paneGone();
    this.#asked = undefined;
  }

  /** The dialog, as far as its hook and the agent's record confirm it. */
  async #confirmed(request: Request): Promise<Confirmed | undefined> {
    const { clock, signal } = this.#world;
    const { record } = this.#supervised;
    let told = this.hooks.compare(request);
    const isTold = () => this.hooks.compare(request).row?.id !== told.row?.id;
    let confirmed = await record.confirm(told.request, clock, signal, isTold);
    if (isTold()) {
      told = this.hooks.compare(request);
      confirmed = await record.match(told.request);
    }
    // What a person is asked anyway has time; half a dialog may look like it.
    const quick = confirmed.complete && isDrawn(confirmed);
    if (quick) return this.#joined(told, confirmed);
    // Perhaps it is still being drawn, or the record is ahead of the screen or
    // behind it: judge it when both had time to settle.
    await clock.sleep(settleTime, signal);
    const again = await this.#view.look();
    if (!this.#view.shows(again, request)) return void this.#take(again);
    const later = this.hooks.compare(request);
    return this.#joined(later, await record.match(later.request));
  }

  /** What was told of a dialog, after the record has said whose call it is. */
  #joined({ request, row }: Compared, confirmed: Request): Confirmed {
    const heard = row?.id;
    if (!row) return { request: confirmed, row, heard };
    const known = this.hooks.compare(confirmed).row;
    return {
      request: withBoth(request, confirmed),
      row: known ?? (isShown(row) ? undefined : row),
      heard,
    };
  }

  /** Whether the dialog was only away for a moment, while it was redrawn. */
  async #isRedrawn(): Promise<boolean> {
    if (!this.#asked) return false;
    await this.#world.clock.sleep(settleTime, this.#world.signal);
    const again = await this.#view.look();
    if (!this.#view.shows(again, this.#asked.request)) return false;
    this.#take(again);
    return true;
  }

  /** Whether this very dialog is being dealt with already. */
  async #isKnown(request: Request, sight: Sight): Promise<boolean> {
    if (this.#asked?.request.fingerprint !== request.fingerprint) return false;
    const row = this.#world.journal.requests.find(this.#asked.id)!;
    if (this.hooks.answerOf(row) !== undefined) return false;
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
    return this.#isLeaving(sight);
  }

  /** Whether a screen still shows what has ended since it was drawn. */
  async #isLeftover(request: Request, sight: Sight): Promise<boolean> {
    return this.hooks.hasEnded(request) && await this.#isLeaving(sight);
  }

  /** Whether an answered dialog may be about to be taken off the screen. */
  async #isLeaving(sight: Sight): Promise<boolean> {
    this.#leftoverSince ??= sight.at;
    if (sight.at - this.#leftoverSince > leftoverLife) return false;
    await this.#lookSoon();
    return true;
  }

  /** Whether a dialog was answered through its hook, so that it has to go. */
  async #isAnswered(
    row: RequestRecord,
    request: Request,
    sight: Sight,
  ): Promise<boolean> {
    const answer = this.hooks.answerOf(row);
    if (answer === undefined) return false;
    if (answer === "fresh") {
      await this.#lookSoon();
      return true;
    }
    const reason = "the agent asks although its hook was answered";
    this.#world.journal.requests.release(row.id, reason);
    this.#shown(row, request);
    this.#asked = { id: row.id, request };
    await this.hooks.dialogsGone(undefined, row.id);
    await this.outcomes.settle(sight.capture);
    this.#requests.waiting(row.id, reason);
    return true;
  }

  /** Writes down the dialog of what only a hook has told until now. */
  #shown(row: RequestRecord, request: Request): RequestRecord {
    const { journal } = this.#world;
    const { fingerprint } = request;
    journal.requests.show(row.id, { fingerprint, request });
    return journal.requests.find(row.id)!;
  }

  async #lookSoon(): Promise<void> {
    await this.#world.clock.sleep(leftoverPause, this.#world.signal);
    this.#take(await this.#view.look());
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
        by: "orch",
        answer: verdict.decision === "allow" ? "once" : "deny",
        signal,
      });
    let result = await carry();
    // A dialog caught in the middle of a redraw deserves a second look.
    if (
      result.status === "changed" &&
      this.#view.shows(await this.#view.look(), request)
    ) {
      result = await carry();
    }
    this.stale = clock.now();
    if (result.status === "answered") {
      this.#asked = undefined;
      for (const rule of usedRules(verdict)) {
        knowledge.used(agent.name, rule, clock.now());
      }
      this.outcomes.tell(row.id);
    } else if (result.status === "stuck" || result.status === "refused") {
      this.#requests.waiting(row.id, result.reason);
    }
    const now = await this.#view.look();
    if (result.status === "changed" && this.#view.shows(now, request)) {
      const reason = "the dialog could not be matched exactly";
      this.#requests.waiting(row.id, reason);
      this.failed = row.attempts < mostAttempts;
      if (this.failed) this.#asked = undefined;
    } else this.#take(now);
  }
}
