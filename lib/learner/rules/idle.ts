import type { Rule } from "../rule.ts";

/** How long a rule answers without being used or approved again. */
export const idleAfter: number = 30 * 24 * 60 * 60 * 1000;

/**
 * Whether a rule has expired.
 *
 * @param rule When it was last used.
 * @param now The time, in milliseconds since 1970.
 * @returns Whether it does not answer any more until it is approved again.
 */
export function isIdle(rule: Pick<Rule, "used">, now: number): boolean {
  return now - Date.parse(rule.used) > idleAfter;
}
