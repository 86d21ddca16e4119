import type { Clock } from "../../clock/mod.ts";
import { Caller, Interrupted } from "./caller.ts";
import { questionDialog, trustDialog } from "./dialog.ts";
import { Front, isDenied } from "./front.ts";
import { listen } from "./listen.ts";
import type { Noted } from "./record.ts";
import type { Script, Step } from "./script.ts";
import type { PlayerWorld } from "./world.ts";
import { endMessage } from "./wordings.ts";

/** What is played. */
export interface PlayOptions {
  /** The script. */
  readonly script: Script;
  /** The folder it works in. Absolute. */
  readonly project: string;
  /** The first message; the script begins with it. */
  readonly prompt?: string;
  /**
   * How many steps an earlier rehearsal had done that is gone on with, at the
   * next message.
   */
  readonly done?: number;
}

/** How long the spinner shows one picture, in milliseconds. */
const spinnerTime = 500;

/** How long a message is thought about that the script has no steps for. */
const replyTime = 300;

class Ended extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`code ${code}`);
    this.code = code;
  }
}

/**
 * Plays a script until it ends, crashes, or nobody is there to type.
 *
 * @param world The terminal, the folder and the time.
 * @param options What is played.
 * @returns The exit code.
 */
export async function play(
  world: PlayerWorld,
  options: PlayOptions,
): Promise<number> {
  const player = new Player(world, options);
  return await player.play();
}

class Player {
  readonly #world: PlayerWorld;
  readonly #clock: Clock;
  readonly #options: PlayOptions;
  readonly #front: Front;
  readonly #caller: Caller;
  readonly #over = new AbortController();
  readonly #quit = Promise.withResolvers<number>();
  #turn: AbortController | undefined;

  constructor(world: PlayerWorld, options: PlayOptions) {
    this.#world = world;
    this.#clock = world.clock;
    this.#options = options;
    const { script, project } = options;
    this.#front = new Front(
      {
        name: script.name,
        project,
        blocks: [],
        activity: { kind: "idle" },
        draft: "",
        queued: [],
        outputRows: script.outputRows ?? 4,
      },
      world,
      world.clock,
      {
        interrupt: () => this.#turn?.abort(),
        quit: () => this.#quit.resolve(0),
      },
    );
    this.#caller = new Caller(
      world,
      this.#front,
      options,
      (entry) => this.#note(entry),
    );
    world.onResize?.(() => this.#front.redraw());
  }

  async play(): Promise<number> {
    const { keys } = this.#world;
    listen(keys, this.#clock, (key) => this.#front.key(key), this.#over.signal)
      .then(() => this.#quit.resolve(0), this.#quit.reject);
    let code = 1;
    try {
      code = await Promise.race([this.#perform(), this.#quit.promise]);
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      code = error.code;
    } finally {
      this.#over.abort();
      this.#turn?.abort();
      this.#front.close(endMessage + code);
    }
    return code;
  }

  async #perform(): Promise<number> {
    const { script, prompt, done } = this.#options;
    if (done !== undefined) {
      const text = `Resumed after step ${done}`;
      this.#front.add({ kind: "notice", text });
    }
    await this.#world.report({ hook: "session" });
    if (prompt !== undefined) await this.#begin(prompt);
    else if (done !== undefined) await this.#nextMessage();
    let at = done ?? 0;
    // What that step waited for is the message that it was resumed with.
    if (done !== undefined && "wait" in (script.steps[at] ?? {})) at++;
    for (; at < script.steps.length; at++) {
      await this.#steps(script.steps.slice(at, at + 1));
      await this.#note({ done: at + 1 });
    }
    if (script.then === "exit") return 0;
    while (true) {
      await this.#nextMessage();
      await this.#guarded(async () => {
        await this.#pause(replyTime);
        this.#front.add({ kind: "say", text: "Noted." });
      });
    }
  }

  async #steps(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if ("repeat" in step) {
        for (let i = 0; i < step.repeat; i++) await this.#steps(step.steps);
        continue;
      }
      if (!this.#turn && !("wait" in step)) await this.#begin();
      await this.#guarded(() => this.#step(step));
    }
  }

  /** Does something; when it is interrupted, the next message is waited for. */
  async #guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      await this.#stop();
    }
  }

  async #stop(): Promise<void> {
    this.#front.add({
      kind: "notice",
      text: "Interrupted · What should I do instead?",
    });
    await this.#nextMessage(false);
  }

  async #step(step: Exclude<Step, { repeat: number }>): Promise<void> {
    const front = this.#front;
    if ("say" in step) return front.add({ kind: "say", text: step.say });
    if ("pause" in step) return await this.#pause(step.pause);
    if ("wait" in step) return await this.#nextMessage();
    if ("crash" in step) throw new Ended(step.crash);
    if ("together" in step) {
      return await this.#caller.call(step.together, this.#signal);
    }
    if ("error" in step) {
      front.add({ kind: "error", message: step.error });
      return await this.#nextMessage(false);
    }
    if ("limit" in step) {
      const end = this.#clock.now() + (step.lasts ?? 0);
      do {
        front.add({ kind: "limit", resets: step.limit });
        await this.#nextMessage(false);
      } while (this.#clock.now() < end);
      return;
    }
    if ("trust" in step) {
      const dialog = trustDialog(this.#options.project);
      const answer = await front.ask(dialog, this.#guard);
      if (isDenied(dialog, answer)) throw new Ended(1);
      return;
    }
    if ("question" in step) {
      const { question, choices, numbered } = step;
      const dialog = questionDialog(question, choices, numbered);
      const answer = await front.ask(dialog, this.#guard);
      const chosen = typeof answer === "number" ? choices[answer] : undefined;
      front.add({
        kind: "notice",
        text: `${question} ${chosen ?? "(declined)"}`,
      });
      return;
    }
    await this.#caller.call([step], this.#signal);
  }

  get #signal(): AbortSignal {
    return this.#turn?.signal ?? this.#over.signal;
  }

  get #guard(): number {
    return this.#options.script.guard ?? 0;
  }

  async #note(entry: Noted): Promise<void> {
    const at = new Date(this.#clock.now()).toISOString();
    await this.#world.record({ at, ...entry });
  }

  async #pause(milliseconds: number): Promise<void> {
    const signal = this.#signal;
    await this.#clock.sleep(milliseconds, signal);
    if (signal.aborted) throw new Interrupted();
  }

  /** Ends the turn and begins the next with a message. */
  async #nextMessage(worked = true): Promise<void> {
    if (this.#turn) {
      this.#turn.abort();
      this.#turn = undefined;
      if (worked) this.#front.add({ kind: "notice", text: "Done" });
      await this.#note({ turn: "ended" });
      this.#world.report({ hook: "turn-ended" });
    }
    this.#front.show({ kind: "idle" });
    await this.#begin(await this.#front.message());
  }

  async #begin(message?: string): Promise<void> {
    this.#turn = new AbortController();
    if (message !== undefined) {
      this.#front.add({ kind: "message", text: message });
      await this.#note({ message });
      this.#world.report({ hook: "prompt", text: message });
    }
    this.#spin(this.#turn.signal, this.#clock.now());
    await this.#note({ turn: "started" });
  }

  async #spin(signal: AbortSignal, began: number): Promise<void> {
    this.#front.show({ kind: "working", seconds: 0, frame: 0 });
    for (let frame = 1; !signal.aborted; frame++) {
      await this.#clock.sleep(spinnerTime, signal);
      if (signal.aborted || this.#front.activity.kind !== "working") continue;
      const seconds = Math.floor((this.#clock.now() - began) / 1000);
      this.#front.show({ kind: "working", seconds, frame });
    }
  }
}
