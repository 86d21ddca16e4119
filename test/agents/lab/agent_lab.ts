import { dirname } from "node:path";
import type { PaneId } from "../../../lib/tmux/mod.ts";
import type { Client, LabPlace } from "./client.ts";
import { endProcesses } from "./end_processes.ts";
import { installClient } from "./install_client.ts";
import { ModelClient } from "./model/model_client.ts";
import { enterNamespace, namespaceFlags } from "./network_namespace.ts";
import { patience } from "./patience.ts";
import { run } from "./run.ts";
import { withoutEscapes } from "./without_escapes.ts";

const port = "8101";

/** How a lab is to be. */
export interface LabOptions {
  /** The pane's width; 80 if unset. */
  readonly columns?: number;
  /** The pane's height; 24 if unset. */
  readonly rows?: number;
  /** The client's release; the one the tests run against if unset. */
  readonly version?: string;
  /** Further arguments for the client. */
  readonly arguments?: readonly string[];
  /** Instead of the arguments a lab gives by itself. */
  readonly argv?: readonly string[];
  /** What starts the client instead, once the lab's folders are there. */
  readonly starter?: (lab: AgentLab) => Promise<readonly string[]>;
  /** What the user's settings hold besides the lab's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files in the client's HOME besides the lab's own, by path below it. */
  readonly files?: (place: LabPlace) => Readonly<Record<string, string>>;
  /** Variables that replace the lab's own; empty ones are left out. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the project counts as trusted; true if unset. */
  readonly trusted?: boolean;
  /** The project folder's name below the lab's own folder. */
  readonly project?: string;
  /** The lab's own folder's name, which no other lab may have; or any. */
  readonly folder?: string;
}

/**
 * A real client in a pane: a network namespace of its own with nothing but
 * loopback, a HOME of its own, an empty environment, a private tmux socket,
 * and a model that says what the test wants.
 *
 * `PATH` begins with a folder for the test's own programs and that of the
 * client's, so that a start script finds it as a person's shell would.
 */
export class AgentLab implements AsyncDisposable {
  /** The client. */
  readonly client: Client;
  /** The lab's own folder. */
  readonly folder: string;
  /** The tmux socket. */
  readonly socket: string;
  /** Where the client is started. */
  readonly place: LabPlace;
  /** The model's side. */
  readonly model: ModelClient;
  /** Where programs are found: the test's own, the client, this machine's. */
  readonly path: string;
  /** The pane's id. */
  pane: PaneId = "%0";

  private constructor(
    client: Client,
    program: string,
    folder: string,
    isolation: readonly string[],
    options: LabOptions,
  ) {
    this.client = client;
    this.folder = folder;
    this.socket = `${folder}/tmux`;
    const path = Deno.env.get("PATH") ?? "/usr/bin:/bin";
    this.path = [this.programs, dirname(program), path].join(":");
    this.place = {
      home: `${folder}/home`,
      project: `${folder}/${options.project ?? "webshop"}`,
      session: crypto.randomUUID(),
      version: options.version ?? client.version,
      model: `http://127.0.0.1:${port}`,
      trusted: options.trusted ?? true,
      settings: options.settings ?? {},
    };
    // The tmux server is started from inside the namespace, so that its panes
    // are in it too; the socket reaches out because it is a file.
    this.model = new ModelClient([
      "unshare",
      ...isolation,
      "sh",
      "-c",
      'ip link set lo up && tmux -S "$1" -f /dev/null new-session -d -s keep ' +
      '"exec sleep 86400" && shift && exec "$@"',
      "sh",
      this.socket,
      Deno.execPath(),
      "run",
      "--quiet",
      "--no-config",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      new URL("./model/model_process.ts", import.meta.url).pathname,
      client.dialect,
      port,
    ]);
  }

  /**
   * Starts a client.
   *
   * @param client The client.
   * @param options How the lab is to be.
   */
  static async start(
    client: Client,
    options: LabOptions = {},
  ): Promise<AgentLab> {
    const program = await installClient(client, options.version);
    const folder = await Deno.realPath(await labFolder(options.folder));
    const isolation = await namespaceFlags();
    if (!isolation) throw new Error("unshare is not permitted here");
    const lab = new AgentLab(client, program, folder, isolation, options);
    try {
      await lab.#prepare(options);
      await lab.#launch(program, options);
    } catch (error) {
      await lab[Symbol.asyncDispose]();
      throw error;
    }
    return lab;
  }

  /** The client's HOME. */
  get home(): string {
    return this.place.home;
  }

  /** The folder of programs that are found before any others. */
  get programs(): string {
    return `${this.folder}/programs`;
  }

  /** The folder it works in. */
  get project(): string {
    return this.place.project;
  }

  /** The conversation's id, where the client takes one. */
  get session(): string {
    return this.place.session;
  }

  async #prepare(options: LabOptions): Promise<void> {
    await Deno.mkdir(this.home, { recursive: true });
    await Deno.mkdir(this.programs);
    await Deno.mkdir(this.project, { recursive: true });
    // A login shell sets `PATH` anew.
    const path = `export PATH="${this.programs}:$PATH"\n`;
    const files = {
      ".bash_profile": path,
      ...this.client.files(this.place),
      ...options.files?.(this.place),
    };
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(dirname(`${this.home}/${name}`), { recursive: true });
      await Deno.writeTextFile(`${this.home}/${name}`, text);
    }
  }

  async #launch(program: string, options: LabOptions): Promise<void> {
    await this.model.ready;
    const argv = await options.starter?.(this) ?? [
      program,
      ...options.argv ?? this.client.arguments(this.place),
      ...options.arguments ?? [],
    ];
    const environment = {
      HOME: this.home,
      PATH: this.path,
      SHELL: "/bin/bash",
      TERM: "tmux-256color",
      LANG: "C.UTF-8",
      TZ: "UTC",
      ...this.client.environment(this.place),
      ...options.environment,
    };
    const pane = await this.tmux(
      "new-session",
      "-d",
      "-P",
      "-F",
      "#{pane_id}",
      "-s",
      "agent",
      "-x",
      String(options.columns ?? 80),
      "-y",
      String(options.rows ?? 24),
      "-c",
      this.project,
      "sh",
      "-c",
      'exec env -i TMUX="$TMUX" TMUX_PANE="$TMUX_PANE" "$@"',
      "sh",
      ...Object.entries(environment)
        .flatMap(([name, value]) => value === "" ? [] : [`${name}=${value}`]),
      ...argv,
    );
    this.pane = pane.trim() as PaneId;
  }

  /**
   * Says how to run a program where the client can reach it by loopback.
   *
   * @returns What to put before the program's own arguments.
   */
  async inside(): Promise<string[]> {
    const pid = await this.tmux("display-message", "-p", "#{pid}");
    return await enterNamespace(Number(pid));
  }

  /** Runs a tmux command on the lab's server and returns what it prints. */
  tmux(...args: string[]): Promise<string> {
    return run(["tmux", "-S", this.socket, ...args]);
  }

  /** The visible screen, with escapes unless told otherwise. */
  capture(escapes = true): Promise<string> {
    const flags = escapes ? ["-e"] : [];
    return this.tmux("capture-pane", "-p", ...flags, "-t", this.pane);
  }

  /** Sends keys by tmux name. */
  async keys(...names: string[]): Promise<void> {
    await this.tmux("send-keys", "-t", this.pane, ...names);
  }

  /** Puts a text into the composer as one piece. */
  async paste(text: string): Promise<void> {
    await this.tmux("set-buffer", "-b", "text", "--", text);
    const flags = ["-p", "-r", "-d", "-b", "text"];
    await this.tmux("paste-buffer", ...flags, "-t", this.pane);
  }

  /** Types a message and sends it, unless a dialog would take it for a yes. */
  async say(text: string): Promise<void> {
    const before = await this.capture();
    if (this.client.mayAsk(withoutEscapes(before), before)) {
      throw new Error(`A dialog is open: ${text}\n${withoutEscapes(before)}`);
    }
    await this.submit(text);
  }

  /** Types a message and sends it; the caller knows that no dialog is open. */
  async submit(text: string): Promise<void> {
    const before = await this.capture();
    await this.paste(text);
    // Of a long text, a composer shows the end only.
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    const signs = [lines[0]!, lines.at(-1)!].map((line) =>
      line.trim().slice(0, 20)
    );
    // An Enter that comes right behind a paste may be taken for a part of it.
    await this.settled(
      (screen) =>
        screen !== withoutEscapes(before) &&
        (signs.some((sign) => screen.includes(sign)) ||
          /\[Pasted text #/i.test(screen)),
      `echo of ${signs[0]}`,
      150,
    );
    await this.keys("Enter");
  }

  /** Waits until the client waits for its first prompt. */
  async started(): Promise<void> {
    await this.settled(
      (plain, escaped) => this.client.isIdle(plain, escaped),
      `an idle ${this.client.program}`,
      this.client.quiet ?? 200,
    );
  }

  /** Lets the client ask for a command, and waits for the dialog. */
  async ask(command: string, description?: string): Promise<void> {
    await this.model.queue({
      calls: [this.client.command(command, description)],
    });
    await this.say("Go on, please.");
    await this.until(
      (plain, escaped) => this.client.mayAsk(plain, escaped),
      `a dialog for ${command}`,
    );
  }

  /**
   * Waits until the screen satisfies a condition.
   *
   * @param wanted The condition on the screen, without and with escapes.
   * @param what What is waited for, for the error.
   * @param milliseconds When to give up.
   * @returns That screen, with escapes.
   */
  async until(
    wanted: (plain: string, escaped: string) => boolean,
    what: string,
    milliseconds = patience,
  ): Promise<string> {
    const end = Date.now() + milliseconds;
    while (true) {
      const escaped = await this.capture();
      const plain = withoutEscapes(escaped);
      if (wanted(plain, escaped)) return escaped;
      if (Date.now() > end) {
        throw new Error(`Waited in vain for ${what}:\n${plain}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  /** Waits until the screen satisfies a condition and no longer changes. */
  async settled(
    wanted: (plain: string, escaped: string) => boolean,
    what: string,
    quiet = 400,
    milliseconds = patience,
  ): Promise<string> {
    const end = Date.now() + milliseconds;
    let screen = await this.until(wanted, what, milliseconds);
    let since = Date.now();
    while (Date.now() - since < quiet) {
      if (Date.now() > end + quiet) {
        throw new Error(`It went on changing: ${what}:\n${screen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      const next = await this.until(wanted, what, milliseconds);
      if (next !== screen) since = Date.now();
      screen = next;
    }
    return screen;
  }

  /** Ends everything the lab has started and removes its folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    // The other way round, and each even if one before it fails.
    await using end = new AsyncDisposableStack();
    end.defer(() => Deno.remove(this.folder, { recursive: true }));
    // A client still writes its state, and would make the folder anew; what
    // it has started may go on without it.
    end.defer(() => endProcesses(this.folder, 1500));
    end.use(this.model);
    end.defer(async () => {
      await this.tmux("kill-server").catch(() => {});
    });
  }
}

async function labFolder(name?: string): Promise<string> {
  if (name === undefined) {
    return await Deno.makeTempDir({ prefix: "orch-lab-" });
  }
  const folder = `${Deno.env.get("TMPDIR") ?? "/tmp"}/${name}`;
  await Deno.mkdir(folder, { mode: 0o700 });
  return folder;
}
