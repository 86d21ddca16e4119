/** What is written down when an agent reaches its usage limit. */
export interface NewLimit {
  /** The agent. */
  readonly agent: string;
  /** The pane it runs in, such as `%3`. */
  readonly pane: string;
  /** The tmux server's identity, without which a pane id means nothing. */
  readonly server: string;
  /** When the limit ends as the screen words it, if it does. */
  readonly wording: string | undefined;
  /** When it ends, in milliseconds since 1970; unset when that is not known. */
  readonly resets: number | undefined;
}

/**
 * How far a limit has come.
 *
 * `waiting`: its end is waited for. `waking`: the agent is being told to go
 * on. `over`: the screen shows it no more, or the agent was told.
 */
export type LimitStatus = "waiting" | "waking" | "over";

/** A usage limit and all that happened to it. */
export interface LimitRecord extends NewLimit {
  /** Its number. */
  readonly id: number;
  /** When it was first seen, in milliseconds since 1970. */
  readonly since: number;
  /** How far it has come. */
  readonly status: LimitStatus;
  /** Why a person has to tell the agent to go on, if one has to. */
  readonly note: string | undefined;
  /** When the agent was told to go on, in milliseconds since 1970. */
  readonly woken: number | undefined;
}
