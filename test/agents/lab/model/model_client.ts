import type { ModelOrder } from "./model_process.ts";
import type { ModelEvent, ToolResult, Turn } from "./turn.ts";

/** The test's side of a model that runs in a process of its own. */
export class ModelClient implements AsyncDisposable {
  #child: Deno.ChildProcess;
  #input: WritableStreamDefaultWriter<Uint8Array>;
  #output: Promise<void>;
  #ready = Promise.withResolvers<void>();
  /** When each turn with calls went out, in milliseconds since 1970. */
  readonly sent: number[] = [];
  /** The results that came back, in order, each once. */
  readonly results: ToolResult[] = [];
  /** The texts that were sent to the model, in order, each once. */
  readonly prompts: string[] = [];

  /**
   * Starts the process.
   *
   * @param argv How to run `model_process.ts`.
   */
  constructor(argv: readonly [string, ...string[]]) {
    const [program, ...args] = argv;
    this.#child = new Deno.Command(program, {
      args,
      clearEnv: true,
      env: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin", NO_COLOR: "1" },
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#output = this.#listen();
  }

  /** Resolves once the model can be reached. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Puts turns at the end of the list. An empty list answers `Done.`. */
  queue(...turns: Turn[]): Promise<void> {
    return this.#order({ queue: turns });
  }

  /** Forgets the turns that were not used. */
  clear(): Promise<void> {
    return this.#order({ clear: true });
  }

  /** Lets the turns that are held back go out. */
  release(): Promise<void> {
    return this.#order({ release: true });
  }

  #order(order: ModelOrder): Promise<void> {
    const line = JSON.stringify(order) + "\n";
    return this.#input.write(new TextEncoder().encode(line));
  }

  async #listen(): Promise<void> {
    let rest = "";
    const text = this.#child.stdout.pipeThrough(new TextDecoderStream());
    for await (const part of text) {
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#keep(JSON.parse(line));
    }
    this.#ready.reject(new Error("The model ended early"));
  }

  #keep(event: ModelEvent | { event: "ready" }): void {
    if (event.event === "ready") this.#ready.resolve();
    else if (event.event === "sent") this.sent.push(event.at);
    else if (event.event === "prompt") this.prompts.push(event.text);
    else this.results.push(event.result);
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ready.promise.catch(() => {});
    await this.#input.close().catch(() => {});
    await this.#output;
    await this.#child.status;
  }
}
