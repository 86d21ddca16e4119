/**
 * What orch knows about Codex.
 *
 * @module
 */
export { codex } from "./codex.ts";
