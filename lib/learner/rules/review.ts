import { idleAfter, isIdle } from "./idle.ts";
import type { Rule } from "../rule.ts";
import { operandName, wideOperands } from "./pattern_words.ts";

/** Why a person should look at a rule. */
export interface Concern {
  /** What it is about. */
  readonly kind: "candidate" | "weak" | "broad" | "unused" | "expired";
  /** What it is, as a clause. */
  readonly why: string;
}

const day = 24 * 60 * 60 * 1000;

/** How many flags a rule may allow before a person should look at it. */
const manyFlags = 6;

/** How many kinds of arguments. */
const manyKinds = 3;

/**
 * Finds why a person should look at a rule: it waits for one, rests on little,
 * allows much, or is of no use.
 *
 * @example Usage
 * ```ts
 * import { concernsAbout, preapprovals } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const [rule] = preapprovals({ kinds: ["node"], commands: ["npm test"] }, {
 *   project: "/srv/web",
 *   home: "/home/dev",
 *   now: 0,
 * });
 * const days = (count: number) => count * 24 * 60 * 60 * 1000;
 * assert.deepEqual(concernsAbout(rule!, days(1)), []);
 * assert.deepEqual(concernsAbout(rule!, days(31)), [
 *   { kind: "expired", why: "was not used for 31 days, and answers no more" },
 * ]);
 * ```
 *
 * @param rule The rule.
 * @param now The time, in milliseconds since 1970.
 * @returns The concerns, gravest first; none for a rule that was taken back.
 */
export function concernsAbout(rule: Rule, now: number): Concern[] {
  if (rule.status === "revoked") return [];
  const idle = Math.floor((now - Date.parse(rule.used)) / day);
  if (isIdle(rule, now)) {
    const why = `was not used for ${idle} days, and answers no more`;
    return [{ kind: "expired", why }];
  }
  if (rule.status === "candidate") {
    return [{ kind: "candidate", why: whyCandidate(rule) }];
  }
  const concerns: Concern[] = [];
  const kept = rule.reviewed !== undefined;
  const broad = kept ? undefined : whyBroad(rule);
  if (broad !== undefined) concerns.push({ kind: "broad", why: broad });
  const general = rule.pattern.exact === undefined;
  if (general && !kept && rule.origin === "approval" && rule.approvals === 1) {
    const [example] = rule.evidence;
    const of = example === undefined ? "" : `, of \`${example}\``;
    concerns.push({ kind: "weak", why: `rests on one approval${of}` });
  }
  const since = Date.parse(rule.reviewed ?? rule.learned);
  const old = Math.floor((now - since) / day);
  if (rule.uses === 0 && old >= 7) {
    concerns.push({ kind: "unused", why: `never answered in ${old} days` });
  } else if (idle >= 21) {
    const left = Math.ceil(idleAfter / day) - idle;
    const why = `was not used for ${idle} days, and expires in ${left}`;
    concerns.push({ kind: "unused", why });
  }
  return concerns;
}

function whyCandidate(rule: Rule): string {
  if (rule.approvals > 0) return "waits for one more approval";
  return rule.source === undefined
    ? "was not approved yet"
    : `comes from ${rule.source}, and was not approved here`;
}

function whyBroad({ pattern, reach }: Rule): string | undefined {
  if (reach === "team") return "answers for every agent of its project";
  if (reach === "agent") return "answers in every project of its agent";
  if (pattern.exact !== undefined) return undefined;
  const { flags = [], operands = [] } = pattern;
  if (flags.length >= manyFlags) {
    return `allows ${flags.length} flags in any order: ${flags.join(", ")}`;
  }
  const kinds = operands.filter((kind) => !kind.startsWith("="));
  if (kinds.length >= manyKinds) {
    const names = kinds.map(operandName).join(", ");
    return `allows ${kinds.length} kinds of arguments: ${names}`;
  }
  const wide = kinds.filter((kind) => wideOperands.has(kind));
  return wide.length > 0
    ? `allows ${wide.map(operandName).join(" and ")}`
    : undefined;
}
