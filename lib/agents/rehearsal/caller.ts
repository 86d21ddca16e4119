import type { HookAnswer } from "../agent.ts";
import { blockOf, type Call, type CallBlock, callOf } from "./call.ts";
import { type Front, isDenied } from "./front.ts";
import { answerIn } from "./hooks.ts";
import type { Noted } from "./record.ts";
import type { CallStep, Script } from "./script.ts";
import type { PlayerWorld } from "./world.ts";
import { deniedResult, withdrawnResult } from "./wordings.ts";

/** Thrown when the turn was ended by a person. */
export class Interrupted extends Error {
  /** The name shown in stack traces. */
  override readonly name: string = "Interrupted";
}

/** What a {@linkcode Caller} works by. */
export interface CallerOptions {
  /** The script, for its guard time and what follows a denial. */
  readonly script: Script;
  /** The folder worked in. Absolute. */
  readonly project: string;
}

/** Asks for calls and does what was approved. */
export class Caller {
  readonly #world: PlayerWorld;
  readonly #front: Front;
  readonly #options: CallerOptions;
  readonly #note: (entry: Noted) => Promise<void>;
  /** What "don't ask again" was chosen for. */
  readonly #allowed = new Set<string>();
  readonly #born: number;
  #count = 0;

  /**
   * Creates the caller.
   *
   * @param world Where calls act.
   * @param front Where they are asked for.
   * @param options What they go by.
   * @param note Writes the record.
   */
  constructor(
    world: PlayerWorld,
    front: Front,
    options: CallerOptions,
    note: (entry: Noted) => Promise<void>,
  ) {
    this.#world = world;
    this.#front = front;
    this.#options = options;
    this.#note = note;
    this.#born = world.clock.now();
  }

  /**
   * Asks for some calls, one after the other, and does each once approved.
   *
   * @param steps The calls; all are recorded before the first is asked for.
   * @param signal The turn's.
   * @throws {Interrupted} When the turn was ended meanwhile.
   */
  async call(steps: readonly CallStep[], signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new Interrupted();
    const pending: [Call, CallBlock][] = [];
    for (const step of steps) {
      const { project } = this.#options;
      const id = `call-${this.#born.toString(36)}-${++this.#count}`;
      const call = callOf(step, id, project, this.#world);
      await this.#note({ id, ...call.asked, state: "pending" });
      pending.push([call, blockOf(call, "pending")]);
    }
    this.#front.add(...pending.map(([, block]) => block));
    try {
      for (let next = pending.shift(); next; next = pending.shift()) {
        await this.#carry(...next, signal);
      }
    } finally {
      for (const [call, block] of pending) await this.#withdraw(call, block);
    }
  }

  async #carry(
    call: Call,
    block: CallBlock,
    signal: AbortSignal,
  ): Promise<void> {
    const told = await this.#tell(call);
    const answer = told.answer === "allow"
      ? "approved"
      : told.answer === "deny"
      ? "denied"
      : await this.#ask(call);
    if (answer === "withdrawn") {
      await this.#withdraw(call, block);
      const { swap } = call;
      return swap && await this.call([{ run: swap.run }], signal);
    }
    await this.#note({ id: call.id, ...call.asked, state: answer });
    if (answer === "denied") {
      const result = told.answer === "deny" ? told.reason : deniedResult;
      this.#front.replace(block, blockOf(call, "denied", [result]));
      this.#report(call, "denied");
      const wait = this.#options.script.afterDenial === "wait";
      if (wait || signal.aborted) throw new Interrupted();
      return;
    }
    const running = blockOf(call, "approved");
    this.#front.replace(block, running);
    let output: readonly string[];
    try {
      output = await call.act(signal);
    } catch (error) {
      output = [error instanceof Error ? error.message : String(error)];
    }
    this.#report(call, "approved");
    if (signal.aborted) output = ["Interrupted"];
    this.#front.replace(running, blockOf(call, "approved", output));
    if (signal.aborted) throw new Interrupted();
  }

  /** Tells what it is about to ask, and takes an answer instead. */
  async #tell({ told, remembered }: Call): Promise<HookAnswer> {
    const none: HookAnswer = { answer: "none" };
    if (remembered !== undefined && this.#allowed.has(remembered)) return none;
    const answer = answerIn(await this.#world.report(told.report));
    return told.ignored ? none : answer;
  }

  #report(call: Call, outcome: "approved" | "denied"): void {
    const { id, asked } = call;
    this.#world.report({ hook: "call", id, ...asked, outcome });
  }

  async #withdraw(call: Call, block: CallBlock): Promise<void> {
    this.#front.replace(block, blockOf(call, "withdrawn", [withdrawnResult]));
    await this.#note({ id: call.id, ...call.asked, state: "withdrawn" });
  }

  async #ask(call: Call): Promise<"approved" | "denied" | "withdrawn"> {
    const { remembered, swap } = call;
    if (remembered !== undefined && this.#allowed.has(remembered)) {
      return "approved";
    }
    const dialog = await call.dialog();
    const settled = new AbortController();
    const swapped = new AbortController();
    if (swap) {
      this.#world.clock.sleep(swap.after, settled.signal).then(() => {
        if (!settled.signal.aborted) swapped.abort();
      });
    }
    const guard = this.#options.script.guard ?? 0;
    const answer = await this.#front.ask(dialog, guard, swapped.signal);
    settled.abort();
    if (answer === "withdrawn") return "withdrawn";
    if (isDenied(dialog, answer)) return "denied";
    if (answer === 1 && remembered) this.#allowed.add(remembered);
    return "approved";
  }
}
