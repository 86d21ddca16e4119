import type { AgentState, Screen } from "./agent_state.ts";
import type { Hooks } from "./hooks.ts";
import type { Launch, LaunchOptions } from "./launch.ts";
import type { Outcome, Records } from "./records.ts";
import type { Request } from "./request.ts";
export type * from "./agent_state.ts";
export type * from "./hooks.ts";
export type * from "./launch.ts";
export type * from "./records.ts";
export type * from "./request.ts";

/** The kinds of agents that orch knows. */
export type AgentKind =
  | "claude"
  | "codex"
  | "gemini"
  | "opencode"
  | "qwen"
  | "rehearsal";

/** One key on the way to an answer. */
export interface KeyStep {
  /** The key's tmux name. */
  readonly key: string;
  /**
   * Rows that must be visible besides the request's own evidence, each
   * trimmed, such as the highlighted one.
   */
  readonly rows?: readonly string[];
  /** Whether this key answers; otherwise it only moves the highlight. */
  readonly final: boolean;
}

/** All that orch knows about one kind of agent. Pure: nothing here acts. */
export interface Agent {
  /** The kind. */
  readonly kind: AgentKind;
  /** Its name for people, such as `Claude Code`. */
  readonly label: string;
  /** The releases whose dialogs were recorded, oldest first. */
  readonly versions: readonly string[];
  /** The program that starts it, as looked up in `PATH`. */
  readonly program: string;
  /** Names under which its process can show in `#{pane_current_command}`. */
  readonly programs: readonly string[];
  /**
   * How long after a dialog was first seen a key is safe to send, in
   * milliseconds; earlier keys may be ignored by the agent.
   */
  readonly guard: number;
  /**
   * What its dialogs do not draw of a command, as the end of a clause such as
   * `tabs and control characters`. Unset where the screen shows every character
   * that counts. A command of such a kind is answered without a person only
   * where its record or a hook has told it.
   */
  readonly hides?: string;
  /**
   * Says which key to press next to give an answer to a dialog.
   *
   * @param request The dialog as it is at this moment.
   * @param meaning The answer.
   * @returns The key; `undefined` when the dialog has no such answer.
   */
  keyFor(request: Request, meaning: "once" | "deny"): KeyStep | undefined;
  /**
   * Says which key leaves the menu of a usage limit so that the agent waits:
   * nothing is bought, nothing is switched, and its conversation stays. The key
   * must do so whatever else the menu offers.
   *
   * @param menu The menu as it is at this moment.
   * @returns The key; `undefined` where that was not verified for this menu.
   */
  leaveLimitMenu?(menu: Request): KeyStep | undefined;
  /**
   * Finds the version in what its program prints for `--version`, or on a
   * screen.
   *
   * @param text The text.
   */
  versionIn(text: string): string | undefined;
  /** How it reports without its screen, if it can. */
  readonly hooks?: Hooks;
  /**
   * Reads a screen.
   *
   * @param screen The visible screen.
   */
  read(screen: Screen): AgentState;
  /**
   * Tells from the screen after a dialog what a person answered.
   *
   * @param request The dialog that is gone.
   * @param after The screen that follows it.
   */
  outcome(request: Request, after: Screen): Outcome;
  /**
   * Words a message so that the agent takes it as one, where some texts would
   * be commands of its own.
   *
   * @param text The message.
   */
  message?(text: string): string;
  /**
   * Says how to start the agent.
   *
   * @param options Where and with what.
   */
  launch(options: LaunchOptions): Launch;
  /** Set where it can go on with the latest conversation without its id. */
  readonly resumesLatest?: true;
  /** What it records of its conversations itself, if it does. */
  readonly records?: Records;
}
