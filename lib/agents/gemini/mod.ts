/**
 * What orch knows about Gemini CLI.
 *
 * @module
 */
export { gemini } from "./gemini.ts";
export { geminiNativeRules } from "./native_rules.ts";
