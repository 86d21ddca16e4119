import assert from "node:assert/strict";
import type { Script, Step } from "../../lib/agents/rehearsal/mod.ts";
import { Journal, type RequestRecord } from "../../lib/journal/mod.ts";
import { Monitor, type Notice } from "../../lib/monitor/mod.ts";
import { type Paths, pathsOf } from "../../lib/paths/mod.ts";
import type { PaneId } from "../../lib/tmux/mod.ts";
import { type CommandPlace, orch } from "./command_line.ts";
import { TestTmux, type TestTmuxOptions } from "./test_tmux.ts";

/** How long a stage waits for something before it fails, in milliseconds. */
const patience = 15_000;

/** How a {@linkcode Stage} is set. */
export interface StageOptions extends TestTmuxOptions {
  /** Files of the project, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What to put into the script beside its steps. */
  readonly script?: Partial<Omit<Script, "steps">>;
  /** Further arguments of `orch setup`. */
  readonly setup?: readonly string[];
  /**
   * Whether the agent reports what it asks.
   *
   * @default {false}
   */
  readonly hooks?: boolean;
}

/** A monitor that runs in this process. */
export class RunningMonitor implements AsyncDisposable {
  /** Everything it has told. */
  readonly notices: Notice[] = [];
  readonly #end = new AbortController();
  readonly #run: Promise<void>;
  #told = Promise.withResolvers<void>();

  /** Starts a monitor on a stage. */
  constructor(monitor: (notify: (notice: Notice) => void) => Monitor) {
    this.#run = monitor((notice) => {
      this.notices.push(notice);
      this.#told.resolve();
      this.#told = Promise.withResolvers();
    }).run(this.#end.signal);
  }

  /**
   * Waits for a notice.
   *
   * @param wanted Which one.
   * @returns The notice.
   */
  async until<T extends Notice["type"]>(
    type: T,
    wanted: (notice: Extract<Notice, { type: T }>) => boolean = () => true,
  ): Promise<Extract<Notice, { type: T }>> {
    const isIt = (notice: Notice): notice is Extract<Notice, { type: T }> =>
      notice.type === type && wanted(notice as Extract<Notice, { type: T }>);
    const deadline = Date.now() + patience;
    while (true) {
      const found = this.notices.find(isIt);
      if (found) return found;
      const told = this.#told.promise.then(() => true);
      if (!await within(told, deadline - Date.now())) {
        const all = this.notices.map((notice) => JSON.stringify(notice));
        throw new Error(`no such ${type} notice in:\n${all.join("\n")}`);
      }
    }
  }

  /** Ends the monitor. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#end.abort();
    await this.#run;
  }
}

async function within(
  promise: Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One rehearsal agent, set up and started as a person would, in a tmux server
 * and a home of its own.
 */
export class Stage implements AsyncDisposable {
  /** The agent's name. */
  readonly name = "actor";
  /** The tmux server. */
  readonly server: TestTmux;
  /** The project's folder. */
  readonly project: string;
  /** Where orch keeps things. */
  readonly paths: Paths;
  /** The agent's pane. */
  pane: PaneId = "%0";

  private constructor(server: TestTmux) {
    this.server = server;
    this.project = `${server.directory}/project`;
    this.paths = pathsOf({ HOME: server.home });
  }

  /**
   * Sets the stage and starts the agent.
   *
   * @param steps What the agent does.
   * @param options The project, the script and the setup.
   * @returns The stage.
   */
  static async start(
    steps: readonly Step[],
    options: StageOptions = {},
  ): Promise<Stage> {
    const stage = new Stage(await TestTmux.start(options));
    try {
      await Deno.mkdir(stage.project);
      for (const [path, text] of Object.entries(options.files ?? {})) {
        await Deno.writeTextFile(`${stage.project}/${path}`, text);
      }
      const script = `${stage.server.directory}/script.json`;
      await Deno.writeTextFile(
        script,
        JSON.stringify({ name: "Rehearsal", steps, ...options.script }),
      );
      const result = await stage.orch(
        "setup",
        stage.project,
        stage.name,
        "--agent",
        "rehearsal",
        "--script",
        script,
        "--start",
        "--json",
        ...options.hooks ? [] : ["--no-hooks"],
        ...options.setup ?? [],
      );
      assert.equal(result.code, 0, result.stderr);
      stage.pane = JSON.parse(result.stdout).pane;
      await stage.server.tmux(
        ...["resize-window", "-t", stage.pane],
        ...["-x", String(options.columns ?? 100)],
        ...["-y", String(options.rows ?? 30)],
      );
    } catch (error) {
      await stage[Symbol.asyncDispose]();
      throw error;
    }
    return stage;
  }

  /** Where the stage's commands run. */
  get place(): CommandPlace {
    return {
      home: this.server.home,
      socket: this.server.socket,
      directory: this.project,
    };
  }

  /** Runs an `orch` command on the stage. */
  orch(...args: string[]): ReturnType<typeof orch> {
    return orch(args, this.place);
  }

  /** Starts a monitor for the stage. */
  async monitor(): Promise<RunningMonitor & { journal: Journal }> {
    const tmux = await this.server.connect();
    const journal = Journal.open(this.paths.journal);
    const running = new RunningMonitor((notify) =>
      new Monitor({ tmux, journal, paths: this.paths, notify })
    );
    const end = running[Symbol.asyncDispose].bind(running);
    return Object.assign(running, {
      journal,
      [Symbol.asyncDispose]: async () => {
        await end();
        journal.close();
      },
    });
  }

  /** All requests in the journal. */
  requests(): RequestRecord[] {
    using journal = Journal.open(this.paths.journal);
    return journal.requests.all();
  }

  /** Waits until the agent's screen matches. */
  until(pattern: RegExp): Promise<string> {
    return this.server.until(this.pane, pattern, patience);
  }

  /** Presses keys at the agent's pane, as a person does. */
  press(...keys: string[]): Promise<string> {
    return this.server.tmux("send-keys", "-t", this.pane, ...keys);
  }

  /** Reads a file of the project, `undefined` if there is none. */
  async file(path: string): Promise<string | undefined> {
    try {
      return await Deno.readTextFile(`${this.project}/${path}`);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return undefined;
      throw error;
    }
  }

  /** Ends everything on it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}
