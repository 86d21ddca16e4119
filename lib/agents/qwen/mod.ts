/**
 * What orch knows about Qwen Code.
 *
 * @module
 */
export { qwen } from "./qwen.ts";
