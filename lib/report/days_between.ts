const day = 24 * 60 * 60 * 1000;

/**
 * Lists all days from one to another.
 *
 * @example Usage
 * ```ts
 * import { daysBetween } from "./days_between.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(daysBetween("2026-02-28", "2026-03-01"), [
 *   "2026-02-28",
 *   "2026-03-01",
 * ]);
 * ```
 *
 * @param first The first day, such as `2026-11-22`.
 * @param last The last day.
 * @returns The days, in order; none if the last is before the first.
 */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += day) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
