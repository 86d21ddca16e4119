import type { Request, RequestKind } from "./request.ts";

/** What became of a request that is no longer on the screen. */
export type Outcome = "approved" | "denied" | "unknown";

/** A call that the agent's own record holds. */
export interface RecordedCall
  extends Pick<Request, "url" | "query" | "server" | "tool" | "input"> {
  /** The agent's id for the call. */
  readonly id: string;
  /** What kind of request it leads to. */
  readonly kind: RequestKind;
  /** The exact command. */
  readonly command?: string;
  /** The exact path. */
  readonly path?: string;
  /** The folder it would be done in, where the call names one. */
  readonly directory?: string;
  /**
   * What it would do that cannot be judged, as a clause, such as that it would
   * leave a sandbox.
   */
  readonly besides?: string;
  /** Set when a helper of the agent made the call. */
  readonly helper?: true;
  /** Set once the call was answered. */
  readonly outcome?: Outcome;
}

/** Whose records are looked for. */
export interface RecordPlace {
  /** The home directory of the person who runs the agent. */
  readonly home: string;
  /** The folder the agent works in. Absolute. */
  readonly project: string;
  /** The agent's own configuration folder, where it has one. Absolute. */
  readonly isolate?: string;
}

/** Where records lie whose conversation's id orch does not choose. */
export interface RecordSearch {
  /** The folder that holds them. Absolute. */
  readonly folder: string;
  /** How many folders lie between it and the records. */
  readonly depth: number;
  /** What their names are like. */
  readonly name: RegExp;
}

/** What the beginning of a record tells. */
export interface RecordHead {
  /** The conversation's id. */
  readonly session: string;
  /** The folder the agent works in; unset where it is not told. */
  readonly project?: string;
  /** When the conversation began, in milliseconds since 1970. */
  readonly started?: number;
  /** The agent's version. */
  readonly version?: string;
}

/**
 * The files in which an agent itself records what it asks for, one line of
 * JSON after the other. Pure: it says where they are and what they say.
 */
export interface Records {
  /**
   * The file of a conversation whose id orch has given at the start.
   *
   * @param place Whose it is.
   * @param session The id.
   */
  file?(place: RecordPlace, session: string): string;
  /**
   * The folder in which it records what its helpers ask for, one file ending
   * in `.jsonl` for each; not there until one has started.
   *
   * @param place Whose it is.
   * @param session The id of the conversation.
   */
  helperFolder?(place: RecordPlace, session: string): string;
  /**
   * Where to look for the record when the agent chooses the id itself.
   *
   * @param place Whose it is.
   */
  search?(place: RecordPlace): RecordSearch;
  /**
   * Reads the beginning of a record that was found so.
   *
   * @param line The record's first line.
   * @returns `undefined` when it is no record.
   */
  head?(line: string): RecordHead | undefined;
  /**
   * Reads calls and their outcomes from the end of a record, oldest first.
   *
   * @param tail The end of the file; its first line may be cut.
   */
  calls(tail: string): RecordedCall[];
}
