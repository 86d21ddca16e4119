import type { HookEvent } from "../agents/mod.ts";
import type { PaneId } from "../tmux/mod.ts";
import { HookPace } from "./hook_pace.ts";
import type { HookReply } from "./hook_server.ts";
import { beginSession, paneOfSession } from "./hook_sessions.ts";
import type { PaneSupervisor } from "./pane_supervisor.ts";
import type { World } from "./world.ts";

/** How often an agent may report anything. */
const reportPace = { burst: 200, perSecond: 20 } as const;

/** How often an agent may ask: each time takes a row in the journal. */
const askPace = { burst: 100, perSecond: 5 } as const;

/** What a {@linkcode HookDesk} is told. */
export interface HookDeskOptions {
  /** What it may touch. */
  readonly world: World;
  /**
   * Gives the panes in which an agent runs.
   *
   * @param name The agent's name.
   */
  readonly panes: (name: string) => Promise<PaneSupervisor[]>;
}

/**
 * Takes in what agents report, and answers what they ask.
 *
 * All that is known of a report is that its sender knows the agent's secret,
 * which every program that runs as the same person can read. It changes what
 * orch believes of that agent's conversation, and it gets an answer to what it
 * asks itself; it answers nothing else and teaches nothing that the agent's
 * record or screen contradict.
 */
export class HookDesk {
  readonly #world: World;
  readonly #panes: (name: string) => Promise<PaneSupervisor[]>;
  readonly #reports: HookPace;
  readonly #asked: HookPace;

  /**
   * Creates it.
   *
   * @param options Where the agents' panes are.
   */
  constructor(options: HookDeskOptions) {
    this.#world = options.world;
    this.#panes = options.panes;
    this.#reports = new HookPace(options.world.clock, reportPace);
    this.#asked = new HookPace(options.world.clock, askPace);
  }

  /**
   * Takes in a report.
   *
   * @param name The agent that has sent it.
   * @param body What it says.
   * @param left Aborted when the agent waits for no reply any more.
   * @returns What is replied; nothing where there is nothing to say, which
   * leaves the agent its dialog.
   */
  async take(
    name: string,
    body: unknown,
    left: AbortSignal,
  ): Promise<HookReply> {
    if (this.#world.signal.aborted || !this.#reports.take(name)) {
      return undefined;
    }
    const panes = await this.#panes(name);
    const hooks = panes[0]?.supervised.kind.hooks;
    const event = hooks?.read(body);
    if (hooks === undefined || event === undefined) return undefined;
    if (event.event === "session") {
      const { tmux, paths } = this.#world;
      await beginSession(tmux, panes, event, paths.home);
      return undefined;
    }
    const pane = await paneOfSession(this.#world.tmux, panes, event.session);
    if (event.event === "permission") {
      return hooks.reply(
        pane && this.#asked.take(name)
          ? await pane.hooks.answer(event, left)
          : { answer: "none" },
      );
    }
    if (pane) this.#tell(pane, event);
    return undefined;
  }

  #tell(
    pane: PaneSupervisor,
    event: Exclude<HookEvent, { event: "permission" | "session" }>,
  ): void {
    const { agent, pane: id, record, kind } = pane.supervised;
    const where: { agent: string; pane: PaneId } = {
      agent: agent.name,
      pane: id,
    };
    switch (event.event) {
      case "call": {
        // Where there is a record, it says what became of its calls.
        if (!kind.records) record.tell(event.call);
        pane.outcomes.hear(event.call);
        pane.hooks.ended(event.call);
        this.#world.ownFiles.of(agent).refresh();
        break;
      }
      case "prompt":
        pane.hooks.turnEnded();
        this.#world.notify({ type: "prompt", ...where, text: event.text });
        break;
      case "turn-ended":
        pane.hooks.turnEnded();
        this.#world.notify({ type: "turn-ended", ...where });
        break;
    }
    pane.reconsider();
  }
}
