import type { Judgement } from "./judgement.ts";
import { judgeRequest } from "./judge_request.ts";
import {
  categoryOf,
  covers,
  idOf,
  joinPatterns,
  sameKey,
  titleOf,
} from "./pattern.ts";
import type { DecideContext } from "./request.ts";
import { reaches, withReach } from "./reach.ts";
import type { Pattern, Rule } from "./rule.ts";
import { looksSecret, maskText } from "../secrets/mod.ts";
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

function neededFor({ tier, needs }: Judgement, { exact }: Pattern): number {
  // One approval proves the very words, as far as the tier lets it.
  return Math.max(needed[tier], exact === undefined ? needs : 1);
}

/** How many approvals it takes after a denial. */
const neededAfterDenial = 3;

/** How many examples a rule keeps. */
const mostExamples = 5;

/** The rules of an agent while one answer is learned from. */
export class Learning {
  readonly #context: LearnContext;
  readonly #now: string;
  #rules: readonly Rule[];
  readonly #changes = new Map<string, LearnedChange>();

  /**
   * Starts with the rules of the context.
   *
   * @param context What is known.
   */
  constructor(context: LearnContext) {
    this.#context = context;
    this.#rules = context.rules;
    this.#now = new Date(context.now).toISOString();
  }

  /** All rules as they are now, and what changed. */
  get result(): Lesson {
    return { rules: this.#rules, changes: [...this.#changes.values()] };
  }

  /**
   * Learns one part, as a pattern where it can be, else by its words.
   *
   * @param part What was approved.
   */
  approve(part: Judgement): void {
    if (part.patterns.length === 0 || needed[part.tier] === Infinity) return;
    // What only looks passes under every ceiling.
    if (part.tier === "read" && part.familiar) return;
    const general = part.patterns.at(-1)!;
    const known = this.#find(general);
    const tombstone = known?.status === "revoked";
    if (tombstone || part.needs > 1) this.#approveExact(part);
    // What is not what was learned elsewhere confirms nothing of it.
    const other = known !== undefined && isForeign(known) &&
      known.status === "candidate" && !covers(known.pattern, general);
    if (known === undefined || other) {
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

  /**
   * Takes back what speaks of one part, or narrows it to its examples.
   *
   * @param part What was denied.
   */
  deny(part: Judgement): void {
    const { project } = this.#context;
    for (const rule of this.#rules) {
      const about = rule.status !== "revoked" &&
        reaches(rule, part, project) &&
        part.patterns.some((pattern) => covers(rule.pattern, pattern));
      if (!about) continue;
      if (rule.scope === project) this.#narrow(rule, part);
      // What was approved elsewhere still holds there, and nowhere else.
      else this.#put(withReach(rule, "project"), "narrowed");
    }
    const general = part.patterns.at(-1);
    if (general === undefined || this.#find(general) !== undefined) return;
    // Its very words ask as long as nobody approves them: no need to keep them.
    if (general.exact !== undefined && looksSecret(part.text)) return;
    const rule = this.#fresh(general, part);
    this.#put({
      ...rule,
      approvals: 0,
      denials: 1,
      evidence: [],
      ...counterExamplesOf(rule, part),
      status: "revoked",
    }, "revoked");
  }

  #narrow(rule: Rule, part: Judgement): void {
    const revoked: Rule = {
      ...rule,
      status: "revoked",
      approvals: 0,
      denials: rule.denials + 1,
      evidence: [],
      ...counterExamplesOf(rule, part),
      used: this.#now,
    };
    const denied = part.patterns.find((one) => one.exact !== undefined)?.exact;
    // What was approved elsewhere proves nothing before it is approved here.
    const unproven = isForeign(rule) && rule.status === "candidate";
    const examples = rule.pattern.exact !== undefined || unproven
      ? []
      : rule.evidence
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

  /**
   * Narrows a rule to its examples, because a person wants it so.
   *
   * @param rule One of the rules.
   * @returns Whether there were examples that can be told.
   */
  narrow(rule: Rule): boolean {
    if (rule.pattern.exact !== undefined) return false;
    const examples = rule.evidence
      .map((text) => this.#exampleOf(text, rule))
      .filter((one) => one !== undefined);
    if (examples.length === 0) return false;
    this.#put({
      ...rule,
      status: "revoked",
      approvals: 0,
      denials: rule.denials + 1,
      used: this.#now,
    }, "narrowed");
    for (const example of examples) {
      if (this.#find(example.pattern) === undefined) {
        this.#put(example, "learned");
      }
    }
    return true;
  }

  /** The exact rule of an example, if its words are all known. */
  #exampleOf(text: string, rule: Rule): Rule | undefined {
    // What is no command must not be taken for one.
    if (text.includes("…") || rule.pattern.program?.includes(" ")) {
      return undefined;
    }
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
      status: neededFor(part, pattern) > 1 ? "candidate" : "active",
    };
  }

  #stronger(rule: Rule, pattern: Pattern, part: Judgement): Rule {
    const setup = this.#context.origin === "setup";
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

/** Whether a rule was learned elsewhere, and needs one approval here. */
function isForeign({ origin }: Rule): boolean {
  return origin === "import" || origin === "earlier";
}

/** What was denied of a rule, unless that must not be written down. */
function counterExamplesOf(
  rule: Rule,
  part: Judgement,
): Pick<Rule, "counterExamples"> {
  const example = maskText(part.text);
  const before = rule.counterExamples ?? [];
  if (before.includes(example) || looksSecret(part.text)) return {};
  return { counterExamples: [...before, example].slice(-mostExamples) };
}
