import {
  type Agent,
  confirm,
  type Outcome,
  type RecordedCall,
  type Request,
} from "../agents/mod.ts";
import type { Clock } from "../clock/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import { fileStamp } from "./file_stamp.ts";
import { recordTail } from "./record_tail.ts";

/** How long an ambiguous command waits for the record to say, milliseconds. */
const patience = 500;

/** Between two looks into the record, in milliseconds. */
const pause = 50;

/**
 * An agent's own record of what it asks for and what became of it.
 *
 * An agent without one, or one that was started without orch, has an empty
 * record: then the screen is all there is.
 */
export class RecordReader {
  readonly #agent: Agent;
  readonly #file: string | undefined;
  #latest: { stamp: string; calls: RecordedCall[] } | undefined;
  #unreadable: string | undefined;

  /**
   * Creates a reader.
   *
   * @param agent The kind of agent.
   * @param file Where the record is, if there is one.
   */
  constructor(agent: Agent, file: string | undefined) {
    this.#agent = agent;
    this.#file = file;
  }

  /**
   * Finds the record of the agent in a pane.
   *
   * @param tmux The server.
   * @param pane The pane; its start script has left the conversation's id.
   * @param agent The kind of agent.
   * @param places The home directory and the project.
   * @returns The reader.
   */
  static async ofPane(
    tmux: Tmux,
    pane: PaneId,
    agent: Agent,
    places: { home: string; project: string },
  ): Promise<RecordReader> {
    const [session] = await tmux.command(
      "show-options",
      "-pqv",
      "-t",
      pane,
      "@orch_session",
    );
    // It becomes part of a path.
    const file = session && /^[\w-]+$/.test(session)
      ? agent.recordFile?.(places.home, places.project, session)
      : undefined;
    return new RecordReader(agent, file);
  }

  /**
   * Gives the latest calls. The record is read only when it has changed: while
   * an outcome is awaited this is asked at every screen. A record that cannot
   * be read has none.
   *
   * Requires `--allow-read` for the record.
   *
   * @returns The calls, oldest first.
   */
  async calls(): Promise<RecordedCall[]> {
    if (this.#file === undefined) return [];
    try {
      const calls = await this.#read(this.#file);
      this.#unreadable = undefined;
      return calls;
    } catch (error) {
      this.#unreadable = error instanceof Error ? error.message : String(error);
      return [];
    }
  }

  async #read(file: string): Promise<RecordedCall[]> {
    // The stamp first: what is appended meanwhile is read again next time.
    const stamp = await fileStamp(file);
    if (this.#latest?.stamp !== stamp) {
      const tail = await recordTail(file);
      const calls = this.#agent.recordedCalls?.(tail) ?? [];
      this.#latest = { stamp, calls };
    }
    return this.#latest.calls;
  }

  /**
   * Tells what became of a request whose call was confirmed.
   *
   * @param request The request.
   * @returns The outcome, `undefined` while it is open or not known.
   */
  async outcome(request: Request): Promise<Outcome | undefined> {
    if (request.call === undefined) return undefined;
    const calls = await this.calls();
    return calls.find((call) => call.id === request.call)?.outcome;
  }

  /**
   * Compares a request with the record as it is now.
   *
   * @param request The request as the screen shows it.
   * @returns The request, as far as the record confirms it.
   */
  async match(request: Request): Promise<Request> {
    const confirmed = confirm(request, await this.calls());
    if (this.#unreadable === undefined) return confirmed;
    // Nobody can say whether the screen shows what the agent will do.
    const { settledByRecord: _, ...rest } = confirmed;
    return {
      ...rest,
      complete: false,
      incompleteBecause:
        `the agent's own record cannot be read: ${this.#unreadable}`,
    };
  }

  /**
   * Lets the record say which of several readings of a screen is meant, and
   * waits for it where it matters.
   *
   * @param request The request as the screen shows it.
   * @param clock Where time comes from.
   * @param signal Ends waiting early.
   * @returns The request, as far as the record confirms it.
   */
  async confirm(
    request: Request,
    clock: Clock,
    signal: AbortSignal,
  ): Promise<Request> {
    const deadline = clock.now() + patience;
    while (true) {
      const confirmed = await this.match(request);
      const open = confirmed.call === undefined &&
        (request.settledByRecord || (request.readings?.length ?? 1) > 1);
      const over = clock.now() >= deadline || signal.aborted;
      if (!open || over || this.#file === undefined) return confirmed;
      await clock.sleep(pause, signal);
    }
  }
}
