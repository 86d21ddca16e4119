import { bindTask } from "./bind_task.ts";
import { Learning } from "./learning.ts";
import type { DecideContext } from "../request.ts";
import { whyBound, withReach } from "../rules/mod.ts";
import type { Reach, Rule } from "../rule.ts";

/**
 * Takes a rule back: what it matches is asked from now on, as after a denial.
 *
 * Its examples stay on it, so that a person sees what it had rested on.
 *
 * @param rules All rules.
 * @param id The rule.
 * @param now The time, in milliseconds since 1970.
 * @returns All rules.
 */
export function revokeRule(
  rules: readonly Rule[],
  id: string,
  now: number,
): Rule[] {
  return rules.map((rule) =>
    rule.id !== id || rule.status === "revoked" ? rule : {
      ...rule,
      status: "revoked",
      approvals: 0,
      denials: rule.denials + 1,
      used: new Date(now).toISOString(),
    }
  );
}

/**
 * Makes a rule answer that a person has looked at: a candidate, an expired rule
 * that is wanted again, one that was taken back, or one that is kept as it is.
 *
 * A rule about a task of the project answers for the task as it is now.
 *
 * @param id The rule.
 * @param context All rules, and where they hold.
 * @returns All rules.
 */
export function activateRule(id: string, context: DecideContext): Rule[] {
  const date = new Date(context.now).toISOString();
  return context.rules.map((rule) =>
    rule.id === id
      ? {
        ...bindTask(rule, context),
        status: "active",
        used: date,
        reviewed: date,
      }
      : rule
  );
}

/**
 * Lets a rule reach further than its project, or no further again.
 *
 * Whoever lets it reach further has looked at it.
 *
 * @param id The rule.
 * @param reach How far.
 * @param context All rules, and where they hold.
 * @returns All rules, or why that rule cannot reach so far, as a clause.
 */
export function reachRule(
  id: string,
  reach: Reach,
  context: DecideContext,
): readonly Rule[] | string {
  const rule = context.rules.find((one) => one.id === id);
  if (rule === undefined || (rule.reach ?? "project") === reach) {
    return context.rules;
  }
  if (reach !== "project") {
    const why = rule.status !== "active"
      ? "does not answer yet"
      : reach === "agent"
      ? whyBound(rule)
      : undefined;
    if (why !== undefined) return why;
  }
  const reviewed = new Date(context.now).toISOString();
  return context.rules.map((one) =>
    one.id === id ? { ...withReach(one, reach), reviewed } : one
  );
}

/**
 * Narrows a rule to the very commands that were approved; anything else that it
 * matched is asked from now on.
 *
 * @param id The rule.
 * @param context All rules, and where they hold.
 * @returns All rules; the same if none of the rule's examples can be told.
 */
export function narrowRule(
  id: string,
  context: DecideContext,
): readonly Rule[] {
  const rule = context.rules.find((one) => one.id === id);
  if (rule === undefined) return context.rules;
  const learning = new Learning({ ...context, project: rule.scope });
  return learning.narrow(rule) ? learning.result.rules : context.rules;
}
