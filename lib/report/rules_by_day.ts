import { isIdle } from "../learner/mod.ts";

/** What is needed of a rule to count it. */
export interface CountedRule {
  /** When it was learned, ISO 8601. */
  readonly learned: string;
  /** When it last answered, was approved or taken back, ISO 8601. */
  readonly used: string;
  /** Whether it answers. */
  readonly status: "active" | "candidate" | "revoked";
}

/** How many rules there were at the end of a day. */
export interface DayRules {
  /** The day, such as `2026-11-22`, in UTC. */
  readonly day: string;
  /** How many rules answered. */
  readonly rules: number;
}

/**
 * Counts, for each day, how many rules answered at its end.
 *
 * @example Usage
 * ```ts
 * import { rulesByDay } from "./rules_by_day.ts";
 * import assert from "node:assert/strict";
 *
 * const rule = { learned: "2026-11-22T09:00:00Z", used: "2026-11-23T09:00:00Z" };
 * assert.deepEqual(
 *   rulesByDay(
 *     [{ ...rule, status: "active" }, { ...rule, status: "revoked" }],
 *     ["2026-11-21", "2026-11-22", "2026-11-23"],
 *   ).map(({ rules }) => rules),
 *   [0, 2, 1],
 * );
 * ```
 *
 * @param rules The rules.
 * @param days The days, in order.
 * @returns One entry a day. A candidate does not answer and does not count; a
 * rule that was taken back counts until then, one that has expired until it
 * did.
 */
export function rulesByDay(
  rules: readonly CountedRule[],
  days: readonly string[],
): DayRules[] {
  return days.map((day) => ({
    day,
    rules:
      rules.filter(({ learned, used, status }) =>
        status !== "candidate" && learned.slice(0, 10) <= day &&
        (status === "active" ? answersOn(day, used) : used.slice(0, 10) > day)
      ).length,
  }));
}

/** Whether a rule that was last used at a time has not expired by a day. */
function answersOn(day: string, used: string): boolean {
  return !isIdle({ used }, Date.parse(`${day}T23:59:59Z`));
}
