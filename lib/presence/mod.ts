/**
 * Where agents are now: which pane of which tmux server each one is in, what
 * it does there, and what has become of those that are in none.
 *
 * @module
 */
export * from "./fate.ts";
export * from "./fates.ts";
export * from "./presence.ts";
export * from "./resume_command.ts";
export * from "./server_key.ts";
