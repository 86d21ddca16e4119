/**
 * Decides what agents may do without a person, and learns from what people
 * answer.
 *
 * {@linkcode decide} and {@linkcode learn} are pure: tables of what commands
 * do, what people have laid down, and what was approved before go in, a
 * {@linkcode Verdict} or new rules come out. The agent file keeps the rules.
 *
 * @module
 */
export { decide } from "./decide.ts";
export { learn, usedRules, useRule } from "./learn.ts";
export type { LearnContext } from "./grow_rule.ts";
export type { LearnedChange, Lesson } from "./learning.ts";
export {
  type Concern,
  concernsAbout,
  describeRule,
  isIdle,
  titleOf,
} from "./rules/mod.ts";
export {
  activateRule,
  narrowRule,
  reachRule,
  revokeRule,
} from "./edit_rules.ts";
export {
  type Import,
  type ImportedRule,
  type ImportOptions,
  importRules,
  ownerOfRule,
  type PortableRule,
  type PortableRules,
  portableRules,
  type Teammate,
  teamRules,
} from "./sharing/mod.ts";
export type { DecideContext, JudgedRequest, Policy } from "./request.ts";
export { joinPolicies } from "./policy.ts";
export {
  operandKinds,
  type ToolFacts,
  type ToolMode,
  type UserTools,
  valueKinds,
} from "./assessment/mod.ts";
export { isKnown as isKnownTool } from "./command_lines/mod.ts";
export type { Pattern, Reach, Rule, RuleCategory } from "./rule.ts";
export {
  type Autonomy,
  type Decision,
  type JudgedPart,
  type Tier,
  tiers,
  type Verdict,
} from "./verdict.ts";
export {
  type AgentFile,
  type AgentProject,
  autoApproveCommandsOf,
  policyOf,
  readAgentFile,
  updateAgentFile,
  withAllowed,
  withoutAllowed,
} from "./agent_file/mod.ts";
export {
  detectProject,
  preapprovals,
  type ProjectFacts,
  projectFiles,
  type ProjectKind,
  type ProjectTexts,
} from "./setup/mod.ts";
export { OwnFiles, type OwnFilesPlace } from "./own_files/mod.ts";
export {
  parseTrace,
  replay,
  type Replayed,
  type ReplayedDay,
  type ReplayOptions,
  type TraceLine,
} from "./replay/mod.ts";
