/**
 * What tests run on: tmux servers of their own.
 *
 * @module
 */
export * from "./canvas.ts";
export * from "./command_line.ts";
export * from "./eventually.ts";
export * from "./folder_names.ts";
export * from "./hook_client.ts";
export * from "./household.ts";
export * from "./in_both_modes.ts";
export * from "./module_cache.ts";
export * from "./process_ended.ts";
export * from "./program.ts";
export * from "./stage.ts";
export * from "./test_tmux.ts";
export * from "./watch_log.ts";
export { walkFiles } from "./walk_files.ts";
