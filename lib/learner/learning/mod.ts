/**
 * Makes rules of people's answers, and changes them when people say so.
 *
 * @module
 */
export { bindTask } from "./bind_task.ts";
export {
  activateRule,
  narrowRule,
  reachRule,
  revokeRule,
} from "./edit_rules.ts";
export type { LearnContext } from "./grow_rule.ts";
export { learn, usedRules, useRule } from "./learn.ts";
export type { LearnedChange, Lesson } from "./learning.ts";
