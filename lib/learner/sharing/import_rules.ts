import { bindTask } from "../learning/mod.ts";
import { judgeRequest } from "../requests/mod.ts";
import {
  categoryOf,
  idOf,
  joinPatterns,
  keyOf,
  sameKey,
  titleOf,
} from "../rules/mod.ts";
import { requestOfExample, shortestExample } from "./pattern_request.ts";
import type { DecideContext } from "../request.ts";
import type { Rule } from "../rule.ts";
import { looksSecret, maskText } from "../../secrets/mod.ts";
import { type Tier, tiers } from "../verdict.ts";

/** How rules are taken over. */
export interface ImportOptions {
  /** Where they were learned, such as `api in /srv/api`. */
  readonly source: string;
  /**
   * Whether they answer at once, without an approval here.
   *
   * @default {false}
   */
  readonly trust?: boolean;
}

/** What became of one rule. */
export interface ImportedRule {
  /** The rule as it is here now; as it came, if it was left out. */
  readonly rule: Rule;
  /** What became of it. */
  readonly type: "candidate" | "trusted" | "denied" | "left out";
  /** Why it was left out, as a clause. */
  readonly why?: string;
}

/** What an import came to. */
export interface Import {
  /** All rules, in place of those before. */
  readonly rules: readonly Rule[];
  /** Every rule that was offered, in order. */
  readonly imported: readonly ImportedRule[];
}

/**
 * Takes over rules that were learned elsewhere.
 *
 * They are judged anew by the tables, and hold in the project of the context.
 * What reaches beyond what can be learned is left out, whatever it says of
 * itself; the rest waits for one approval here. Nothing that a person has
 * denied or taken back here is undone, and no rule of this project is widened
 * without trust. What was denied elsewhere is denied here as well.
 *
 * @example Usage
 * ```ts
 * import { importRules, preapprovals } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const rules = preapprovals({ kinds: ["node"], commands: ["npm test"] }, {
 *   project: "/srv/api",
 *   home: "/home/dev",
 *   now: 0,
 * });
 * const { imported } = importRules(rules, { source: "api" }, {
 *   project: "/srv/web",
 *   home: "/home/dev",
 *   autonomy: "assisted",
 *   rules: [],
 *   now: 0,
 * });
 * assert.equal(imported[0]!.rule.scope, "/srv/web");
 * assert.equal(imported[0]!.rule.status, "candidate");
 * ```
 *
 * @param offered The rules.
 * @param options Where they come from, and whether they are trusted.
 * @param context The project they are to hold in, and its rules.
 * @returns All rules of the context with the new ones, and what became of each.
 */
export function importRules(
  offered: readonly Rule[],
  options: ImportOptions,
  context: DecideContext,
): Import {
  let rules = context.rules;
  const imported = offered.map((rule) => {
    const one = importRule(rule, options, { ...context, rules });
    if (one.type !== "left out") rules = withRule(rules, one.rule);
    return one;
  });
  return { rules, imported };
}

function importRule(
  offered: Rule,
  options: ImportOptions,
  context: DecideContext,
): ImportedRule {
  const leftOut = (why: string): ImportedRule => ({
    rule: offered,
    type: "left out",
    why,
  });
  if (offered.origin === "person") {
    return leftOut("was written by hand, for its own project");
  }
  if (unseen.test(JSON.stringify([offered.pattern, offered.evidence]))) {
    return leftOut("holds characters that cannot be seen");
  }
  if (looksSecret(offered.pattern.exact ?? "")) {
    return leftOut("holds what looks secret");
  }
  const { project } = context;
  const known = context.rules.find((rule) =>
    rule.scope === project && sameKey(rule.pattern, offered.pattern)
  );
  const fresh = freshRule(offered, options, context);
  if (offered.status === "revoked") {
    if (offered.denials === 0) return leftOut("was taken back there");
    if (known !== undefined) return leftOut("is known here already");
    return {
      rule: { ...fresh, denials: 1, status: "revoked" },
      type: "denied",
    };
  }
  if (offered.status === "candidate") {
    return leftOut("is itself not confirmed there");
  }
  const tier = tierOf(offered, context);
  if (typeof tier === "object") return leftOut(tier.why);
  if (known?.status === "revoked") return leftOut("was denied here");
  if (known?.status === "active" && !options.trust) {
    return leftOut("is known here already");
  }
  const pattern = known === undefined
    ? offered.pattern
    : joinPatterns(known.pattern, offered.pattern);
  const rule: Rule = {
    ...known ?? fresh,
    ...known !== undefined && { source: fresh.source, origin: "import" },
    pattern,
    tier,
    status: options.trust ? "active" : "candidate",
  } as Rule;
  return options.trust
    ? { rule: bindTask(rule, context), type: "trusted" }
    : { rule, type: "candidate" };
}

/** What terminals obey or do not show; JSON writes the former as `\u…`. */
const unseen = /[\p{Cc}\p{Cf}]|\\u[0-9a-f]{4}/u;

function freshRule(
  offered: Rule,
  { source }: ImportOptions,
  { project, now }: DecideContext,
): Rule {
  const date = new Date(now).toISOString();
  return {
    id: idOf(offered.pattern, project),
    title: maskText(titleOf(offered.pattern)),
    category: categoryOf(offered.pattern),
    pattern: offered.pattern,
    scope: project,
    tier: offered.tier,
    evidence: offered.evidence.map(maskText),
    ...offered.counterExamples !== undefined &&
      { counterExamples: offered.counterExamples.map(maskText) },
    approvals: 0,
    denials: 0,
    uses: 0,
    learned: date,
    used: date,
    origin: "import",
    // Rules that have come far keep the place where they were learned.
    source: offered.origin === "import" ? offered.source ?? source : source,
    status: "candidate",
  };
}

const most = tiers.indexOf("fetch" satisfies Tier);

/** How risky the tables say a rule is here, or why it cannot be taken over. */
function tierOf(
  rule: Rule,
  context: DecideContext,
): Tier | { readonly why: string } {
  let worst = -1;
  const place = {
    ...context,
    directory: `${context.project}/${rule.pattern.directory ?? "."}`,
  };
  for (const text of samplesOf(rule)) {
    const request = requestOfExample(rule.pattern, text);
    if (request === undefined) continue;
    const judged = judgeRequest(request, place);
    if (judged.kind === "refused") continue;
    for (const part of judged.readings.flat()) {
      const about = part.patterns.some((one) => sameKey(one, rule.pattern));
      const tier = tiers.indexOf(part.tier);
      if (tier > most) return { why: `${text} ${part.reason}` };
      if (about) worst = Math.max(worst, tier);
    }
  }
  return worst < 0 ? { why: "nothing shows what it allows" } : tiers[worst]!;
}

/** Examples of the rule: what was approved, and what it says itself. */
function samplesOf({ pattern, evidence }: Rule): string[] {
  if (pattern.exact !== undefined) return [pattern.exact];
  const shortest = shortestExample(pattern);
  return [
    ...evidence.filter((text) => !text.includes("…")),
    ...shortest === undefined ? [] : [shortest],
  ];
}

function withRule(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  const key = keyOf(rule.pattern);
  const there = rules.some((one) =>
    one.scope === rule.scope && keyOf(one.pattern) === key
  );
  return there
    ? rules.map((one) =>
      one.scope === rule.scope && keyOf(one.pattern) === key ? rule : one
    )
    : [...rules, rule];
}
