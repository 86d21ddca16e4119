import { claude } from "../../lib/agents/mod.ts";
import type { PaneId } from "../../lib/tmux/mod.ts";
import { processEnded } from "../harness/mod.ts";
import { claudeProgram } from "./claude_client.ts";
import { ModelClient } from "./model_client.ts";

const port = "8101";

/** How a lab is to be. */
export interface LabOptions {
  /** The pane's width; 80 if unset. */
  readonly columns?: number;
  /** The pane's height; 24 if unset. */
  readonly rows?: number;
  /** The release of Claude Code. */
  readonly version?: string;
  /** Further arguments for Claude Code. */
  readonly arguments?: readonly string[];
  /** Instead of the arguments a lab gives by itself. */
  readonly argv?: readonly string[];
  /** What starts Claude Code instead, once the lab's folders are there. */
  readonly starter?: (lab: ClaudeLab) => Promise<readonly string[]>;
  /** What the user's settings file holds besides the lab's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Variables that replace the lab's own; empty ones are left out. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the project counts as trusted; true if unset. */
  readonly trusted?: boolean;
  /** The project folder's name below the lab's own folder. */
  readonly project?: string;
}

/** Tells how to make a network namespace here, or why it is not possible. */
async function namespace(): Promise<string[] | undefined> {
  for (const flags of [["-n"], ["-r", "-n"]]) {
    const { success } = await new Deno.Command("unshare", {
      args: [...flags, "ip", "link", "set", "lo", "up"],
      stdout: "null",
      stderr: "null",
    }).output().catch(() => ({ success: false }));
    if (success) return flags;
  }
  return undefined;
}

let flags: Promise<string[] | undefined> | undefined;

/** Whether a lab can be made on this machine. */
export async function labIsPossible(): Promise<boolean> {
  return await (flags ??= namespace()) !== undefined;
}

/**
 * A real Claude Code in a pane: a network namespace of its own with nothing
 * but loopback, a HOME of its own, an empty environment, a private tmux
 * socket, and a model that says what the test wants.
 */
export class ClaudeLab implements AsyncDisposable {
  /** The lab's own folder. */
  readonly folder: string;
  /** The tmux socket. */
  readonly socket: string;
  /** Claude's HOME. */
  readonly home: string;
  /** The folder Claude works in. */
  readonly project: string;
  /** The model's side. */
  readonly model: ModelClient;
  /** The conversation's id. */
  readonly session: string = crypto.randomUUID();
  /** The pane's id. */
  pane: PaneId = "%0";

  private constructor(
    folder: string,
    project: string,
    isolation: readonly string[],
  ) {
    this.folder = folder;
    this.socket = `${folder}/tmux`;
    this.home = `${folder}/home`;
    this.project = `${folder}/${project}`;
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
      new URL("./model_process.ts", import.meta.url).pathname,
      port,
    ]);
  }

  /**
   * Starts Claude Code.
   *
   * @param options How the lab is to be.
   */
  static async start(options: LabOptions = {}): Promise<ClaudeLab> {
    const program = await claudeProgram(options.version);
    const folder = await Deno.realPath(
      await Deno.makeTempDir({ prefix: "orch-lab-" }),
    );
    const isolation = await (flags ??= namespace());
    if (!isolation) throw new Error("unshare is not permitted here");
    const lab = new ClaudeLab(folder, options.project ?? "webshop", isolation);
    try {
      await lab.#prepare(options);
      await lab.#launch(program, options);
    } catch (error) {
      await lab[Symbol.asyncDispose]();
      throw error;
    }
    return lab;
  }

  async #prepare(options: LabOptions): Promise<void> {
    await Deno.mkdir(`${this.home}/.claude`, { recursive: true });
    await Deno.mkdir(this.project, { recursive: true });
    const write = (name: string, value: unknown) =>
      Deno.writeTextFile(`${this.home}/${name}`, JSON.stringify(value));
    await write(".claude.json", {
      hasCompletedOnboarding: true,
      lastOnboardingVersion: "99.0.0",
      projects: {
        [this.project]: { hasTrustDialogAccepted: options.trusted ?? true },
      },
    });
    await write(".claude/settings.json", {
      // Without it, a fetch asks the vendor's server before it asks us.
      skipWebFetchPreflight: true,
      ...options.settings,
    });
  }

  async #launch(program: string, options: LabOptions): Promise<void> {
    await this.model.ready;
    const claude = await options.starter?.(this) ?? [
      program,
      ...options.argv ?? [
        "--permission-mode",
        "default",
        "--session-id",
        this.session,
      ],
      ...options.arguments ?? [],
    ];
    const pane = await this.tmux(
      "new-session",
      "-d",
      "-P",
      "-F",
      "#{pane_id}",
      "-s",
      "claude",
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
      ...Object.entries({ ...this.#environment(), ...options.environment })
        .flatMap(([name, value]) => value === "" ? [] : [`${name}=${value}`]),
      ...claude,
    );
    this.pane = pane.trim() as PaneId;
  }

  #environment(): Record<string, string> {
    return {
      HOME: this.home,
      PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin",
      SHELL: "/bin/bash",
      TERM: "tmux-256color",
      LANG: "C.UTF-8",
      TZ: "UTC",
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
      ANTHROPIC_AUTH_TOKEN: "dummy",
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
      DISABLE_AUTOUPDATER: "1",
      DISABLE_TELEMETRY: "1",
    };
  }

  /** Runs a tmux command on the lab's server and returns what it prints. */
  tmux(...args: string[]): Promise<string> {
    return command("tmux", ["-S", this.socket, ...args]);
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
    await this.tmux(
      "paste-buffer",
      "-p",
      "-r",
      "-d",
      "-b",
      "text",
      "-t",
      this.pane,
    );
  }

  /** Types a message and sends it, unless a dialog would take it for a yes. */
  async say(text: string): Promise<void> {
    const { state } = claude.read({ text: await this.capture() });
    if (state === "asking") throw new Error(`A dialog is open: ${text}`);
    await this.paste(text);
    const start = text.split("\n")[0]!.slice(0, 20);
    await this.until(
      (screen) => screen.includes(start) || /\[Pasted text #/.test(screen),
      `echo of ${start}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await this.keys("Enter");
  }

  /**
   * Waits until the screen satisfies a condition.
   *
   * @param wanted The condition on the screen, without escapes.
   * @param what What is waited for, for the error.
   * @param milliseconds When to give up.
   * @returns That screen, with escapes.
   */
  async until(
    wanted: (plain: string, escaped: string) => boolean,
    what: string,
    milliseconds = 30_000,
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
  ): Promise<string> {
    let screen = await this.until(wanted, what);
    let since = Date.now();
    while (Date.now() - since < quiet) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const next = await this.until(wanted, what);
      if (next !== screen) since = Date.now();
      screen = next;
    }
    return screen;
  }

  /** Ends everything the lab has started and removes its folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    const pids = await this.tmux("list-panes", "-a", "-F", "#{pane_pid}")
      .then((text) => text.trim().split("\n").map(Number), () => []);
    await this.tmux("kill-server").catch(() => {});
    await this.model[Symbol.asyncDispose]();
    // Claude still writes its state, and would make the folder anew.
    for (const pid of pids) await processEnded(pid, 10_000);
    // What Claude itself has started may still be writing.
    for (let attempt = 0; attempt < 50; attempt++) {
      const removed = await Deno.remove(this.folder, { recursive: true })
        .then(() => true, () => false);
      if (removed) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Takes the escapes out of a capture. */
export function withoutEscapes(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/\x1b\[[0-9;:]*m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)/g, "");
}

async function command(name: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(name, {
    args,
    clearEnv: true,
    env: { PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin", LANG: "C.UTF-8" },
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  if (success) return decoder.decode(stdout);
  throw new Error(`${name} ${args.join(" ")}: ${decoder.decode(stderr)}`);
}
