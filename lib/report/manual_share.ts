/** What is needed of a request to count it. */
export interface CountedRequest {
  /** When it was first seen, in milliseconds since 1970. */
  readonly seen: number;
  /** Who answered it, if somebody has. */
  readonly by: "orch" | "person" | "pane" | undefined;
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
  /** The manual part of the total, from 0 to 1. */
  readonly share: number;
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
 *   { seen, by: undefined },
 * ]);
 * assert.deepEqual(day, {
 *   day: "2026-11-22",
 *   total: 4,
 *   automatic: 2,
 *   manual: 2,
 *   share: 0.5,
 * });
 * ```
 *
 * @param requests The requests, in any order.
 * @returns One entry a day on which something was asked, oldest first.
 */
export function manualShareByDay(
  requests: readonly CountedRequest[],
): DayShare[] {
  const days = new Map<string, { total: number; automatic: number }>();
  for (const { seen, by } of requests) {
    const day = new Date(seen).toISOString().slice(0, 10);
    const count = days.get(day) ?? { total: 0, automatic: 0 };
    count.total++;
    if (by === "orch") count.automatic++;
    days.set(day, count);
  }
  return [...days].sort(([a], [b]) => a < b ? -1 : 1).map(
    ([day, { total, automatic }]) => {
      const manual = total - automatic;
      return { day, total, automatic, manual, share: manual / total };
    },
  );
}
