/**
 * What orch knows about each kind of agent: how its screens read, how its
 * dialogs are answered, how it is started.
 *
 * @module
 */
export * from "./agent.ts";
export * from "./answer.ts";
export * from "./cell_width.ts";
export * from "./confirm.ts";
export * from "./fingerprint.ts";
export * from "./inherited_variables.ts";
export * from "./key_step.ts";
export * from "./leave_limit_menu.ts";
export * from "./may_be_undrawn.ts";
export * from "./native_rules.ts";
export * from "./pulse.ts";
export * from "./reset_time.ts";
export * from "./screen_row.ts";
export * from "./state_of.ts";
export * from "./tell.ts";
export * from "./terminal.ts";
export * from "./version_order.ts";
export type { Clock } from "../clock/mod.ts";
export { claude, claudeNativeRules } from "./claude/mod.ts";
export {
  codex,
  type CodexNativeOptions,
  codexNativeRules,
} from "./codex/mod.ts";
export { gemini, geminiNativeRules } from "./gemini/mod.ts";
export * from "./kinds.ts";
export { opencode, opencodeNativeRules } from "./opencode/mod.ts";
export { qwen } from "./qwen/mod.ts";
export * from "./rehearsal/mod.ts";
