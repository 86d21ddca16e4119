import { agentOf } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
import { OrchError } from "../errors/mod.ts";
import type { Journal } from "../journal/mod.ts";
import type { Paths } from "../paths/mod.ts";
import { Policies } from "../policy/mod.ts";
import { maskValue } from "../secrets/mod.ts";
import type { PaneId, PaneInfo, Tmux } from "../tmux/mod.ts";
import { Attendance } from "./attendance.ts";
import { closeLost } from "./close_lost.ts";
import { fatesOf, resumeCommand, serverKey } from "../presence/mod.ts";
import { hookService } from "./hook_service.ts";
import { Knowledge } from "./knowledge.ts";
import { OwnFileKeepers } from "./own_file_keepers.ts";
import type { Notice } from "./notice.ts";
import { PaneSupervisor } from "./pane_supervisor.ts";
import { recordPlaceOf } from "./record_place.ts";
import { RecordReader } from "./record_reader.ts";
import type { World } from "./world.ts";

/** How often used rules are written back, in milliseconds. */
const flushInterval = 10_000;

/**
 * How often what waits is judged anew if its agent has learned something, in
 * milliseconds.
 */
const reconsiderInterval = 500;

/**
 * How often another monitor's place at the port is asked for, in milliseconds.
 */
const portInterval = 1000;

/** What a {@linkcode Monitor} is made of. */
export interface MonitorOptions {
  /** The server to follow. */
  readonly tmux: Tmux;
  /** The journal. */
  readonly journal: Journal;
  /** Where things are kept. */
  readonly paths: Paths;
  /** Called with everything worth telling. */
  readonly notify?: (notice: Notice) => void;
  /**
   * Where time comes from.
   *
   * @default {systemClock}
   */
  readonly clock?: Clock;
  /**
   * Milliseconds between sweeps over the panes while anything moves.
   *
   * @default {100}
   */
  readonly interval?: number;
}

/**
 * Follows every agent on a tmux server: reads what they ask, answers what may
 * be answered, hands the rest to a person and learns from the answers.
 *
 * One monitor runs on a server at a time; the caller holds the lock.
 *
 * Requires what the tmux connection and the journal require, and
 * `--allow-read` and `--allow-write` for the agents' files. Where agents report
 * through hooks, `--allow-net=127.0.0.1` besides; without it they are answered
 * by their dialogs alone.
 *
 * @example Usage
 * ```ts ignore
 * import { Journal, Monitor, pathsOf, Tmux } from "@orch/cli";
 *
 * const paths = pathsOf({ HOME: Deno.env.get("HOME") });
 * await using tmux = await Tmux.connect();
 * using journal = Journal.open(paths.journal);
 * const monitor = new Monitor({ tmux, journal, paths, notify: console.log });
 * await monitor.run(AbortSignal.timeout(60_000));
 * ```
 */
export class Monitor {
  readonly #options: MonitorOptions;
  readonly #clock: Clock;
  readonly #knowledge: Knowledge;
  readonly #ownFiles: OwnFileKeepers;
  readonly #policies: Policies;
  readonly #attendance: Attendance;
  #server = "";
  #supervisors = new Map<PaneId, PaneSupervisor>();
  #strangers = new Set<string>();

  /**
   * Creates a monitor.
   *
   * @param options Server, journal, places.
   */
  constructor(options: MonitorOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    const { journal, paths } = options;
    this.#knowledge = new Knowledge(paths.agentFile);
    this.#ownFiles = new OwnFileKeepers(journal, paths.home);
    this.#policies = new Policies(options.paths);
    this.#attendance = new Attendance({
      journal: options.journal,
      tmux: options.tmux,
      clock: this.#clock,
      lost: (agent) => this.#lost(agent),
    });
  }

  /**
   * Follows the agents until the signal is aborted.
   *
   * @param signal Ends the monitor.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { tmux, journal, interval } = this.#options;
    journal.note("monitor-started", {});
    const flushing = this.#every(flushInterval, signal, () => this.#flush());
    const reconsidering = this.#every(reconsiderInterval, signal, async () => {
      for (const one of this.#supervisors.values()) one.reconsider();
      await this.#attendance.keep();
    });
    const world = this.#world(signal);
    await using port = hookService(world, {
      panes: (name) => this.#panesOf(name, world),
      trouble: (agent, message, hint) => this.#tell(agent, message, hint),
    });
    await port.hold();
    const holding = this.#every(portInterval, signal, () => port.hold());
    const events = tmux.watch({
      signal,
      include: (pane) => pane.agent !== undefined && !pane.dead,
      ...(interval !== undefined && { interval }),
    });
    for await (const event of events) {
      switch (event.type) {
        case "connected":
          this.#server = await this.#begin();
          break;
        case "lost":
          this.#tell(undefined, "The connection to tmux was lost");
          break;
        case "screen":
          (await this.#supervisor(event.pane, world))
            ?.observe(event.capture, event.at);
          break;
        case "gone":
          this.#supervisors.get(event.pane.id)?.gone();
          this.#supervisors.delete(event.pane.id);
          this.#attendance.left(event.pane.id);
          break;
      }
    }
    await Promise.all(this.#settled());
    await Promise.all([flushing, reconsidering, holding]);
    await this.#flush();
    journal.note("monitor-stopped", {});
  }

  /**
   * Looks at every agent once, answers what may be answered, and ends.
   *
   * @returns How many requests wait for a person.
   */
  async once(): Promise<number> {
    const { tmux, journal } = this.#options;
    const world = this.#world(new AbortController().signal);
    const server = this.#server = await this.#begin();
    for (const pane of await tmux.panes()) {
      if (pane.agent === undefined || pane.dead) continue;
      const supervisor = await this.#supervisor(pane, world);
      supervisor?.observe(await tmux.capture(pane.id), this.#clock.now());
    }
    await Promise.all(this.#settled());
    await this.#flush();
    return journal.requests.all({ waiting: true })
      .filter((row) => row.server === server).length;
  }

  /** Starts over on a server that may be another one than before. */
  async #begin(): Promise<string> {
    const { tmux, journal } = this.#options;
    const server = await serverKey(tmux);
    const panes = await tmux.panes();
    closeLost(journal, server, new Set(panes.map((pane) => pane.id)));
    this.#supervisors.clear();
    this.#attendance.clear();
    const agents = journal.agents.all();
    for (const { name, project } of agents) {
      const news = await this.#policies.news(project);
      if (news) this.#tell(name, news.message, news.hint);
    }
    for (const { agent, fate } of await fatesOf(agents, tmux)) {
      if (fate === "lost") this.#lost(agent.name);
    }
    return server;
  }

  /** The panes of an agent; one that has only begun is looked for. */
  async #panesOf(name: string, world: World): Promise<PaneSupervisor[]> {
    const known = [...this.#supervisors.values()]
      .filter(({ supervised }) => supervised.agent.name === name);
    if (known.length > 0 || this.#server === "") return known;
    const panes = (await world.tmux.panes())
      .filter((pane) => pane.agent === name && !pane.dead);
    const found = panes.map((pane) => this.#supervisor(pane, world));
    return (await Promise.all(found)).filter((one) => one !== undefined);
  }

  async #supervisor(
    pane: PaneInfo,
    world: World,
  ): Promise<PaneSupervisor | undefined> {
    const known = this.#supervisors.get(pane.id);
    if (known) return known;
    const server = this.#server;
    const agent = world.journal.agents.find(pane.agent!);
    const kind = agent && agentOf(agent.kind);
    if (!agent || !kind) {
      this.#stranger(pane.agent!, agent?.kind);
      return undefined;
    }
    const place = recordPlaceOf(agent, world.paths.home);
    const supervised = {
      pane: pane.id,
      server,
      agent,
      kind,
      record: await RecordReader.ofPane(world.tmux, pane.id, kind, place),
    };
    // A report and a screen may come at once; and the server may have gone.
    const other = this.#supervisors.get(pane.id);
    if (other || server !== this.#server) return other;
    const supervisor = new PaneSupervisor(supervised, world);
    this.#supervisors.set(pane.id, supervisor);
    this.#attendance.arrived(supervised);
    return supervisor;
  }

  #stranger(name: string, kind: string | undefined): void {
    if (this.#strangers.has(name)) return;
    this.#strangers.add(name);
    this.#tell(
      name,
      kind === undefined
        ? `A pane says it runs the agent '${name}', which was never set up`
        : `The agent '${name}' is of an unknown kind: ${kind}`,
      "orch setup",
    );
  }

  #world(signal: AbortSignal): World {
    const { tmux, journal, paths, notify } = this.#options;
    return {
      tmux,
      journal,
      paths,
      clock: this.#clock,
      knowledge: this.#knowledge,
      ownFiles: this.#ownFiles,
      policies: this.#policies,
      // What it tells may be written to a file.
      notify: (notice) => notify?.(maskValue(notice)),
      signal,
    };
  }

  #settled(): Promise<void>[] {
    return [...this.#supervisors.values()].map((one) => one.settled());
  }

  async #every(
    milliseconds: number,
    signal: AbortSignal,
    run: () => void | Promise<void>,
  ): Promise<void> {
    while (true) {
      await this.#clock.sleep(milliseconds, signal);
      if (signal.aborted) return;
      await run();
    }
  }

  async #flush(): Promise<void> {
    try {
      await this.#knowledge.flush();
    } catch (error) {
      if (!(error instanceof OrchError)) throw error;
      this.#tell(undefined, error.message, error.hint);
    }
  }

  #lost(agent: string): void {
    const resume = resumeCommand(agent);
    this.#options.notify?.({ type: "lost", agent, resume });
  }

  #tell(agent: string | undefined, message: string, hint?: string): void {
    this.#options.notify?.({ type: "trouble", agent, message, hint });
  }
}
