/**
 * What tests run on: tmux servers of their own.
 *
 * @module
 */
export * from "./test_tmux.ts";
