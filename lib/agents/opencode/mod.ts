/**
 * What orch knows about OpenCode.
 *
 * @module
 */
export { opencode } from "./opencode.ts";
export { opencodeNativeRules } from "./native_rules.ts";
