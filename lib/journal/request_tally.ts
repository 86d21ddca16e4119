import type { Row } from "./rows.ts";

/** How many requests an agent has made, and who answered them. */
export interface RequestTally {
  /** How many wait for a person now. */
  readonly waiting: number;
  /** How many were first seen since the time in question. */
  readonly requests: number;
  /** How many of those orch answered, or is about to. */
  readonly byOrch: number;
  /** How many of those people answered. */
  readonly byPeople: number;
}

/** Counts what waits. */
export const waitingQuery = `SELECT agent, count(*) AS waiting FROM requests
   WHERE status <> 'closed' AND status = 'waiting' GROUP BY agent`;

/** Counts the requests since a time. */
export const sinceQuery = `SELECT agent, count(*) AS requests,
     sum(by IS 'orch') AS byOrch,
     sum(status = 'closed' AND by IS NOT 'orch') AS byPeople
   FROM requests WHERE seen >= ? GROUP BY agent`;

/**
 * Puts both counts together.
 *
 * @param waiting The rows of {@linkcode waitingQuery}.
 * @param since The rows of {@linkcode sinceQuery}.
 * @returns The counts, by agent.
 */
export function tallyOf(
  waiting: readonly Row[],
  since: readonly Row[],
): Map<string, RequestTally> {
  const tallies = new Map<string, RequestTally>();
  for (const row of [...since, ...waiting]) {
    const agent = String(row["agent"]);
    const { requests = 0, byOrch = 0, byPeople = 0 } = tallies.get(agent) ?? {};
    tallies.set(agent, {
      waiting: Number(row["waiting"] ?? 0),
      requests: Number(row["requests"] ?? requests),
      byOrch: Number(row["byOrch"] ?? byOrch),
      byPeople: Number(row["byPeople"] ?? byPeople),
    });
  }
  return tallies;
}
