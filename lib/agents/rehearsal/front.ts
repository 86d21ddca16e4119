import type { Clock } from "../../clock/mod.ts";
import type { Dialog } from "./dialog.ts";
import { draw } from "./draw.ts";
import type { Key } from "./keys.ts";
import { oneRow } from "./layout.ts";
import { closeScreen, openScreen, Painter } from "./painter.ts";
import type { Activity, Block, Size, Stage } from "./stage.ts";
import { denyLabel, distrustLabel } from "./wordings.ts";

/** How a dialog ended: the option chosen, Escape, or it was taken back. */
export type Answer = number | "escape" | "withdrawn";

/** The terminal that a rehearsal is shown on. */
export interface Terminal {
  /** Sends text and escapes to it. */
  write(text: string): void;
  /** Its size right now. */
  size(): Size;
}

/** What a {@linkcode Front} tells the one who plays. */
export interface FrontEvents {
  /** Somebody wants the turn to end. */
  interrupt(): void;
  /** Somebody wants the program to end. */
  quit(): void;
}

/** How often the title moves while a dialog waits, in milliseconds. */
const beatTime = 300;

/** How many blocks of the transcript are kept. */
const keptBlocks = 100;

/**
 * The side of a rehearsal that people see and type into: keeps the stage, draws
 * it when it changes, and turns keys into answers and messages.
 */
export class Front {
  readonly #terminal: Terminal;
  readonly #clock: Clock;
  readonly #events: FrontEvents;
  readonly #painter = new Painter();
  #stage: Stage;
  #guardEnd = 0;
  #answer: ((answer: Answer) => void) | undefined;
  #deliver: ((message: string) => void) | undefined;
  #quitting = false;
  #title = "";
  #beat = false;
  #closed = false;
  readonly #open = new AbortController();

  /**
   * Creates the front; nothing is drawn before something changes.
   *
   * @param stage What is seen at first.
   * @param terminal Where it is drawn.
   * @param clock Measures guard times.
   * @param events Told what cannot be handled here.
   */
  constructor(
    stage: Stage,
    terminal: Terminal,
    clock: Clock,
    events: FrontEvents,
  ) {
    this.#stage = stage;
    this.#terminal = terminal;
    this.#clock = clock;
    this.#events = events;
    terminal.write(openScreen);
  }

  /** What is going on. */
  get activity(): Activity {
    return this.#stage.activity;
  }

  /** Draws what has changed since the last time. */
  redraw(): void {
    if (this.#closed) return;
    const size = this.#terminal.size();
    const painted = this.#painter.paint(draw(this.#stage, size), size.columns);
    const mark = this.#beat ? "•" : "·";
    const title = `${this.activity.kind} ${mark} ${oneRow(this.#stage.name)}`;
    const titled = title === this.#title ? "" : `\x1b]2;${title}\x1b\\`;
    this.#title = title;
    if (painted + titled !== "") this.#terminal.write(painted + titled);
  }

  /**
   * Leaves the screen as it was before.
   *
   * @param last What is written below.
   */
  close(last: string): void {
    this.#closed = true;
    this.#open.abort();
    this.#terminal.write(`${closeScreen}${last}\r\n`);
  }

  /**
   * Shows what is going on.
   *
   * @param activity What it is.
   */
  show(activity: Activity): void {
    this.#change({ activity });
  }

  /**
   * Adds to the transcript.
   *
   * @param blocks What is added.
   */
  add(...blocks: Block[]): void {
    this.#change({
      blocks: [...this.#stage.blocks, ...blocks].slice(-keptBlocks),
    });
  }

  /**
   * Puts a block in the place of another.
   *
   * @param old The one that is there.
   * @param block The one that takes its place.
   */
  replace(old: Block, block: Block): void {
    this.#change({
      blocks: this.#stage.blocks.map((each) => each === old ? block : each),
    });
  }

  /**
   * Shows a dialog and waits for its answer; what went on before goes on then.
   *
   * @param dialog The dialog.
   * @param guard For how many milliseconds keys are ignored.
   * @param withdraw Takes the dialog back when aborted.
   * @returns The answer.
   */
  async ask(
    dialog: Dialog,
    guard: number,
    withdraw?: AbortSignal,
  ): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const taken = () => resolve("withdrawn");
    withdraw?.addEventListener("abort", taken);
    this.#answer = resolve;
    this.#guardEnd = this.#clock.now() + guard;
    const before = this.activity;
    this.show({ kind: "asking", dialog, selected: 0 });
    const answered = new AbortController();
    this.#beats(AbortSignal.any([answered.signal, this.#open.signal]));
    const answer = await promise;
    answered.abort();
    this.#beat = false;
    withdraw?.removeEventListener("abort", taken);
    this.#answer = undefined;
    this.show(before);
    return answer;
  }

  /**
   * Waits for the next message.
   *
   * @returns The message; one that was sent while something else went on comes
   *   first.
   */
  message(): Promise<string> {
    const [first, ...queued] = this.#stage.queued;
    if (first !== undefined) {
      this.#change({ queued });
      return Promise.resolve(first);
    }
    const { promise, resolve } = Promise.withResolvers<string>();
    this.#deliver = resolve;
    return promise;
  }

  /**
   * Takes a key.
   *
   * @param key The key.
   */
  key(key: Key): void {
    const { activity } = this.#stage;
    if (activity.kind === "asking") {
      this.#keyInDialog(key, activity.dialog, activity.selected);
    } else {
      this.#keyInComposer(key);
    }
  }

  /** Moves the title, so that it can be seen that keys are read. */
  async #beats(ended: AbortSignal): Promise<void> {
    while (true) {
      await this.#clock.sleep(beatTime, ended);
      if (ended.aborted) return;
      this.#beat = !this.#beat;
      this.redraw();
    }
  }

  #change(change: Partial<Stage>): void {
    this.#stage = { ...this.#stage, ...change };
    this.redraw();
  }

  #keyInDialog(key: Key, dialog: Dialog, selected: number): void {
    if (this.#clock.now() < this.#guardEnd) return;
    const count = dialog.options.length;
    switch (key.kind) {
      case "text": {
        // Only a digit that comes alone counts, not one in a pasted word.
        const index = /^[1-9]$/.test(key.text) ? Number(key.text) - 1 : count;
        if (dialog.numbered && index < count) this.#answer?.(index);
        return;
      }
      case "up":
      case "down": {
        const next = selected + (key.kind === "up" ? count - 1 : 1);
        return this.show({ kind: "asking", dialog, selected: next % count });
      }
      case "enter":
        return this.#answer?.(selected);
      case "escape":
        return this.#answer?.("escape");
    }
  }

  #keyInComposer(key: Key): void {
    const { activity, draft } = this.#stage;
    const quitting = this.#quitting;
    this.#quitting = false;
    switch (key.kind) {
      case "text":
      case "paste":
        return this.#change({ draft: draft + key.text });
      case "newline":
        return this.#change({ draft: draft + "\n" });
      case "backspace":
        return this.#change({ draft: Array.from(draft).slice(0, -1).join("") });
      case "clear":
        return this.#change({ draft: "" });
      case "enter":
        if (draft.trim() !== "") this.#submit(draft);
        return;
      case "escape":
        if (activity.kind === "working") this.#events.interrupt();
        return;
      case "interrupt":
        if (activity.kind === "working") return this.#events.interrupt();
        if (draft !== "") return this.#change({ draft: "" });
        if (quitting) return this.#events.quit();
        this.#quitting = true;
    }
  }

  #submit(message: string): void {
    this.#change({ draft: "" });
    if (message.trim() === "/exit") return this.#events.quit();
    const deliver = this.#deliver;
    this.#deliver = undefined;
    if (deliver) deliver(message);
    else this.#change({ queued: [...this.#stage.queued, message] });
  }
}

/**
 * Tells whether an answer denies.
 *
 * @param dialog The dialog.
 * @param answer Its answer.
 * @returns Whether nothing may be done.
 */
export function isDenied(dialog: Dialog, answer: Answer): boolean {
  if (answer === "escape") return true;
  if (answer === "withdrawn") return false;
  const label = dialog.options[answer];
  return label === denyLabel || label === distrustLabel;
}
