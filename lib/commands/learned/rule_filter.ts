import { resolve } from "node:path";
import type { Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";

/** Which rules to show. */
export interface RuleFilter {
  readonly status?: Rule["status"];
  readonly category?: Rule["category"];
  readonly tier?: Rule["tier"];
  readonly origin?: Rule["origin"];
  readonly project?: string;
}

/**
 * Picks rules.
 *
 * @param rules All rules.
 * @param filter Which ones.
 * @param context Where a relative project begins.
 * @returns Those that fit, in the same order.
 */
export function filterRules(
  rules: readonly Rule[],
  filter: RuleFilter,
  context: Pick<OrchContext, "directory">,
): Rule[] {
  const { status, category, tier, origin, project } = filter;
  const scope = project === undefined
    ? undefined
    : resolve(context.directory, project);
  return rules.filter((rule) =>
    (status === undefined || rule.status === status) &&
    (category === undefined || rule.category === category) &&
    (tier === undefined || rule.tier === tier) &&
    (origin === undefined || rule.origin === origin) &&
    (scope === undefined || rule.scope === scope)
  );
}
