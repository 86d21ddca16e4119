import { commandDialog } from "../../lib/agents/rehearsal/dialog.ts";
import { draw } from "../../lib/agents/rehearsal/draw.ts";
import { openScreen, Painter } from "../../lib/agents/rehearsal/painter.ts";
import type { Activity, Stage } from "../../lib/agents/rehearsal/stage.ts";
import { agents, recordFileOf } from "../../lib/agents/mod.ts";
import { Journal } from "../../lib/journal/mod.ts";
import { type Paths, pathsOf } from "../../lib/paths/mod.ts";
import { setUpAgent } from "../../lib/team/mod.ts";
import { TestTmux } from "../harness/mod.ts";

/** The size of every pane, in cells. */
const size = { columns: 100, rows: 30 };

/** How many panes a session has, each in a window of its own. */
const windowsPerSession = 10;

/** How many calls an agent's record holds at first: some 300 kB of them. */
const pastCalls = 1500;

/** Between two pictures of a spinner, in milliseconds. */
const spinnerTime = 100;

/**
 * A pane that shows an agent's screen. No agent runs in it: what the agent
 * would draw is written to its terminal by `cat`, so that only the watcher is
 * measured.
 */
export class DrawnPane implements Disposable {
  /** The agent's name. */
  readonly agent: string;
  /** The picture of the spinner, counted up. */
  frame = 0;
  readonly #terminal: Deno.FsFile;
  readonly #record: string;
  readonly #painter = new Painter();
  readonly #stage: Stage;
  #call = "";
  #activity: Activity = { kind: "idle" };

  /**
   * Takes a terminal.
   *
   * @param agent The agent's name.
   * @param terminal What is written here is shown in the pane.
   * @param record The file in which the agent records its calls.
   * @param project The folder the agent works in.
   */
  constructor(
    agent: string,
    terminal: Deno.FsFile,
    record: string,
    project: string,
  ) {
    this.agent = agent;
    this.#terminal = terminal;
    this.#record = record;
    this.#stage = {
      name: agent,
      project,
      blocks: [
        { kind: "message", text: "Please go on." },
        { kind: "say", text: "I will look at the next one." },
      ],
      activity: this.#activity,
      draft: "",
      queued: [],
      outputRows: 4,
    };
    this.#write(openScreen);
    this.rest();
  }

  /** Whether a dialog is open. */
  get asks(): boolean {
    return this.#activity.kind === "asking";
  }

  /**
   * Records a call and opens its dialog, as an agent does.
   *
   * @param command The command it asks for.
   * @param bell Whether the terminal's bell is rung with it.
   * @returns When that was begun, in milliseconds since 1970.
   */
  ask(command: string, bell: boolean): number {
    this.#call = crypto.randomUUID();
    this.#note({ kind: "command", command, state: "pending" });
    const dialog = commandDialog(command);
    const drawn = this.#show({ kind: "asking", dialog, selected: 0 });
    const now = performance.timeOrigin + performance.now();
    this.#write(drawn + (bell ? "\x07" : ""));
    return now;
  }

  /** Closes the dialog as if a person had approved it; shows the composer. */
  rest(): void {
    if (this.asks) this.#note({ kind: "command", state: "approved" });
    this.#write(this.#show({ kind: "idle" }));
  }

  /** Paints the next picture of a spinner, unless a dialog is open. */
  spin(): void {
    if (this.asks) return;
    this.frame++;
    this.#write(
      this.#show({ kind: "working", seconds: 1, frame: this.frame }),
    );
  }

  /** Lets the terminal go. */
  [Symbol.dispose](): void {
    this.#terminal.close();
  }

  #show(activity: Activity): string {
    this.#activity = activity;
    const drawing = draw({ ...this.#stage, activity }, size);
    return this.#painter.paint(drawing, size.columns);
  }

  #write(text: string): void {
    let bytes = new TextEncoder().encode(text);
    while (bytes.length > 0) {
      bytes = bytes.subarray(this.#terminal.writeSync(bytes));
    }
  }

  #note(entry: Record<string, string>): void {
    const at = new Date().toISOString();
    const line = JSON.stringify({ at, id: this.#call, ...entry });
    Deno.writeTextFileSync(this.#record, `${line}\n`, { append: true });
  }
}

/** Panes of agents on a tmux server of their own. */
export class PaneField implements AsyncDisposable {
  /** The server. */
  readonly server: TestTmux;
  /** The panes. */
  readonly panes: readonly DrawnPane[];
  /** Where orch keeps things. */
  readonly paths: Paths;

  private constructor(server: TestTmux, panes: readonly DrawnPane[]) {
    this.server = server;
    this.panes = panes;
    this.paths = pathsOf({ HOME: server.home });
  }

  /** The folder in which all agents work. */
  get project(): string {
    return projectOn(this.server);
  }

  /**
   * Starts a server and sets up agents on it.
   *
   * @param count How many.
   * @returns The field, all agents idle.
   */
  static async open(count: number): Promise<PaneField> {
    const server = await TestTmux.start(size);
    const panes: DrawnPane[] = [];
    try {
      await Deno.mkdir(projectOn(server));
      const paths = pathsOf({ HOME: server.home });
      using journal = Journal.open(paths.journal);
      for (let index = 0; index < count; index++) {
        panes.push(await openPane(server, paths, journal, index));
      }
      return new PaneField(server, panes);
    } catch (error) {
      for (const pane of panes) pane[Symbol.dispose]();
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /**
   * Repaints spinners ten times a second until it is disposed of.
   *
   * @param part Which part of the panes has one.
   * @returns Ends it; all are idle then.
   */
  spin(part: number): Disposable {
    const spinning = this.panes.slice(0, Math.round(this.panes.length * part));
    const timer = setInterval(() => {
      for (const pane of spinning) pane.spin();
    }, spinnerTime);
    return {
      [Symbol.dispose]: () => {
        clearInterval(timer);
        for (const pane of spinning) if (!pane.asks) pane.rest();
      },
    };
  }

  /** Ends the server and removes everything. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const pane of this.panes) pane[Symbol.dispose]();
    await this.server[Symbol.asyncDispose]();
  }
}

async function openPane(
  server: TestTmux,
  paths: Paths,
  journal: Journal,
  index: number,
): Promise<DrawnPane> {
  const name = `agent-${index}`;
  const project = projectOn(server);
  const session = `team-${Math.floor(index / windowsPerSession)}`;
  await setUpAgent({ journal, paths, name, project, agent: agents.rehearsal });
  // Deno may write to a terminal only with all permissions; `cat` may.
  const path = `${server.directory}/${name}`;
  await new Deno.Command("mkfifo", { args: [path] }).output();
  const terminal = await Deno.open(path, { read: true, write: true });
  const pane = await server.tmux(
    ...index % windowsPerSession === 0
      ? ["new-session", "-d", "-s", session]
      : ["new-window", "-d", "-t", `=${session}:`],
    ...index % windowsPerSession === 0
      ? ["-x", String(size.columns), "-y", String(size.rows)]
      : [],
    ...["-n", name, "-P", "-F", "#{pane_id}", "--"],
    ...["sh", "-c", 'stty -echo; exec cat <>"$0"', path],
  );
  const conversation = crypto.randomUUID();
  const record = recordFileOf(server.home, conversation);
  await writeRecord(record);
  const drawn = new DrawnPane(name, terminal, record, project);
  await server.tmux(
    ...["set-option", "-p", "-t", pane, "@orch_session", conversation, ";"],
    ...["set-option", "-p", "-t", pane, "@orch_agent", name],
  );
  return drawn;
}

/** Writes a record of a long day. */
async function writeRecord(file: string): Promise<void> {
  const lines = Array.from({ length: pastCalls }, (_, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const id = crypto.randomUUID();
    const command = `npm test -- src/part-${index}`;
    const call = { at, id, kind: "command", command, state: "approved" };
    return JSON.stringify(call);
  });
  await Deno.mkdir(file.slice(0, file.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(file, `${lines.join("\n")}\n`);
}

function projectOn(server: TestTmux): string {
  return `${server.directory}/project`;
}
