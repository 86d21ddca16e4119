import { childrenOf, type ProcessUsage, usageOf } from "./process_usage.ts";

/** What a watcher prints about a dialog. */
interface Told {
  readonly type: string;
  readonly summary: string;
}

/**
 * A process that watches panes, and prints a line of JSON for everything that
 * it sees: `orch monitor`, or what it is compared with.
 */
export class Watcher implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #heard: Promise<void>;
  readonly #waiting = new Map<string, () => void>();
  /** How many rounds of looking it has told of. */
  rounds = 0;

  /**
   * Listens to a process.
   *
   * @param child The process; its output is piped.
   */
  constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#heard = this.#hear();
  }

  /**
   * Waits until it tells something about a dialog.
   *
   * @param type What it tells.
   * @param summary The dialog's command.
   * @param milliseconds How long at most.
   * @returns When it was told, in milliseconds since 1970.
   */
  async until(
    type: string,
    summary: string,
    milliseconds = 15_000,
  ): Promise<number> {
    const key = `${type} ${summary}`;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(
          key,
          () => resolve(performance.timeOrigin + performance.now()),
        );
        timer = setTimeout(
          () => reject(new Error(`nothing was told of: ${key}`)),
          milliseconds,
        );
      });
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(key);
    }
  }

  /** What it and its clients have used so far. */
  async usage(): Promise<ProcessUsage | undefined> {
    const { pid } = this.#child;
    return await usageOf(pid, ...await childrenOf(pid));
  }

  /** The memory it has itself, in bytes. */
  async memory(): Promise<number | undefined> {
    return (await usageOf(this.#child.pid))?.memory;
  }

  /** Ends it. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.#heard;
    await this.#child.status;
  }

  async #hear(): Promise<void> {
    const complaint = new Response(this.#child.stderr).text();
    const lines = this.#child.stdout.pipeThrough(new TextDecoderStream());
    let rest = "";
    for await (const chunk of lines) {
      const whole = (rest + chunk).split("\n");
      rest = whole.pop() ?? "";
      for (const line of whole) this.#told(JSON.parse(line));
    }
    const said = await complaint;
    if (said !== "") throw new Error(said);
  }

  #told({ type, summary }: Told): void {
    if (type === "round") this.rounds++;
    this.#waiting.get(`${type} ${summary}`)?.();
  }
}
