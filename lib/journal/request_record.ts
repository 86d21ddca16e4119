/**
 * How far a request has come.
 *
 * `open`: seen, being decided. `waiting`: a person has to answer. `answering`:
 * somebody has claimed it and is about to press the key. `closed`: the dialog
 * is gone.
 */
export type RequestStatus = "open" | "waiting" | "answering" | "closed";

/** Who answered: orch itself, a person by command, or a person at the pane. */
export type AnsweredBy = "orch" | "person" | "pane";

/** What an answer says. */
export type Answer = "once" | "deny";

/** What became of a request. */
export type RequestOutcome = "approved" | "denied" | "unknown";

/** The way by which an agent and orch speak: its screen, or its hooks. */
export type Channel = "screen" | "hook";

/** What is written down when a request is first seen. */
export interface NewRequest {
  /** The agent that asks. */
  readonly agent: string;
  /** The pane it asks in, such as `%3`. */
  readonly pane: string;
  /** The tmux server's identity, without which a pane id means nothing. */
  readonly server: string;
  /** Identifies the dialog. */
  readonly fingerprint: string;
  /** What is asked for, as the agent's reader gave it. JSON-safe. */
  readonly request: unknown;
  /** What is asked for in one line, for lists. */
  readonly summary: string;
  /** When the dialog was first seen, in milliseconds since 1970. */
  readonly seen: number;
  /**
   * How it was heard of.
   *
   * @default {"screen"}
   */
  readonly channel?: Channel;
}

/** A verdict as it is written down. */
export interface RecordedVerdict {
  /** `allow`, `ask` or `deny`. */
  readonly decision: string;
  /** How risky it was judged. */
  readonly tier: string;
  /** Why. */
  readonly reason: string;
  /** The rule that decided, if one did. */
  readonly rule?: string;
}

/** A request and all that happened to it. */
export interface RequestRecord extends NewRequest {
  /** How it was heard of: `hook` once a hook has told it. */
  readonly channel: Channel;
  /** Its number; what a person types after `orch approve`. */
  readonly id: number;
  /** How far it has come. */
  readonly status: RequestStatus;
  /** The verdict, once there is one. */
  readonly verdict: RecordedVerdict | undefined;
  /** Why it waits for a person, when the verdict alone does not say it. */
  readonly note: string | undefined;
  /** Who has claimed or answered it. */
  readonly by: AnsweredBy | undefined;
  /** What was, or is being, answered. */
  readonly answer: Answer | undefined;
  /** How often it was claimed. */
  readonly attempts: number;
  /** When the verdict fell, in milliseconds since 1970. */
  readonly decided: number | undefined;
  /** When it was last claimed, in milliseconds since 1970. */
  readonly claimed: number | undefined;
  /** When the dialog was gone, in milliseconds since 1970. */
  readonly closed: number | undefined;
  /** What became of it, once closed. */
  readonly outcome: RequestOutcome | undefined;
  /** Whether what a person answered has been learned from. */
  readonly learned: boolean;
}
