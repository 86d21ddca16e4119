import { type ConnectOptions, type PaneId, Tmux } from "../../lib/tmux/mod.ts";
import { describeScreen } from "./describe_screen.ts";
import { endProcessesOf, processEnded } from "./process_ended.ts";

/** How {@linkcode TestTmux.start} sets up its first session. */
export interface TestTmuxOptions {
  /** Width of its pane. @default {100} */
  columns?: number;
  /** Height of its pane. @default {30} */
  rows?: number;
}

/** How long {@linkcode TestTmux.until} waits unless told, in milliseconds. */
const patience = 10_000;

/**
 * A tmux server for one test: its own socket, home and environment.
 *
 * It begins with one session, `main`, whose pane runs `/bin/sh` with the prompt
 * `$ `. Disposing of it closes its clients, ends the server and all that runs
 * in it, and removes its directory.
 *
 * @example Usage
 * ```ts ignore
 * import { TestTmux } from "../harness/mod.ts";
 *
 * Deno.test("the shell echoes", async () => {
 *   await using server = await TestTmux.start();
 *   await server.tmux("send-keys", "-t", server.pane, "echo hi", "Enter");
 *   await server.until(server.pane, /^hi$/m);
 * });
 * ```
 */
export class TestTmux implements AsyncDisposable {
  /** The directory that holds everything of this server. */
  readonly directory: string;
  /** The socket's absolute path. */
  readonly socket: string;
  /** The home directory of what runs in it. */
  readonly home: string;
  /** The environment of the server and of every client. */
  readonly environment: Readonly<Record<string, string>>;
  /** The first session's pane. */
  pane: PaneId = "%0";
  /** The server's process id. */
  pid = 0;
  readonly #options: TestTmuxOptions;
  readonly #clients: Tmux[] = [];

  private constructor(directory: string, options: TestTmuxOptions) {
    this.directory = directory;
    this.socket = `${directory}/s`;
    this.home = `${directory}/home`;
    this.#options = options;
    this.environment = {
      PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin",
      LANG: "C.UTF-8",
      TERM: "xterm-256color",
      HOME: this.home,
      SHELL: "/bin/sh",
      PS1: "$ ",
      ORCH_TEST: "1",
      ORCH_TMUX_SOCKET: this.socket,
      // Even a client that is given no socket stays in here.
      TMUX_TMPDIR: directory,
    };
  }

  /**
   * Starts a server.
   *
   * @param options The first pane's size.
   * @returns The server.
   */
  static async start(options: TestTmuxOptions = {}): Promise<TestTmux> {
    // A socket's path has room for about 100 bytes.
    const directory = await Deno.makeTempDir({ prefix: "orch-" });
    const server = new TestTmux(directory, options);
    await Deno.mkdir(server.home);
    try {
      await server.boot();
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
    return server;
  }

  /** Starts the server, again if it was ended. */
  async boot(): Promise<void> {
    const { columns = 100, rows = 30 } = this.#options;
    const printed = await this.tmux(
      ...["-f", "/dev/null", "new-session", "-d", "-s", "main", "-n", "shell"],
      ...["-x", String(columns), "-y", String(rows)],
      ...["-P", "-F", "#{pane_id} #{pid}", "-c", this.home, "--"],
      ...["/bin/sh", "-i"],
    );
    const [pane, pid] = printed.split(" ");
    this.pane = pane as PaneId;
    this.pid = Number(pid);
    // What is typed before the shell has its prompt is echoed in front of it.
    await this.until(this.pane, /^\$/m);
  }

  /** Ends the server; it can be started again. */
  async halt(): Promise<void> {
    await this.tmux("kill-server").catch(() => {});
    const { pid } = this;
    this.pid = 0;
    if (pid === 0) return;
    try {
      await processEnded(pid);
    } catch {
      // A client whose reader was killed can keep its server from ending.
      await endProcessesOf(this.socket);
    }
  }

  /**
   * Runs `tmux` as a process of its own on this server.
   *
   * @param args The command and its arguments.
   * @returns What it printed, without the last newline.
   * @throws {Error} With what it said, when it fails.
   */
  async tmux(...args: string[]): Promise<string> {
    const result = await new Deno.Command("tmux", {
      args: ["-u", "-S", this.socket, ...args],
      env: this.environment,
      clearEnv: true,
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    if (!result.success) {
      const complaint = decoder.decode(result.stderr).trim();
      throw new Error(`tmux ${args.join(" ")}: ${complaint}`);
    }
    return decoder.decode(result.stdout).replace(/\n$/, "");
  }

  /**
   * Connects a {@linkcode Tmux} that is closed together with the server.
   *
   * @param options As for {@linkcode Tmux.connect}.
   * @returns The connection.
   */
  async connect(options: ConnectOptions = {}): Promise<Tmux> {
    const client = await Tmux.connect({ socket: this.socket, ...options });
    this.#clients.push(client);
    return client;
  }

  /**
   * Reads a pane's visible screen.
   *
   * @param pane The pane, as any tmux target.
   * @returns Its rows, without escapes.
   */
  screen(pane: string): Promise<string> {
    return this.tmux("capture-pane", "-p", "-t", pane);
  }

  /**
   * Waits until a pane's screen matches.
   *
   * @param pane The pane, as any tmux target.
   * @param pattern What to wait for.
   * @param milliseconds How long at most.
   * @returns The screen.
   * @throws {Error} With the screen, when the time is over.
   */
  async until(
    pane: string,
    pattern: RegExp,
    milliseconds: number = patience,
  ): Promise<string> {
    const deadline = Date.now() + milliseconds;
    for (let pause = 5;; pause = Math.min(50, pause * 2)) {
      const screen = await this.screen(pane);
      if (pattern.test(screen)) return screen;
      if (Date.now() > deadline) {
        throw new Error(
          `${pane} did not show ${pattern} within ${milliseconds} ms:\n` +
            describeScreen(screen),
        );
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Closes clients, ends the server and its panes, removes its directory. */
  async [Symbol.asyncDispose](): Promise<void> {
    // In this order: a server that is killed under a client can hang.
    for (const client of this.#clients) await client.close();
    await this.halt();
    await Deno.remove(this.directory, { recursive: true });
  }
}
