import type { SQLOutputValue } from "node:sqlite";
import type { AgentRecord } from "./agent_record.ts";
import type { EventRecord, EventType } from "./event_record.ts";
import type {
  Answer,
  AnsweredBy,
  Channel,
  RequestOutcome,
  RequestRecord,
  RequestStatus,
} from "./request_record.ts";

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

const text = (row: Row, column: string) => String(row[column]);
const number = (row: Row, column: string) => Number(row[column]);

/** SQL's NULL as `undefined`. */
function optional<T>(
  row: Row,
  column: string,
  read: (row: Row, column: string) => T,
): T | undefined {
  return row[column] === null ? undefined : read(row, column);
}

/**
 * Reads a row of `agents`.
 *
 * @param row The row.
 * @returns The agent.
 */
export function agentOfRow(row: Row): AgentRecord {
  const isolate = optional(row, "isolate", text);
  const session = optional(row, "session", text);
  const server = optional(row, "server", text);
  const pane = optional(row, "pane", text);
  const ended = optional(row, "ended", number);
  return {
    name: text(row, "name"),
    kind: text(row, "kind"),
    project: text(row, "project"),
    autonomy: text(row, "autonomy"),
    ...(isolate !== undefined && { isolate }),
    ...(session !== undefined && { session }),
    ...(server !== undefined && pane !== undefined &&
      { place: { server, pane } }),
    ...(ended !== undefined && { ended }),
    created: number(row, "created"),
  };
}

/**
 * Reads a row of `requests`; the CHECKs of the table vouch for the casts.
 *
 * @param row The row.
 * @returns The request.
 */
export function requestOfRow(row: Row): RequestRecord {
  const verdict = optional(row, "verdict", text);
  return {
    id: number(row, "id"),
    agent: text(row, "agent"),
    pane: text(row, "pane"),
    server: text(row, "server"),
    fingerprint: text(row, "fingerprint"),
    request: JSON.parse(text(row, "request")),
    summary: text(row, "summary"),
    seen: number(row, "seen"),
    channel: text(row, "channel") as Channel,
    status: text(row, "status") as RequestStatus,
    verdict: verdict === undefined ? undefined : JSON.parse(verdict),
    note: optional(row, "note", text),
    by: optional(row, "by", text) as AnsweredBy | undefined,
    answer: optional(row, "answer", text) as Answer | undefined,
    attempts: number(row, "attempts"),
    decided: optional(row, "decided", number),
    claimed: optional(row, "claimed", number),
    closed: optional(row, "closed", number),
    outcome: optional(row, "outcome", text) as RequestOutcome | undefined,
    learned: number(row, "learned") === 1,
  };
}

/**
 * Reads a row of `events`.
 *
 * @param row The row.
 * @returns The event.
 */
export function eventOfRow(row: Row): EventRecord {
  return {
    id: number(row, "id"),
    at: number(row, "at"),
    type: text(row, "type") as EventType,
    agent: optional(row, "agent", text),
    request: optional(row, "request", number),
    data: JSON.parse(text(row, "data")),
  };
}
