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
  /** When it was set up, in milliseconds since 1970. */
  readonly created: number;
}
