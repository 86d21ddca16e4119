/** What is needed of a request to count it. */
export interface CountedRequest {
  /** When it was first seen, in milliseconds since 1970. */
  readonly seen: number;
  /** Who answered it, if somebody has. */
  readonly by: "orch" | "person" | "pane" | undefined;
  /** Its verdict, once there is one. */
  readonly verdict?: { readonly tier: string } | undefined;
}

/** How much of a day's work needed a person. */
export interface DayShare {
  /** The day, such as `2026-11-22`, in UTC. */
  readonly day: string;
  /** How many requests were answered or still wait. */
  readonly total: number;
  /** How many orch answered by itself. */
  readonly automatic: number;
  /** How many a person answered or has still to answer. */
  readonly manual: number;
  /** How many of those no learning may answer, being `remote` or `critical`. */
  readonly reserved: number;
  /** The manual part of the total, from 0 to 1. */
  readonly share: number;
  /** The manual part of what can be learned, from 0 to 1. */
  readonly learnableShare: number;
}

/**
 * Counts, for each day, how much reached a person.
 *
 * @example Usage
 * ```ts
 * import { manualShareByDay } from "./manual_share.ts";
 * import assert from "node:assert/strict";
 *
 * const seen = Date.UTC(2026, 10, 22);
 * const [day] = manualShareByDay([
 *   { seen, by: "orch" },
 *   { seen, by: "orch" },
 *   { seen, by: "pane" },
 *   { seen, by: "pane", verdict: { tier: "critical" } },
 * ]);
 * assert.deepEqual(day, {
 *   day: "2026-11-22",
 *   total: 4,
 *   automatic: 2,
 *   manual: 2,
 *   reserved: 1,
 *   share: 1 / 2,
 *   learnableShare: 1 / 3,
 * });
 * ```
 *
 * @param requests The requests, in any order.
 * @returns One entry a day on which something was asked, oldest first.
 */
export function manualShareByDay(
  requests: readonly CountedRequest[],
): DayShare[] {
  const days = Map.groupBy(
    requests,
    ({ seen }) => new Date(seen).toISOString().slice(0, 10),
  );
  return [...days].sort(([a], [b]) => a < b ? -1 : 1).map(
    ([day, asked]) => {
      const total = asked.length;
      const byPeople = asked.filter(({ by }) => by !== "orch");
      const manual = byPeople.length;
      const reserved = byPeople.filter(isReserved).length;
      return {
        day,
        total,
        automatic: total - manual,
        manual,
        reserved,
        share: manual / total,
        learnableShare: total > reserved
          ? (manual - reserved) / (total - reserved)
          : 0,
      };
    },
  );
}

function isReserved({ verdict }: CountedRequest): boolean {
  return verdict?.tier === "remote" || verdict?.tier === "critical";
}
