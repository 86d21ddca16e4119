import type { HookOrder, HookReport } from "./hook_process.ts";

/** The test's side of what listens to a client's hooks. */
export class HookListener implements AsyncDisposable {
  #child: Deno.ChildProcess;
  #input: WritableStreamDefaultWriter<Uint8Array>;
  #output: Promise<void>;
  #waiting: (() => void)[] = [];
  #reports: HookReport[] = [];

  /**
   * Starts listening.
   *
   * @param prefix What to put before the program, such as what enters a
   * network namespace.
   * @param port The port, on loopback.
   */
  static async start(
    prefix: readonly string[],
    port: number,
  ): Promise<HookListener> {
    const listener = new HookListener([
      ...prefix,
      Deno.execPath(),
      ...["run", "--quiet", "--no-config", "--no-prompt"],
      "--allow-net=127.0.0.1",
      new URL("./hook_process.ts", import.meta.url).pathname,
      String(port),
    ]);
    await listener.#answered();
    return listener;
  }

  private constructor([program = "", ...args]: readonly string[]) {
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

  /** What came in so far, oldest first. */
  get reports(): readonly HookReport[] {
    return this.#reports;
  }

  /**
   * Says what permissions are answered from now on.
   *
   * @param order The answer; text is sent as it is.
   */
  async answer(order: HookOrder): Promise<void> {
    const answered = this.#answered();
    const line = JSON.stringify(order) + "\n";
    await this.#input.write(new TextEncoder().encode(line));
    await answered;
  }

  #answered(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async #listen(): Promise<void> {
    let rest = "";
    const text = this.#child.stdout.pipeThrough(new TextDecoderStream());
    for await (const part of text) {
      const lines = (rest + part).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const told = JSON.parse(line);
        if ("body" in told) this.#reports.push(told);
        else this.#waiting.shift()?.();
      }
    }
  }

  /** Stops listening. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#input.close().catch(() => {});
    await this.#output;
    await this.#child.status;
  }
}
