import { resolve } from "node:path";
import type { Reach, Rule } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";

/** Which rules to show. */
export interface RuleFilter {
  readonly status?: Rule["status"];
  readonly category?: Rule["category"];
  readonly tier?: Rule["tier"];
  readonly origin?: Rule["origin"];
  readonly scope?: Reach;
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
  const { status, category, tier, origin, scope, project } = filter;
  const folder = project === undefined
    ? undefined
    : resolve(context.directory, project);
  return rules.filter((rule) =>
    (status === undefined || rule.status === status) &&
    (category === undefined || rule.category === category) &&
    (tier === undefined || rule.tier === tier) &&
    (origin === undefined || rule.origin === origin) &&
    (scope === undefined || (rule.reach ?? "project") === scope) &&
    (folder === undefined || rule.scope === folder)
  );
}
