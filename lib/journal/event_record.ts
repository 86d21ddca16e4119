/** What an event tells. */
export type EventType =
  | "agent-set-up"
  | "agent-torn-down"
  | "agent-attached"
  | "agent-ended"
  | "session-changed"
  | "monitor-started"
  | "monitor-stopped"
  | "request-seen"
  | "request-shown"
  | "request-told"
  | "request-decided"
  | "request-claimed"
  | "request-released"
  | "request-closed"
  | "request-settled"
  | "rule-changed"
  | "limit-reached"
  | "limit-reworded"
  | "limit-claimed"
  | "limit-woken"
  | "limit-handed-over"
  | "limit-lifted";

/** One line of the append-only history. */
export interface EventRecord {
  /** Grows by one with every event. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it tells. */
  readonly type: EventType;
  /** The agent it is about, if it is about one. */
  readonly agent: string | undefined;
  /** The request it is about, if it is about one. */
  readonly request: number | undefined;
  /** Further facts, as JSON. */
  readonly data: unknown;
}
