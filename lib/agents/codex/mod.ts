/**
 * What orch knows about Codex.
 *
 * @module
 */
export { codex } from "./codex.ts";
export { type CodexNativeOptions, codexNativeRules } from "./native_rules.ts";
