import type { SQLInputValue } from "node:sqlite";

/** Which requests to list. */
export interface RequestFilter {
  /** Only those of this agent. */
  agent?: string;
  /** Only those that are not closed. */
  unfinished?: boolean;
  /** Only those that wait for a person. */
  waiting?: boolean;
  /** Only those a person answered that were not learned from yet. */
  toLearn?: boolean;
  /** Only those first seen at or after this time, milliseconds since 1970. */
  since?: number;
}

/**
 * Writes the query that lists requests, oldest first.
 *
 * The conditions are worded as the indexes of the table are: SQLite takes a
 * partial index only for a query that says the very same. The `+` keeps it from
 * reading the whole table in the order of its ids instead of sorting the few
 * rows that an index finds.
 *
 * @param filter Which ones.
 * @returns The query and its values.
 */
export function requestQuery(
  filter: RequestFilter,
): { sql: string; values: SQLInputValue[] } {
  const where = ["1"];
  const values: SQLInputValue[] = [];
  if (filter.agent !== undefined) {
    where.push("agent = ?");
    values.push(filter.agent);
  }
  if (filter.unfinished || filter.waiting) where.push("status <> 'closed'");
  if (filter.waiting) where.push("status = 'waiting'");
  if (filter.toLearn) {
    where.push("status = 'closed' AND learned = 0");
    where.push("by IN ('person', 'pane') AND outcome <> 'unknown'");
  }
  if (filter.since !== undefined) {
    where.push("seen >= ?");
    values.push(filter.since);
  }
  const sql = `SELECT * FROM requests WHERE ${where.join(" AND ")}` +
    " ORDER BY +id";
  return { sql, values };
}
