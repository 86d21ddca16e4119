import type { Judgement } from "../assessment/mod.ts";
import { judgeRequest } from "../requests/mod.ts";
import type { LearnContext } from "./grow_rule.ts";
import { Learning, type Lesson } from "./learning.ts";
import type { JudgedRequest } from "../request.ts";
import type { Rule } from "../rule.ts";
import { looksSecret } from "../../secrets/mod.ts";
import type { Verdict } from "../verdict.ts";

/**
 * Learns from a person's answer.
 *
 * An approval teaches each command of the line apart, as the least general
 * pattern that covers what was approved; a denial narrows or takes back the
 * rules that speak of what was denied. What is remote or critical, what looks
 * secret and what could be read in several ways teaches nothing.
 *
 * Only a person's answers may be given here: what passed by itself proves
 * nothing, see {@linkcode useRule}.
 *
 * @example Usage
 * ```ts
 * import { decide, learn } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const context = {
 *   project: "/home/dev/web",
 *   home: "/home/dev",
 *   autonomy: "supervised",
 *   rules: [],
 *   now: 0,
 * } as const;
 * const asked = { kind: "command", command: "npm test", complete: true };
 * assert.equal(decide(asked, context).decision, "ask");
 * const { rules } = learn(asked, "approved", context);
 * assert.equal(decide(asked, { ...context, rules }).decision, "allow");
 * ```
 *
 * @param request What was asked.
 * @param answer What the person answered.
 * @param context What is known; its rules are left as they are.
 * @returns The new rules, and what changed.
 */
export function learn(
  request: JudgedRequest,
  answer: "approved" | "denied",
  context: LearnContext,
): Lesson {
  const judged = judgeRequest(request, context);
  const nothing = { rules: context.rules, changes: [] };
  if (judged.kind === "refused" || !sayTheSame(judged.readings)) {
    return nothing;
  }
  const parts = judged.readings[0]!;
  const lesson = new Learning(context);
  if (answer === "denied") {
    for (const part of blamed(parts)) lesson.deny(part);
  } else {
    const texts = [request.command ?? "", ...parts.map(({ text }) => text)];
    const opaque = parts.some((part) =>
      part.bare === "" && part.tier === "critical"
    );
    if (opaque || texts.some(looksSecret)) return nothing;
    for (const part of parts) lesson.approve(part);
  }
  return lesson.result;
}

/**
 * Counts that a rule answered for a person.
 *
 * That is no evidence for it: approvals and examples stay as they are.
 *
 * @param rules All rules.
 * @param id The rule that answered.
 * @param now The time, in milliseconds since 1970.
 * @returns All rules, with the use counted.
 */
export function useRule(
  rules: readonly Rule[],
  id: string,
  now: number,
): Rule[] {
  return rules.map((rule) =>
    rule.id === id
      ? { ...rule, uses: rule.uses + 1, used: new Date(now).toISOString() }
      : rule
  );
}

/**
 * The rules that answered for a person in what is allowed.
 *
 * @param verdict What was decided.
 * @returns Their ids, each once; none unless all of it is allowed.
 */
export function usedRules(verdict: Verdict): readonly string[] {
  if (verdict.decision !== "allow") return [];
  const ids = verdict.parts.map(({ rule }) => rule)
    .filter((rule) => rule !== undefined);
  return [...new Set(ids)];
}

/** Whether it does not matter which way a request is read. */
function sayTheSame(readings: readonly (readonly Judgement[])[]): boolean {
  const [first, ...rest] = readings.map((parts) =>
    JSON.stringify(parts.map(({ tier, patterns }) => [tier, patterns]))
  );
  return rest.every((one) => one === first);
}

/** Which parts a denial of the whole is about. */
function blamed(parts: readonly Judgement[]): readonly Judgement[] {
  const worst = parts.filter(({ tier }) =>
    tier === "remote" || tier === "critical"
  );
  // Whoever denies `npm test && git push` most likely denies the push.
  if (worst.length > 0) return [];
  return parts.filter(({ tier }) => tier !== "read");
}
