import type { Judgement } from "./judge.ts";
import { judgeRequest } from "./judge_request.ts";
import {
  categoryOf,
  covers,
  idOf,
  joinPatterns,
  sameKey,
  titleOf,
} from "./pattern.ts";
import type { DecideContext, JudgedRequest } from "./request.ts";
import type { Pattern, Rule } from "./rule.ts";
import { looksSecret, maskText } from "./secret_text.ts";
import { type Tier, tiers } from "./verdict.ts";

/** What an answer changed. */
export interface LearnedChange {
  /** What happened to the rule. */
  readonly type: "learned" | "strengthened" | "narrowed" | "revoked";
  /** The rule as it is now. */
  readonly rule: Rule;
}

/** What learning rests on. */
export interface LearnContext extends DecideContext {
  /**
   * Where the answer comes from.
   *
   * @default {"approval"}
   */
  readonly origin?: Rule["origin"];
}

/** What an answer taught. */
export interface Lesson {
  /** All rules, in place of those before. */
  readonly rules: readonly Rule[];
  /** What changed, in order. */
  readonly changes: readonly LearnedChange[];
}

/** How many approvals of the same thing a tier needs. */
const needed: Readonly<Record<Tier, number>> = {
  read: 1,
  project: 1,
  local: 1,
  fetch: 2,
  remote: Infinity,
  critical: Infinity,
};

function neededFor({ tier, needs }: Judgement): number {
  return Math.max(needed[tier], needs);
}

/** How many approvals it takes after a denial. */
const neededAfterDenial = 3;

/** How many examples a rule keeps. */
const mostExamples = 5;

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
 * import { decide, learn } from "./mod.ts";
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

class Learning {
  readonly #context: LearnContext;
  readonly #now: string;
  #rules: readonly Rule[];
  readonly #changes = new Map<string, LearnedChange>();

  constructor(context: LearnContext) {
    this.#context = context;
    this.#rules = context.rules;
    this.#now = new Date(context.now).toISOString();
  }

  get result(): Lesson {
    return { rules: this.#rules, changes: [...this.#changes.values()] };
  }

  /** Learns one part, as a pattern where it can be, else by its words. */
  approve(part: Judgement): void {
    if (part.patterns.length === 0 || needed[part.tier] === Infinity) return;
    // What only looks passes under every ceiling.
    if (part.tier === "read" && part.familiar) return;
    const general = part.patterns.at(-1)!;
    const known = this.#find(general);
    const tombstone = known?.status === "revoked";
    if (tombstone || part.needs > 1) this.#approveExact(part);
    if (known === undefined) {
      this.#put(this.#fresh(general, part), "learned");
      return;
    }
    const start = tombstone && known.approvals === 0;
    const pattern = start ? general : joinPatterns(known.pattern, general);
    this.#put(this.#stronger(known, pattern, part), "strengthened");
  }

  /** Learns the very words of a part of which more is not to pass yet. */
  #approveExact(part: Judgement): void {
    const [exact, general] = part.patterns;
    if (exact?.exact === undefined || general === undefined) return;
    const once = { ...part, needs: 1 };
    const known = this.#find(exact);
    if (known === undefined) {
      this.#put(this.#fresh(exact, once), "learned");
    } else {
      this.#put(this.#stronger(known, exact, once), "strengthened");
    }
  }

  /** Takes back what speaks of one part, or narrows it to its examples. */
  deny(part: Judgement): void {
    for (const rule of this.#rules) {
      const about = rule.scope === this.#context.project &&
        rule.status !== "revoked" &&
        part.patterns.some((pattern) => covers(rule.pattern, pattern));
      if (about) this.#narrow(rule, part);
    }
    const general = part.patterns.at(-1);
    if (general === undefined || this.#find(general) !== undefined) return;
    const rule = this.#fresh(general, part);
    this.#put(
      { ...rule, approvals: 0, denials: 1, evidence: [], status: "revoked" },
      "revoked",
    );
  }

  #narrow(rule: Rule, part: Judgement): void {
    const revoked: Rule = {
      ...rule,
      status: "revoked",
      approvals: 0,
      denials: rule.denials + 1,
      evidence: [],
      used: this.#now,
    };
    const denied = part.patterns.find((one) => one.exact !== undefined)?.exact;
    const examples = rule.pattern.exact !== undefined ? [] : rule.evidence
      .filter((text) => text !== part.text && text !== denied)
      .map((text) => this.#exampleOf(text, rule))
      .filter((one) => one !== undefined);
    this.#put(revoked, examples.length === 0 ? "revoked" : "narrowed");
    for (const example of examples) {
      if (this.#find(example.pattern) === undefined) {
        this.#put(example, "learned");
      }
    }
  }

  /** The exact rule of an example, if its words are all known. */
  #exampleOf(text: string, rule: Rule): Rule | undefined {
    if (text.includes("…")) return undefined;
    const judged = judgeRequest(
      { kind: "command", command: text, complete: true },
      this.#context,
    );
    if (judged.kind === "refused") return undefined;
    const [parts] = judged.readings;
    const exact = parts?.length === 1
      ? parts[0]!.patterns.find((one) => one.exact !== undefined)
      : undefined;
    if (exact === undefined) return undefined;
    return {
      ...this.#fresh(exact, parts![0]!),
      approvals: 1,
      origin: rule.origin,
    };
  }

  #find(pattern: Pattern): Rule | undefined {
    return this.#rules.find((rule) =>
      rule.scope === this.#context.project && sameKey(rule.pattern, pattern)
    );
  }

  #fresh(pattern: Pattern, part: Judgement): Rule {
    const { project, origin = "approval" } = this.#context;
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
      learned: this.#now,
      used: this.#now,
      origin,
      status: neededFor(part) > 1 ? "candidate" : "active",
    };
  }

  #stronger(rule: Rule, pattern: Pattern, part: Judgement): Rule {
    const setup = this.#context.origin === "setup";
    const approvals = rule.approvals + (setup ? 0 : 1);
    const example = maskText(part.text);
    const evidence = setup || rule.evidence.includes(example)
      ? rule.evidence
      : [...rule.evidence, example].slice(-mostExamples);
    const tier = tiers.indexOf(part.tier) > tiers.indexOf(rule.tier)
      ? part.tier
      : rule.tier;
    const exact = pattern.exact !== undefined;
    const enough = rule.denials > 0 && !exact
      ? neededAfterDenial
      : neededFor({ ...part, tier });
    return {
      ...rule,
      title: maskText(titleOf(pattern)),
      category: categoryOf(pattern),
      pattern,
      tier,
      evidence,
      approvals,
      used: this.#now,
      status: approvals >= enough || setup && enough <= 1
        ? "active"
        : rule.status === "revoked"
        ? "revoked"
        : "candidate",
    };
  }

  #put(rule: Rule, type: LearnedChange["type"]): void {
    const before = this.#rules.some((one) => one.id === rule.id);
    this.#rules = before
      ? this.#rules.map((one) => (one.id === rule.id ? rule : one))
      : [...this.#rules, rule];
    this.#changes.set(rule.id, { type, rule });
  }
}
