import {
  type Agent,
  confirm,
  type Outcome,
  type RecordedCall,
  type RecordPlace,
  type Request,
} from "../agents/mod.ts";
import type { Clock } from "../clock/mod.ts";
import type { PaneId, Tmux } from "../tmux/mod.ts";
import { findRecords, type FoundRecord } from "./find_record.ts";
import { onlyTold } from "./only_told.ts";
import { RecordFile } from "./record_file.ts";

/** How long what is not sure waits for the record or a hook, milliseconds. */
const patience = 500;

/** Between two looks into the record, in milliseconds. */
const pause = 50;

/** How many calls that were told through hooks are kept in mind. */
const mostTold = 50;

/** Whose calls a {@linkcode RecordReader} reads, and where they may be. */
export interface RecordReaderOptions {
  /** The kind of agent. */
  readonly agent: Agent;
  /** Whose records. */
  readonly place: RecordPlace;
  /** The id of the conversation, if it is known. */
  readonly session?: string;
  /** The record, if it is known. */
  readonly file?: string;
  /** When the agent was started, in milliseconds since 1970. */
  readonly since?: number;
  /** Records that belong to other panes. */
  readonly taken?: Set<string>;
  /** Called when the record was found by what stands in it. */
  readonly found?: (record: FoundRecord) => Promise<void>;
}

/**
 * What an agent itself says of its calls and of what became of them: in its
 * record, in the records of its helpers, and through its hooks.
 *
 * An agent without any of these, or one that was started without orch, says
 * nothing: then the screen is all there is.
 */
export class RecordReader {
  readonly #options: RecordReaderOptions;
  #record: RecordFile | undefined;
  #session: string | undefined;
  readonly #helpers = new Map<string, RecordFile>();
  readonly #told = new Map<string, RecordedCall>();
  #unreadable: string | undefined;

  /**
   * Creates a reader.
   *
   * @param options Whose calls.
   */
  constructor(options: RecordReaderOptions) {
    this.#options = options;
    this.follow(options);
  }

  /**
   * Finds the record of the agent in a pane.
   *
   * @param tmux The server.
   * @param pane The pane; its start script has left what identifies the
   * conversation.
   * @param agent The kind of agent.
   * @param place Whose record.
   * @param taken Records that belong to other panes; what is found is added.
   * @returns The reader.
   */
  static async ofPane(
    tmux: Tmux,
    pane: PaneId,
    agent: Agent,
    place: RecordPlace,
    taken?: Set<string>,
  ): Promise<RecordReader> {
    const option = async (name: string) => {
      const [value] = await tmux.command(
        ...["show-options", "-pqv", "-t", pane, name] as const,
      );
      return value || undefined;
    };
    const session = await option("@orch_session");
    const file = await option("@orch_record");
    const started = Number(await option("@orch_started"));
    return new RecordReader({
      agent,
      place,
      // It becomes part of a path.
      ...(session && /^[\w-]+$/.test(session) && { session }),
      ...(file && { file }),
      ...(started > 0 && { since: started * 1000 }),
      ...(taken && { taken }),
      // Other processes need not search again.
      found: async ({ path, head }) => {
        const set = (name: string, value: string) =>
          tmux.command("set-option", "-pt", pane, name, value);
        await set("@orch_record", path);
        await set("@orch_session", head.session);
      },
    });
  }

  /** The id of the conversation, once it is known. */
  get session(): string | undefined {
    return this.#session;
  }

  /**
   * Goes on with another conversation in the same pane.
   *
   * @param conversation Its id, and its record where that is told.
   */
  follow(conversation: { session?: string; file?: string }): void {
    const { records } = this.#options.agent;
    const { session, file } = conversation;
    this.#session = session;
    this.#helpers.clear();
    const path = file ??
      (session === undefined
        ? undefined
        : records?.file?.(this.#options.place, session));
    this.#record = records && path !== undefined
      ? new RecordFile(records, path)
      : undefined;
  }

  /**
   * Takes in a call that the agent has told through a hook.
   *
   * @param call The call, replacing what was told of it before.
   */
  tell(call: RecordedCall): void {
    this.#told.delete(call.id);
    this.#told.set(call.id, call);
    // What a person stopped may never be told of again.
    for (const id of this.#told.keys()) {
      if (this.#told.size <= mostTold) break;
      this.#told.delete(id);
    }
  }

  /**
   * Gives the latest calls. Records are read only when they have changed:
   * while an outcome is awaited this is asked at every screen. A record that
   * cannot be read has none.
   *
   * Requires `--allow-read` for the records.
   *
   * @returns The calls, oldest first.
   */
  async calls(): Promise<RecordedCall[]> {
    try {
      await this.#find();
      const own = await this.#record?.calls() ?? [];
      const helpers = await this.#helperCalls();
      this.#unreadable = undefined;
      return joined([...own, ...helpers], [...this.#told.values()]);
    } catch (error) {
      this.#unreadable = error instanceof Error ? error.message : String(error);
      return [...this.#told.values()];
    }
  }

  /** Looks for the record of an agent that chooses its ids itself. */
  async #find(): Promise<void> {
    const { agent, place, since, taken, found } = this.#options;
    const { records } = agent;
    if (this.#record || !records?.search || since === undefined) return;
    const session = this.#session;
    const all = await findRecords(records, place, {
      since,
      ...(session !== undefined && { session }),
    });
    // A known id says whose it is, whichever pane it was in before.
    const free = all.filter(({ path }) =>
      session !== undefined || !taken?.has(path)
    );
    const [only] = free;
    // Of two, either could be another agent's.
    if (only === undefined || free.length > 1) return;
    taken?.add(only.path);
    this.follow({ session: only.head.session, file: only.path });
    await found?.(only);
  }

  async #helperCalls(): Promise<readonly RecordedCall[]> {
    const { agent, place } = this.#options;
    const { records } = agent;
    if (this.#session === undefined || !records?.helperFolder) return [];
    const folder = records.helperFolder(place, this.#session);
    const calls: RecordedCall[] = [];
    for (const name of await recordNames(folder)) {
      const known = this.#helpers.get(name);
      const file = known ?? new RecordFile(records, `${folder}/${name}`);
      this.#helpers.set(name, file);
      calls.push(...await file.calls());
    }
    return calls;
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
    const { agent } = this.#options;
    const confirmed = onlyTold(agent, confirm(request, await this.calls()));
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
   * waits for it where it matters. Where the screen does not show everything,
   * a hook may still be about to tell it.
   *
   * @param request The request as the screen shows it.
   * @param clock Where time comes from.
   * @param signal Ends waiting early.
   * @param isTold Whether a hook has told more by now.
   * @returns The request, as far as the record confirms it.
   */
  async confirm(
    request: Request,
    clock: Clock,
    signal: AbortSignal,
    isTold: () => boolean = () => false,
  ): Promise<Request> {
    const deadline = clock.now() + patience;
    const { agent } = this.#options;
    const hidden = onlyTold(agent, request) !== request;
    while (true) {
      const confirmed = await this.match(request);
      const open = confirmed.call === undefined && (hidden ||
        (this.#record !== undefined && (request.settledByRecord ||
          (request.readings?.length ?? 1) > 1)));
      const over = clock.now() >= deadline || signal.aborted;
      if (!open || over || isTold()) return confirmed;
      await clock.sleep(pause, signal);
    }
  }
}

/** The names of the records in a folder that may not be there. */
async function recordNames(folder: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.map(({ name }) => name)
      .filter((name) => name.endsWith(".jsonl"));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** What was told adds to what was recorded; an outcome counts from either. */
function joined(
  recorded: readonly RecordedCall[],
  told: readonly RecordedCall[],
): RecordedCall[] {
  const calls = new Map(recorded.map((call) => [call.id, call]));
  for (const call of told) {
    calls.set(call.id, { ...call, ...calls.get(call.id) });
  }
  return [...calls.values()];
}
