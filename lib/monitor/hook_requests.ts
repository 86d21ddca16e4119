import type { HookAnswer, RecordedCall, Request } from "../agents/mod.ts";
import type { RequestRecord } from "../journal/mod.ts";
import { usedRules } from "../learner/mod.ts";
import { compare, type Compared, shownOf } from "./hook_match.ts";
import { judge } from "./judge.ts";
import { isAbout, type Outcomes } from "./outcomes.ts";
import type { PaneRequests } from "./pane_requests.ts";
import { summaryOf } from "./summary.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";
import { isShown, type PermissionReport, requestOf } from "./told_request.ts";
import { exact } from "./with_told.ts";

/** How long a dialog may take that comes in spite of an answer, milliseconds. */
const effectAfter = 1500;

/** How long a dialog may stay that was answered, in milliseconds. */
const goneAfter = 5000;

/** By how much one report may overtake another, in milliseconds. */
const overtakenWithin = 1000;

/** When a person is told of what has no dialog yet, in milliseconds. */
const toldAfter = 2000;

/** How long an idle agent may take to draw its dialog, in milliseconds. */
const drawnAfter = 5000;

/** How long one that works may, in milliseconds. */
const forgottenAfter = 60_000;

/** How many requests of one pane may wait that only hooks have told. */
const mostTold = 16;

/** No dialog; this leaves it to the agent. */
const none: HookAnswer = { answer: "none" };

/**
 * The requests of one pane that its agent tells through its hooks.
 *
 * A report proves no more than that somebody who knows the agent's secret has
 * sent it, and the agent itself can read that. So an answer goes to whoever
 * asked, for what they asked and nothing else, and a report alone never
 * teaches anything. Of a request that a person has to answer it is the dialog
 * that counts; the report says exactly what it holds, and where the two differ
 * a person is asked for that reason.
 */
export class HookRequests {
  readonly #supervised: Supervised;
  readonly #world: World;
  readonly #requests: PaneRequests;
  readonly #outcomes: Outcomes;
  readonly #toldMore: (id: number) => void;
  /** What this monitor has answered, and when. */
  readonly #answered = new Map<number, number>();
  /** Calls that have begun and may ask yet, where those are told. */
  #begun: readonly RecordedCall[] = [];
  /** The latest calls that have ended after orch's answer. */
  #done: readonly string[] = [];
  /** What a person was told of without a dialog. */
  readonly #announced = new Set<number>();

  /**
   * Creates them.
   *
   * @param supervised The pane and its agent.
   * @param world What it may touch.
   * @param requests All requests of the pane.
   * @param outcomes Where outcomes are looked for.
   * @param toldMore Called with a request whose dialog was there before, and
   * of which more is known now.
   */
  constructor(
    supervised: Supervised,
    world: World,
    requests: PaneRequests,
    outcomes: Outcomes,
    toldMore: (id: number) => void,
  ) {
    this.#supervised = supervised;
    this.#world = world;
    this.#requests = requests;
    this.#outcomes = outcomes;
    this.#toldMore = toldMore;
  }

  /**
   * Judges what an agent is about to ask, and answers if that may be.
   *
   * @param report What it asks.
   * @param left Aborted when the agent waits for no answer any more.
   * @returns The answer; written down before.
   */
  async answer(
    report: PermissionReport,
    left: AbortSignal,
  ): Promise<HookAnswer> {
    const { journal, clock, knowledge, signal } = this.#world;
    const { agent } = this.#supervised;
    const request = requestOf(this.#located(report));
    const unfinished = this.#requests.unfinished();
    const { length } = unfinished.filter((row) =>
      !isShown(row) && row.status !== "answering"
    );
    if (request === undefined || length >= mostTold) return none;
    this.#expect(request);
    const now = clock.now();
    const row = this.#row(request, unfinished);
    if (report.unanswerable) return none;
    const { verdict } = await judge(this.#world, agent, row, request, now);
    const { decision, reason } = verdict;
    if (decision === "ask" || signal.aborted || left.aborted) return none;
    const answer = decision === "allow" ? "once" : "deny";
    if (!journal.requests.claim(row.id, "orch", answer)) return none;
    this.#answered.set(row.id, clock.now());
    for (const rule of usedRules(verdict)) {
      knowledge.used(agent.name, rule, clock.now());
    }
    return decision === "allow" ? { answer: "allow" } : {
      answer: "deny",
      reason,
    };
  }

  /** Says where a request would be done, if only its call has told that. */
  #located(report: PermissionReport): PermissionReport {
    if (report.directory !== "") return report;
    const { command } = report.request;
    const folders = new Set(
      this.#begun.filter((call) => call.command === command)
        .map(({ directory }) => directory),
    );
    const [directory] = folders;
    return folders.size === 1 && directory !== undefined
      ? { ...report, directory }
      : report;
  }

  /** Writes a request down, unless its dialog was faster. */
  #row(request: Request, unfinished: readonly RequestRecord[]): RequestRecord {
    const { journal, clock } = this.#world;
    const shown = shownOf(request, unfinished);
    if (!shown) return this.#requests.write(request, clock.now(), "hook");
    const { id, fingerprint } = shown;
    const dialog = shown.request as Request;
    if (!dialog.told && request.told) {
      const known = exact(dialog, request);
      const summary = summaryOf(known);
      journal.requests.show(id, { fingerprint, request: known, summary });
      this.#toldMore(id);
    }
    journal.requests.tell(id);
    return shown;
  }

  /**
   * Finds what a dialog on the screen was told as.
   *
   * @param request The dialog.
   * @returns The dialog with its exact command, and the request it belongs to.
   */
  compare(request: Request): Compared {
    const told = this.#requests.unfinished()
      .filter((row) => row.channel === "hook");
    return compare(request, told);
  }

  /**
   * Tells how long ago a request was answered through its hook.
   *
   * @param row The request.
   * @returns `fresh` when its dialog may still be about to go, `ignored` when
   * it should have; `undefined` when it was not answered by this monitor.
   */
  answerOf(row: RequestRecord): "fresh" | "ignored" | undefined {
    const at = this.#answered.get(row.id);
    if (at === undefined || row.status !== "answering") return undefined;
    return this.#world.clock.now() - at < goneAfter ? "fresh" : "ignored";
  }

  /**
   * Takes in that a call has begun, or what became of it. That closes what orch has answered itself,
   * and what never had a dialog; what people answered is for outcomes.
   *
   * @param call The call.
   */
  ended(call: RecordedCall): void {
    if (call.outcome === undefined) {
      this.#begun = [...this.#begun, call].slice(-mostTold);
      return;
    }
    const { command, directory } = call;
    const at = this.#begun.findIndex((one) =>
      one.command === command && one.directory === directory
    );
    if (at >= 0) this.#begun = this.#begun.toSpliced(at, 1);
    for (const row of this.#requests.unfinished()) {
      if (!isAbout(call, row.request as Request)) continue;
      if (this.#answered.delete(row.id)) return this.#close(row, call.id);
      if (!isShown(row)) return this.#drop(row);
    }
  }

  /**
   * Tells whether a dialog is of a call that orch has answered, and that has
   * ended since: a screen can be older than what is known.
   *
   * @param request The dialog.
   * @returns Whether it is; `false` where it is not known whose call it is.
   */
  hasEnded({ call }: Request): boolean {
    return call !== undefined && this.#done.includes(call);
  }

  /** Closes what no dialog was drawn for: nothing was left to ask. */
  turnEnded(): void {
    this.#begun = [];
    const now = this.#world.clock.now();
    for (const row of this.#requests.unfinished()) {
      if (isShown(row) || row.status === "answering") continue;
      if (now - row.seen >= overtakenWithin) this.#drop(row);
    }
  }

  /**
   * Closes requests whose dialogs have left the screen, or never came.
   *
   * @param state What the agent does; unset while another dialog shows.
   * @param except The one whose dialog shows.
   */
  async dialogsGone(state?: string, except?: number): Promise<void> {
    const now = this.#world.clock.now();
    const left: RequestRecord[] = [];
    for (const row of this.#requests.unfinished()) {
      if (row.id === except) continue;
      const answered = this.#answered.get(row.id);
      if (answered !== undefined && row.status === "answering") {
        // The agent had time to draw a dialog, and did not.
        if (now - answered >= effectAfter) {
          this.#answered.delete(row.id);
          this.#close(row);
        }
      } else if (isShown(row)) {
        left.push(row);
      } else if (row.status === "answering") {
        // Told to, and answered by, a monitor that is no more.
        if (row.by === "orch") left.push(row);
      } else this.#unseen(row, state);
    }
    await this.#requests.dialogsGone(left);
  }

  /** Without a record, only this tells whose call the next dialog is. */
  #expect({ call: id, kind, command, path }: Request): void {
    const { record, kind: { records } } = this.#supervised;
    if (id === undefined || records) return;
    record.tell({
      id,
      kind,
      ...(command !== undefined && { command }),
      ...(path !== undefined && { path }),
    });
  }

  /** Deals with what waits for a person, and has no dialog yet. */
  #unseen(row: RequestRecord, state: string | undefined): void {
    const waited = this.#world.clock.now() - row.seen;
    const patience = state === "idle" ? drawnAfter : forgottenAfter;
    if (waited >= patience) return this.#drop(row);
    if (waited < toldAfter || this.#announced.has(row.id)) return;
    this.#announced.add(row.id);
    const reason = row.verdict?.reason ?? "Its dialog was not seen.";
    this.#requests.waiting(row.id, reason);
  }

  /** Closes what has never had a dialog; it teaches nothing. */
  #drop(row: RequestRecord): void {
    this.#world.journal.requests.close(row.id, "pane", "unknown");
    if (this.#announced.delete(row.id)) this.#outcomes.tell(row.id);
  }

  #close(
    row: RequestRecord,
    call: string | undefined = (row.request as Request).call,
  ): void {
    if (call !== undefined) this.#done = [...this.#done, call].slice(-mostTold);
    const outcome = row.answer === "deny" ? "denied" : "approved";
    this.#world.journal.requests.close(row.id, "orch", outcome);
    this.#outcomes.tell(row.id);
  }
}
