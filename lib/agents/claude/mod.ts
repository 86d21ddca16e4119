/**
 * What orch knows about Claude Code.
 *
 * @module
 */
export { claude } from "./claude.ts";
export { claudeNativeRules } from "./native_rules.ts";
