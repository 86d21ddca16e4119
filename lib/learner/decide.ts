import type { Judgement } from "./assessment/mod.ts";
import { covers, isIdle, isSameTask, RuleIndex } from "./rules/mod.ts";
import { judgeRequest } from "./requests/mod.ts";
import { askPolicy, exactLine } from "./policy.ts";
import type { DecideContext, JudgedRequest } from "./request.ts";
import type { Rule } from "./rule.ts";
import {
  type Autonomy,
  type Decision,
  type JudgedPart,
  type Tier,
  tiers,
  type Verdict,
} from "./verdict.ts";

/** The ceiling under which something passes the first time. */
const ceilings: Readonly<Record<Autonomy, Tier>> = {
  supervised: "read",
  assisted: "project",
  autonomous: "fetch",
};

/**
 * Decides what happens with an agent's request.
 *
 * Every command in it is judged by the tables, then by what people have laid
 * down, then by the ceiling, then by what was learned. All of them must pass,
 * in every reading of the text. What is not known goes to a person.
 *
 * @example Usage
 * ```ts
 * import { decide } from "./mod.ts";
 * import assert from "node:assert/strict";
 *
 * const verdict = decide(
 *   { kind: "command", command: "git status && git push", complete: true },
 *   {
 *     project: "/home/dev/web",
 *     home: "/home/dev",
 *     autonomy: "assisted",
 *     rules: [],
 *     now: 0,
 *   },
 * );
 * assert.equal(verdict.decision, "ask");
 * assert.equal(verdict.tier, "remote");
 * assert.equal(verdict.parts[0]!.decision, "allow");
 * ```
 *
 * @param request What is asked for.
 * @param context What the decision rests on.
 * @returns What is to happen, how risky it is, and why.
 */
export function decide(
  request: JudgedRequest,
  context: DecideContext,
): Verdict {
  const judged = judgeRequest(request, context);
  if (judged.kind === "refused") {
    return {
      decision: "ask",
      tier: "critical",
      reason: `Asks because ${judged.reason}.`,
      parts: [],
    };
  }
  let worst: Verdict | undefined;
  for (const [index, parts] of judged.readings.entries()) {
    const line = judged.lines[index];
    const verdict = line === undefined
      ? join(parts.map((part) => decidePart(part, context)))
      : decideLine(line, parts, context);
    if (worst === undefined || weightOf(verdict) > weightOf(worst)) {
      worst = verdict;
    }
  }
  return worst!;
}

/** What people have laid down may speak of a whole line, too. */
function decideLine(
  line: string,
  parts: readonly Judgement[],
  context: DecideContext,
): Verdict {
  const { policy, project, directory = project } = context;
  const spaced = line.replace(/\s*(\|&?|&&|;)\s*/g, " $1 ").replace(
    /\s+/g,
    " ",
  );
  const laid = askPolicy({ broad: [line.trim(), spaced.trim()] }, policy);
  const very = directory === project ? exactLine(line, policy) : undefined;
  return join(parts.map((part) => {
    // What else is done before may change what the very words do.
    const alone = parts.every((one) => one === part || one.tier === "read");
    const decided = decidePart(part, context, alone);
    const { text, tier } = part;
    if (laid !== undefined && decided.decision !== "deny") {
      const verb = laid.decision === "deny" ? "denies" : "asks about";
      const reason = `the policy ${verb} \`${laid.pattern}\``;
      return { text, tier, decision: laid.decision, reason };
    }
    const strict = askPolicy({ broad: part.known.broad }, policy);
    if (very === undefined || strict !== undefined) return decided;
    const reason = `the policy allows \`${very}\``;
    return { text, tier, decision: "allow", reason };
  }));
}

function decidePart(
  part: Judgement,
  context: DecideContext,
  alone = true,
): JudgedPart {
  const { text, tier, reason } = part;
  const answer = (decision: Decision, why: string, rule?: string) => ({
    text,
    tier,
    decision,
    reason: why,
    ...(rule !== undefined && { rule }),
  });
  const laid = askPolicy(part.known, context.policy);
  if (laid?.decision === "deny") {
    return answer("deny", `the policy denies \`${laid.pattern}\``);
  }
  if (laid?.decision === "ask") {
    return answer("ask", `the policy asks about \`${laid.pattern}\``);
  }
  if (
    laid?.decision === "allow" && (tier !== "critical" || laid.exact && alone)
  ) {
    return answer("allow", `the policy allows \`${laid.pattern}\``);
  }
  const rules = RuleIndex.of(context.rules).about(part, context);
  const denied = rules.find((rule) => isDenied(rule));
  const learned = rules.find((rule) => answers(rule, part, context.now));
  if (learned !== undefined && (denied === undefined || isExact(learned))) {
    const why = because(learned, context.project);
    return answer("allow", why, learned.id);
  }
  if (denied !== undefined) {
    return answer("ask", `it ${reason}, and you denied \`${denied.title}\``);
  }
  const ceiling = ceilings[context.autonomy];
  if (part.familiar && tiers.indexOf(tier) <= tiers.indexOf(ceiling)) {
    return answer("allow", `it ${reason}`);
  }
  return answer("ask", `it ${reason}${whyNot(part, rules, context)}`);
}

function answers(rule: Rule, part: Judgement, now: number): boolean {
  if (rule.status !== "active" || isIdle(rule, now)) return false;
  if (tiers.indexOf(part.tier) > tiers.indexOf(rule.tier)) return false;
  // Only what a person wrote by hand reaches beyond what can be learned.
  const written = rule.origin === "person" && rule.pattern.exact === part.text;
  if (written) return part.tier !== "critical";
  return part.patterns.some((pattern) =>
    covers(rule.pattern, pattern) && isSameTask(rule.pattern, pattern)
  );
}

function isDenied(rule: Rule): boolean {
  return rule.status === "revoked" && rule.denials > 0;
}

function isExact(rule: Rule): boolean {
  return rule.pattern.exact !== undefined;
}

function because(rule: Rule, project: string): string {
  const { origin, title, approvals, source, scope, lender } = rule;
  if (lender !== undefined) {
    return `you let the whole team use \`${title}\`, learned by ${lender}`;
  }
  if (scope !== project) {
    return `you let \`${title}\` pass in every project, learned in ${scope}`;
  }
  if (origin === "setup") return `\`${title}\` was set up for this project`;
  if (origin === "person") return `you wrote the rule \`${title}\``;
  if (approvals === 0) return `you trusted \`${title}\`, learned by ${source}`;
  const often = approvals === 1 ? "once" : `${approvals} times`;
  return `you approved \`${title}\` ${often} in this project`;
}

function whyNot(
  part: Judgement,
  rules: readonly Rule[],
  context: DecideContext,
): string {
  if (part.tier === "remote" || part.tier === "critical") {
    return ", which always needs a person";
  }
  const rule = rules.find((one) => one.status !== "revoked");
  if (rule?.status === "candidate" && rule.approvals === 0) {
    return `, and \`${rule.title}\` was not approved here yet`;
  }
  if (rule?.status === "candidate") {
    return `, and \`${rule.title}\` was approved only ${
      rule.approvals === 1 ? "once" : `${rule.approvals} times`
    }`;
  }
  if (rule !== undefined && isIdle(rule, context.now)) {
    return `, and \`${rule.title}\` was not used for 30 days`;
  }
  if (
    rule !== undefined &&
    !part.patterns.some((pattern) => isSameTask(rule.pattern, pattern))
  ) {
    return `, and what \`${rule.title}\` runs has changed since`;
  }
  if (part.patterns.length === 0) return ", which cannot be learned";
  return part.familiar
    ? `, which ${context.autonomy} agents may not do unasked`
    : ", which nobody approved here before";
}

/** Joins the parts of one reading: the strictest and the riskiest win. */
function join(parts: readonly JudgedPart[]): Verdict {
  const decision = parts.some((part) => part.decision === "deny")
    ? "deny"
    : parts.some((part) => part.decision === "ask")
    ? "ask"
    : "allow";
  let worst: JudgedPart | undefined;
  for (const part of parts) {
    if (part.decision !== decision) continue;
    const riskier = worst === undefined ||
      tiers.indexOf(part.tier) > tiers.indexOf(worst.tier) ||
      part.tier === worst.tier && worst.rule === undefined &&
        part.rule !== undefined;
    if (riskier) worst = part;
  }
  const tier = parts.reduce<Tier>(
    (most, part) =>
      tiers.indexOf(part.tier) > tiers.indexOf(most) ? part.tier : most,
    "read",
  );
  const verb = { allow: "Allowed", ask: "Asks", deny: "Denied" }[decision];
  const which = worst === undefined
    ? "nothing in it runs"
    : parts.length > 1
    ? `of \`${short(worst.text)}\`: ${worst.reason}`
    : worst.reason;
  return {
    decision,
    tier,
    reason: `${verb} because ${which}.`,
    ...(decision === "allow" && worst?.rule !== undefined &&
      { rule: worst.rule }),
    parts,
  };
}

function weightOf(verdict: Verdict): number {
  return { allow: 0, ask: 10, deny: 20 }[verdict.decision] +
    tiers.indexOf(verdict.tier);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
