/**
 * What tests run on: tmux servers of their own.
 *
 * @module
 */
export * from "./command_line.ts";
export * from "./eventually.ts";
export * from "./folder_names.ts";
export * from "./module_cache.ts";
export * from "./program.ts";
export * from "./stage.ts";
export * from "./test_tmux.ts";
