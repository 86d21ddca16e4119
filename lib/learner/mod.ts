/**
 * Decides what agents may do without a person, and learns from what people
 * answer.
 *
 * `request.ts`, `verdict.ts` and `rule.ts` are the words for what comes in,
 * what comes out and what is kept; `decide.ts` joins the folders, each of which
 * uses only those above it:
 *
 * - `places`: where a path or an address leads, and what is secret there
 * - `code`: what a piece of Python, JavaScript, awk, sed or SQL does
 * - `assessment`: the terms in which a command is judged
 * - `tables`, `tools`: what is known of tools, as data and as judges
 * - `own_files`: what commands leave in files, and which are an agent's own
 * - `command_lines`: judges a line of a shell
 * - `requests`: judges all that agents ask for
 * - `rules`: what a rule matches, and how it reads
 * - `learning`: makes rules of answers
 * - `agent_file`: keeps them
 * - `sharing`, `setup`: where rules come from besides answers
 * - `replay`: runs it all over what was asked before
 *
 * {@linkcode decide} and {@linkcode learn} are pure: tables of what commands
 * do, what people have laid down, and what was approved before go in, a
 * {@linkcode Verdict} or new rules come out. The agent file keeps the rules.
 *
 * @module
 */
export { decide } from "./decide.ts";
export {
  activateRule,
  learn,
  type LearnContext,
  type LearnedChange,
  type Lesson,
  narrowRule,
  reachRule,
  revokeRule,
  usedRules,
  useRule,
} from "./learning/mod.ts";
export {
  type Concern,
  concernsAbout,
  describeRule,
  isIdle,
  titleOf,
} from "./rules/mod.ts";
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
