import type { Judgement } from "../assessment/mod.ts";
import { judgeRequest } from "../requests/mod.ts";
import {
  counterExamplesOf,
  freshRule,
  isForeign,
  type LearnContext,
  needed,
  strongerRule,
  timeOf,
} from "./grow_rule.ts";
import {
  covers,
  joinPatterns,
  reaches,
  sameKey,
  withReach,
} from "../rules/mod.ts";
import type { Pattern, Rule } from "../rule.ts";
import { looksSecret } from "../../secrets/mod.ts";

/** What an answer changed. */
export interface LearnedChange {
  /** What happened to the rule. */
  readonly type: "learned" | "strengthened" | "narrowed" | "revoked";
  /** The rule as it is now. */
  readonly rule: Rule;
}

/** What an answer taught. */
export interface Lesson {
  /** All rules, in place of those before. */
  readonly rules: readonly Rule[];
  /** What changed, in order. */
  readonly changes: readonly LearnedChange[];
}

/** The rules of an agent while one answer is learned from. */
export class Learning {
  readonly #context: LearnContext;
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
      this.#put(freshRule(general, part, this.#context), "learned");
      return;
    }
    const start = tombstone && known.approvals === 0;
    const pattern = start ? general : joinPatterns(known.pattern, general);
    this.#put(
      strongerRule(known, pattern, part, this.#context),
      "strengthened",
    );
  }

  /** Learns the very words of a part of which more is not to pass yet. */
  #approveExact(part: Judgement): void {
    const [exact, general] = part.patterns;
    if (exact?.exact === undefined || general === undefined) return;
    const once = { ...part, needs: 1 };
    const known = this.#find(exact);
    if (known === undefined) {
      this.#put(freshRule(exact, once, this.#context), "learned");
    } else {
      this.#put(
        strongerRule(known, exact, once, this.#context),
        "strengthened",
      );
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
    const rule = freshRule(general, part, this.#context);
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
      used: timeOf(this.#context),
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
      used: timeOf(this.#context),
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
    // The words alone do not say where they were approved.
    if (rule.pattern.beside !== undefined) return undefined;
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
      ...freshRule(exact, parts![0]!, this.#context),
      approvals: 1,
      origin: rule.origin,
    };
  }

  #find(pattern: Pattern): Rule | undefined {
    return this.#rules.find((rule) =>
      rule.scope === this.#context.project && sameKey(rule.pattern, pattern)
    );
  }

  #put(rule: Rule, type: LearnedChange["type"]): void {
    const before = this.#rules.some((one) => one.id === rule.id);
    this.#rules = before
      ? this.#rules.map((one) => (one.id === rule.id ? rule : one))
      : [...this.#rules, rule];
    this.#changes.set(rule.id, { type, rule });
  }
}
