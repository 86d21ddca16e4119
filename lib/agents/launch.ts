/** What {@linkcode Agent.launch} is told. */
export interface LaunchOptions {
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** The first prompt, given as an argument. */
  readonly prompt?: string;
  /** The id of the conversation, a UUID, so that its record can be found. */
  readonly session?: string;
  /** The id of an earlier conversation that is to be gone on with. */
  readonly resume?: string;
  /**
   * Whether to go on with the latest conversation in the project's folder, for
   * want of an id; only where {@linkcode Agent.resumesLatest} is set.
   */
  readonly resumeLatest?: true;
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
  /** Further arguments for the agent's program, as the person gave them. */
  readonly arguments?: readonly string[];
}

/** How to start an agent in a pane. */
export interface Launch {
  /** Program and arguments; nothing is split or expanded. */
  readonly argv: readonly string[];
  /** Variables to set. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables to take out of what the pane would inherit. */
  readonly unset: readonly string[];
}
