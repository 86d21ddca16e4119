import assert from "node:assert/strict";
import type { Request } from "../../../lib/agents/mod.ts";
import { Journal, type RequestRecord } from "../../../lib/journal/mod.ts";
import { pathsOf } from "../../../lib/paths/mod.ts";
import {
  type CommandResult,
  eventually,
  orch,
  spawnOrch,
} from "../../harness/mod.ts";
import { AgentLab, type LabOptions } from "./agent_lab.ts";
import type { Client } from "./client.ts";
import { patience } from "./patience.ts";

/** How an {@linkcode Office} is to be. */
export interface OfficeOptions extends Omit<LabOptions, "starter" | "argv"> {
  /** Whether the agent reports by its hooks, too. */
  readonly hooks: boolean;
}

/**
 * A real client that was set up by `orch setup` and started by its own start
 * script, followed by an `orch monitor` that is a process of its own.
 */
export class Office implements AsyncDisposable {
  /** Where the client runs. */
  readonly lab: AgentLab;
  /** What orch has written down. */
  readonly journal: Journal;
  #monitor: MonitorProcess;

  private constructor(
    lab: AgentLab,
    journal: Journal,
    monitor: MonitorProcess,
  ) {
    this.lab = lab;
    this.journal = journal;
    this.#monitor = monitor;
  }

  /**
   * Sets a client up, and starts the monitor and then the client.
   *
   * @param client The client.
   * @param options How it is to be.
   */
  static async open(client: Client, options: OfficeOptions): Promise<Office> {
    const { hooks, ...rest } = options;
    let monitor: MonitorProcess | undefined;
    let journal: Journal | undefined;
    try {
      const lab = await AgentLab.start(client, {
        ...rest,
        starter: async (lab) => {
          const script = await setUp(lab, hooks);
          journal = Journal.open(pathsOf({ HOME: lab.home }).journal);
          monitor = await startMonitor(lab, journal);
          return ["/bin/sh", script];
        },
      });
      return new Office(lab, journal!, monitor!);
    } catch (error) {
      journal?.[Symbol.dispose]();
      await monitor?.end();
      throw error;
    }
  }

  /** Runs an `orch` command. */
  run(...args: string[]): Promise<CommandResult> {
    return orch(args, { home: this.lab.home, socket: this.lab.socket });
  }

  /** Waits until a command waits for a person. */
  async waiting(command: string): Promise<RequestRecord> {
    let found: RequestRecord | undefined;
    await eventually(`${command} waits for a person`, async () => {
      // What only a hook has told has no dialog yet that could be answered.
      found = this.journal.requests.all({ waiting: true }).find((row) =>
        commandOf(row) === command &&
        (row.request as Request).evidence.length > 0
      );
      return found !== undefined || await this.sight();
    }, patience);
    return found!;
  }

  /** Waits until a request is closed and its outcome is known. */
  async closed(id: number): Promise<RequestRecord> {
    await eventually(`request ${id} has an outcome`, async () => {
      const { status, outcome } = this.journal.requests.find(id)!;
      const known = outcome !== undefined && outcome !== "unknown";
      return status === "closed" && known || await this.sight();
    }, patience);
    return this.journal.requests.find(id)!;
  }

  /** What there is to be seen, for errors. */
  async sight(): Promise<string> {
    const rows = this.journal.requests.all().map((row) =>
      `${row.id} ${row.status} ${row.outcome} by ${row.by}: ${row.summary} ` +
      `(${row.note ?? row.verdict?.reason})`
    );
    return `${rows.join("\n")}\n${await this.lab.capture(false)}`;
  }

  /** Ends the monitor, and the lab with it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await using _lab = this.lab;
    using _journal = this.journal;
    await this.#monitor.end();
  }
}

/** The exact command of a request. */
export function commandOf({ request }: RequestRecord): string | undefined {
  return (request as Partial<Request>).command;
}

async function setUp(lab: AgentLab, hooks: boolean): Promise<string> {
  const { kind } = lab.client;
  const args = ["setup", lab.project, "shop", "--json", "--agent", kind];
  const { code, stdout, stderr } = await spawnOrch(
    [...args, hooks ? "--hooks" : "--no-hooks"],
    placeOf(lab),
  ).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, decoder.decode(stderr));
  const done = JSON.parse(decoder.decode(stdout));
  assert.equal(done.hooks, hooks, `${kind} ${lab.place.version}`);
  return done.startScript;
}

const placeOf = ({ home, socket, project: directory, path }: AgentLab) => ({
  home,
  socket,
  directory,
  path,
});

/** An `orch monitor` in a process of its own. */
class MonitorProcess {
  #child: Deno.ChildProcess;
  #output: Promise<string[]>;

  constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#output = Promise.all(
      [child.stdout, child.stderr].map((stream) => new Response(stream).text()),
    );
  }

  /** Ends it; it must not have ended by itself. */
  async end(): Promise<void> {
    try {
      this.#child.kill("SIGTERM");
    } catch {
      throw new Error(`The monitor ended:\n${(await this.#output).join("\n")}`);
    } finally {
      await this.#output;
      await this.#child.status;
    }
  }
}

async function startMonitor(
  lab: AgentLab,
  journal: Journal,
): Promise<MonitorProcess> {
  const monitor = new MonitorProcess(spawnOrch(["monitor", "--json"], {
    ...placeOf(lab),
    through: await lab.inside(),
  }));
  await eventually("the monitor follows the server", async () => {
    if (!journal.events().some(({ type }) => type === "monitor-started")) {
      return "no monitor";
    }
    // A server that opens a session while a client connects may crash.
    const clients = await lab.tmux(
      ...["list-clients", "-F", "#{client_control_mode}"],
    );
    return clients.includes("1") || "no client";
  }, patience);
  return monitor;
}
