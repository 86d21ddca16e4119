/**
 * What a rule matches, whether it still holds, and how it reads.
 *
 * @module
 */
export { describeRule } from "./describe_rule.ts";
export { isIdle } from "./idle.ts";
export {
  categoryOf,
  covers,
  idOf,
  isSameTask,
  joinPatterns,
  keyOf,
  sameKey,
  titleOf,
} from "./pattern.ts";
export { reaches, whyBound, withReach } from "./reach.ts";
export { type Concern, concernsAbout } from "./review.ts";
export { RuleIndex } from "./rule_index.ts";
