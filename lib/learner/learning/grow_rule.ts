import type { Judgement } from "../assessment/mod.ts";
import { categoryOf, covers, idOf, titleOf, withReach } from "../rules/mod.ts";
import type { DecideContext } from "../request.ts";
import type { Pattern, Rule } from "../rule.ts";
import { looksSecret, maskText } from "../../secrets/mod.ts";
import { type Tier, tiers } from "../verdict.ts";

/** What learning rests on. */
export interface LearnContext extends DecideContext {
  /**
   * Where the answer comes from.
   *
   * @default {"approval"}
   */
  readonly origin?: Rule["origin"];
}

/** How many approvals of the same thing a tier needs. */
export const needed: Readonly<Record<Tier, number>> = {
  read: 1,
  project: 1,
  local: 1,
  fetch: 2,
  remote: Infinity,
  critical: Infinity,
};

function neededFor({ tier, needs }: Judgement, { exact }: Pattern): number {
  // One approval proves the very words, as far as the tier lets it.
  return Math.max(needed[tier], exact === undefined ? needs : 1);
}

/** How many approvals it takes after a denial. */
const neededAfterDenial = 3;

/** How many examples a rule keeps. */
const mostExamples = 5;

/**
 * When an answer was given, as rules keep it.
 *
 * @param context What learning rests on.
 * @returns The time, in ISO 8601.
 */
export function timeOf({ now }: Pick<LearnContext, "now">): string {
  return new Date(now).toISOString();
}

/**
 * Makes a rule of what was approved.
 *
 * @param pattern What it is to match.
 * @param part What was approved.
 * @param context What learning rests on.
 * @returns The rule; a candidate if one approval is not enough.
 */
export function freshRule(
  pattern: Pattern,
  part: Judgement,
  context: LearnContext,
): Rule {
  const { project, origin = "approval" } = context;
  return {
    id: idOf(pattern, project),
    title: maskText(titleOf(pattern)),
    category: categoryOf(pattern),
    pattern,
    scope: project,
    tier: part.tier,
    evidence: origin === "approval" ? [maskText(part.text)] : [],
    approvals: origin === "approval" ? 1 : 0,
    denials: 0,
    uses: 0,
    learned: timeOf(context),
    used: timeOf(context),
    origin,
    status: neededFor(part, pattern) > 1 ? "candidate" : "active",
  };
}

/**
 * Makes a rule stronger by what was approved.
 *
 * @param rule The rule.
 * @param pattern What it is to match from now on.
 * @param part What was approved.
 * @param context What learning rests on.
 * @returns The rule; active if that was enough.
 */
export function strongerRule(
  rule: Rule,
  pattern: Pattern,
  part: Judgement,
  context: LearnContext,
): Rule {
  const setup = context.origin === "setup";
  const approvals = rule.approvals + (setup ? 0 : 1);
  const example = maskText(part.text);
  const anew = rule.status === "revoked" && rule.approvals === 0;
  const before = anew ? [] : rule.evidence;
  const evidence = setup || before.includes(example)
    ? before
    : [...before, example].slice(-mostExamples);
  const tier = tiers.indexOf(part.tier) > tiers.indexOf(rule.tier)
    ? part.tier
    : rule.tier;
  const exact = pattern.exact !== undefined;
  const enough = rule.denials > 0 && !exact
    ? neededAfterDenial
    : isForeign(rule) && tier === rule.tier
    ? 1
    : neededFor({ ...part, tier }, pattern);
  // Nobody has looked at what it allows from now on.
  const { reviewed: _, ...changed } = withReach(
    rule,
    rule.reach === "team" && tier === rule.tier ? "team" : "project",
  );
  return {
    ...(covers(rule.pattern, pattern) && tier === rule.tier ? rule : changed),
    title: maskText(titleOf(pattern)),
    category: categoryOf(pattern),
    pattern,
    tier,
    evidence,
    approvals,
    used: timeOf(context),
    status: approvals >= enough || setup && enough <= 1
      ? "active"
      : rule.status === "revoked"
      ? "revoked"
      : "candidate",
  };
}

/**
 * Whether a rule was learned elsewhere, and needs one approval here.
 *
 * @param rule The rule.
 * @returns Whether it was.
 */
export function isForeign({ origin }: Rule): boolean {
  return origin === "import" || origin === "earlier";
}

/**
 * What was denied of a rule, unless that must not be written down.
 *
 * @param rule The rule.
 * @param part What was denied.
 * @returns Its counter-examples, if there is another one.
 */
export function counterExamplesOf(
  rule: Rule,
  part: Judgement,
): Pick<Rule, "counterExamples"> {
  const example = maskText(part.text);
  const before = rule.counterExamples ?? [];
  if (before.includes(example) || looksSecret(part.text)) return {};
  return { counterExamples: [...before, example].slice(-mostExamples) };
}
