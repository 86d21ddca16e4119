/**
 * What orch knows about OpenCode.
 *
 * @module
 */
export { opencode } from "./opencode.ts";
