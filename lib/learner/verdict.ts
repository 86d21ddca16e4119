/** How risky something is, from harmless to never without a person. */
export const tiers = [
  "read",
  "project",
  "local",
  "fetch",
  "remote",
  "critical",
] as const;

/** One of {@linkcode tiers}. */
export type Tier = (typeof tiers)[number];

/** How much passes the first time without a person. */
export type Autonomy = "supervised" | "assisted" | "autonomous";

/** What is to happen with a request. */
export type Decision = "allow" | "ask" | "deny";

/** One part of a request and how it was judged. */
export interface JudgedPart {
  /** The part as written. */
  readonly text: string;
  /** How risky it is. */
  readonly tier: Tier;
  /** What happens with it. */
  readonly decision: Decision;
  /** Why, as a clause a person can agree or disagree with. */
  readonly reason: string;
  /** The id of the rule that allowed it, if one did. */
  readonly rule?: string;
}

/** The answer of {@linkcode decide} and everything it rests on. */
export interface Verdict {
  /** What is to happen. */
  readonly decision: Decision;
  /** The riskiest part's tier. */
  readonly tier: Tier;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The id of the rule that decided, if one did. */
  readonly rule?: string;
  /** The parts, in order. */
  readonly parts: readonly JudgedPart[];
}
