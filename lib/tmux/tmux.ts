import { type Clock, systemClock } from "../clock/mod.ts";
import { type Capture, captureCommands, readCapture } from "./capture.ts";
import { captureMany } from "./capture_many.ts";
import { Access } from "./access.ts";
import { hiddenSession } from "./connection.ts";
import {
  type InputOptions,
  pasteText,
  pressKey,
  pressKeyIf,
  type Target,
  typeText,
} from "./give_input.ts";
import type { NewSession, NewWindow } from "./open_pane.ts";
import { killSession, openSession, openWindow } from "./open_session.ts";
import {
  paneFormat,
  type PaneId,
  type PaneInfo,
  parsePane,
} from "./pane_info.ts";
import { quoteCommand } from "./quote.ts";
import { resolvePane } from "./resolve_pane.ts";
import { guardDefaultSocket } from "./test_guard.ts";
import { TmuxError } from "./tmux_error.ts";
import { watch, type WatchEvent, type WatchOptions } from "./watch.ts";

/** Where to connect to. */
export interface ConnectOptions {
  /**
   * An absolute path (as `tmux -S`) or a name (as `tmux -L`). Unset: the
   * server that a bare `tmux` would talk to. Callers read `ORCH_TMUX_SOCKET`.
   */
  socket?: string;
  /** Where time comes from. */
  clock?: Clock;
  /**
   * Whether a server is started when none runs.
   *
   * @default {true}
   */
  start?: boolean;
}

/**
 * A connection to a tmux server.
 *
 * While {@linkcode Tmux.watch} runs, all commands go through one long-lived
 * control client, and none starts a process. Without a watch each starts a
 * client of its own, which leaves no trace on the server. The person's
 * sessions, sizes, attach counts and options stay as they are. Requires
 * `--allow-run=tmux`.
 *
 * @example Type into an agent's pane
 * ```ts ignore
 * import { Tmux } from "@orch/cli/tmux";
 *
 * await using tmux = await Tmux.connect();
 * const pane = await tmux.findPane("web");
 * await tmux.sendText(pane.id, "hello");
 * await tmux.sendKey(pane.id, "Enter");
 * ```
 */
export class Tmux implements AsyncDisposable {
  /** The socket that was asked for. */
  readonly socket: string | undefined;
  readonly #access: Access;

  private constructor(access: Access) {
    this.socket = access.options.socket;
    this.#access = access;
  }

  /**
   * Connects.
   *
   * Under `deno test`, or with `ORCH_TEST` set, a socket must be given: tests
   * cannot reach the person's own server. Requires `--allow-run=tmux`.
   *
   * @param options Where to.
   * @returns The connection; close it.
   * @throws {OrchError} When tmux is missing or too old, or no server answers.
   */
  static async connect(options: ConnectOptions = {}): Promise<Tmux> {
    guardDefaultSocket(options.socket);
    const { socket, start = true, clock = systemClock } = options;
    const access = new Access({ socket, start }, clock);
    await access.meet();
    return new Tmux(access);
  }

  /**
   * Runs one tmux command. Any text is safe in the arguments.
   *
   * @param subcommand The command, such as `rename-window`.
   * @param args Its arguments, as separate words.
   * @returns What it printed.
   * @throws {TmuxError} When tmux refuses it.
   * @throws {OrchError} When the connection is lost.
   */
  async command(subcommand: string, ...args: string[]): Promise<string[]> {
    const at = args.indexOf("-t");
    const [reply] = await this.#access.run(
      [quoteCommand([subcommand, ...args])],
      subcommand,
      at < 0 ? undefined : args[at + 1],
    );
    return [...reply?.lines ?? []];
  }

  /**
   * Tells which server this is: pane ids are good for one server only.
   *
   * @returns Its `pid start_time`.
   */
  async server(): Promise<string> {
    const [line] = await this.command(
      ...["display-message", "-p", "#{pid} #{start_time}"] as const,
    );
    return line ?? "";
  }

  /**
   * Lists all panes of all sessions, but orch's own.
   *
   * @returns Each pane once, even if its window is linked into many sessions.
   */
  async panes(): Promise<PaneInfo[]> {
    const listed = await this.#listed();
    return [...new Map(listed.map((pane) => [pane.id, pane])).values()];
  }

  /**
   * Finds the pane that a person means; see {@linkcode resolvePane}.
   *
   * @param target `%3`, an agent, `session`, `session:window` or
   * `session:window.pane`.
   * @returns The pane.
   * @throws {OrchError} When none matches or several do.
   */
  async findPane(target: string): Promise<PaneInfo> {
    return resolvePane(target, await this.#listed());
  }

  /**
   * Reads a pane's visible screen.
   *
   * @param pane The pane.
   * @param options `escapes: false` leaves out colours and attributes.
   * @returns The screen.
   * @throws {TmuxError} When the pane is gone.
   */
  async capture(
    pane: PaneId,
    options: { escapes?: boolean } = {},
  ): Promise<Capture> {
    const commands = captureCommands(pane, options.escapes ?? true);
    const replies = await this.#access.run(commands, "capture-pane", pane);
    const capture = readCapture(pane, replies);
    if (capture) return capture;
    throw new TmuxError("no answer", {
      subcommand: "capture-pane",
      target: pane,
    });
  }

  /**
   * Reads the visible screens of many panes, much faster than one by one.
   *
   * @param panes The panes.
   * @returns The screens; panes that are gone are left out.
   */
  captures(panes: readonly PaneId[]): Promise<Map<PaneId, Capture>> {
    return captureMany(this.#access.channel, panes);
  }

  /**
   * Types text, never key names. Leaves copy mode first.
   *
   * Newlines are typed as they are; control characters but tab are left out.
   *
   * @param pane The pane.
   * @param text The text.
   * @param options Which server it must be.
   * @throws {TmuxError} When the pane is gone or takes no input.
   */
  async sendText(
    pane: PaneId,
    text: string,
    options: InputOptions = {},
  ): Promise<void> {
    await typeText(this.#target(pane, options), text);
  }

  /**
   * Pastes text, in brackets where the program asked for them. Leaves copy
   * mode first.
   *
   * @param pane The pane.
   * @param text The text; control characters but newline and tab are left out.
   * @param options Which server it must be.
   * @throws {TmuxError} When the pane is gone or takes no input.
   */
  async paste(
    pane: PaneId,
    text: string,
    options: InputOptions = {},
  ): Promise<void> {
    await pasteText(this.#target(pane, options), text);
  }

  /**
   * Sends one key. Leaves copy mode first.
   *
   * @param pane The pane.
   * @param key A character or a tmux key name: `Enter`, `Escape`, `C-c`.
   * @param options Which server it must be.
   * @throws {OrchError} When there is no such key.
   * @throws {TmuxError} When the pane is gone or takes no input.
   */
  async sendKey(
    pane: PaneId,
    key: string,
    options: InputOptions = {},
  ): Promise<void> {
    await pressKey(this.#target(pane, options), key);
  }

  /**
   * Sends a key only if the pane's screen shows all of the rows right now.
   *
   * Look and key are one pass of the server: nothing the program draws can
   * come between them, but what tmux has not read yet. A pane that is gone,
   * whose program has ended, that is in a mode, or whose input is turned off
   * or synchronized with other panes, gets no key either.
   *
   * @param pane The pane.
   * @param rows Texts, each within one row as captured, without escapes.
   * @param key A character or a tmux key name.
   * @param marker Left in the pane, see {@linkcode Tmux.sentMarker}.
   * @param options Which server it must be.
   * @returns Whether the key was sent.
   * @throws {OrchError} When there is no row to look for, or no such key.
   */
  async keyIf(
    pane: PaneId,
    rows: readonly string[],
    key: string,
    marker: string,
    options: InputOptions = {},
  ): Promise<boolean> {
    return await pressKeyIf(this.#target(pane, options), rows, key, marker);
  }

  /**
   * Tells which marker the last key of {@linkcode Tmux.keyIf} left.
   *
   * @param pane The pane.
   * @returns The marker, or `undefined` when no key was sent.
   * @throws {TmuxError} When the pane is gone.
   */
  async sentMarker(pane: PaneId): Promise<string | undefined> {
    const value = await this.command(
      ...["show-options", "-pqv", "-t", pane, "@orch_sent"] as const,
    );
    return value.length > 0 ? value.join("\n") : undefined;
  }

  /**
   * Says which agent is in a pane.
   *
   * @param pane The pane.
   * @param name The agent's name.
   * @throws {TmuxError} When the pane is gone.
   */
  async setPaneAgent(pane: PaneId, name: string): Promise<void> {
    await this.command("set-option", "-p", "-t", pane, "@orch_agent", name);
  }

  /**
   * Opens a session, without attaching to it.
   *
   * @param options Its name, program, directory, environment.
   * @returns Its pane.
   * @throws {OrchError} When a name cannot be one.
   * @throws {TmuxError} When there is such a session already.
   */
  newSession(options: NewSession): Promise<PaneId> {
    return openSession(this.#access, options);
  }

  /**
   * Opens a window at the end of a session, without going to it.
   *
   * @param options The session, program, directory, environment.
   * @returns Its pane.
   * @throws {OrchError} When there is no such session.
   */
  newWindow(options: NewWindow): Promise<PaneId> {
    return openWindow(this.#access, options);
  }

  /**
   * Ends a session and all that runs in it.
   *
   * @param name Its exact name.
   * @throws {OrchError} When there is none.
   */
  async killSession(name: string): Promise<void> {
    await killSession(this.#access, name);
  }

  /**
   * Watches panes until the signal is aborted: every screen as it changes,
   * panes that end, the connection lost and made again.
   *
   * At rest this starts no process. Meanwhile there is a hidden session for its
   * control clients, and tmux's global hooks wake it; all of that is gone at
   * the end. A lost connection is made again after 50 ms,
   * then ever more slowly up to 2 s, and never by starting a server.
   *
   * @param options What to watch.
   * @returns The events.
   */
  watch(options: WatchOptions): AsyncIterable<WatchEvent> {
    return watch(this.#access, options);
  }

  /** Ends it, and what still watches. */
  async close(): Promise<void> {
    await this.#access.close();
  }

  /** Same as {@linkcode Tmux.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** As tmux lists them: once for each session that a window is linked into. */
  async #listed(): Promise<PaneInfo[]> {
    const list = quoteCommand(["list-panes", "-a", "-F", paneFormat]);
    try {
      const [reply] = await this.#access.run([list], "list-panes");
      return (reply?.lines ?? []).map(parsePane)
        .filter((pane) => pane !== undefined)
        .filter((pane) => pane.session !== hiddenSession);
    } catch (error) {
      if (this.#access.mayBeAbsent(error)) return [];
      throw error;
    }
  }

  #target(pane: PaneId, options: InputOptions): Target {
    return { ...options, channel: this.#access.channel, pane };
  }
}
