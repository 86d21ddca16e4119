/** Where an agent was last seen to run. */
export interface AgentPlace {
  /** The tmux server, by its socket and identity. */
  readonly server: string;
  /** Its pane's id. */
  readonly pane: string;
}

/** An agent that was set up. */
export interface AgentRecord {
  /** Its name, unique. */
  readonly name: string;
  /** The kind of program it runs, such as `claude`. */
  readonly kind: string;
  /** The folder it works in. Absolute. */
  readonly project: string;
  /** How much passes the first time without a person. */
  readonly autonomy: string;
  /** The folder of its own configuration; unset: it has the person's. */
  readonly isolate?: string;
  /** The id of its latest conversation, as far as it is known. */
  readonly session?: string;
  /** Where it was last seen to run. */
  readonly place?: AgentPlace;
  /**
   * When it was seen to end as it should, or its pane to be closed, in
   * milliseconds since 1970; unset while it runs, and when it was lost.
   */
  readonly ended?: number;
  /** When it was set up, in milliseconds since 1970. */
  readonly created: number;
}
