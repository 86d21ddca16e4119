/**
 * tmux: one lasting connection for every command, panes by id, screens as they
 * change, keys that are sent only while the right thing is on the screen.
 *
 * @module
 */
export type { Capture } from "./capture.ts";
export type { InputOptions } from "./give_input.ts";
export type { NewSession, NewWindow, PaneProgram } from "./open_pane.ts";
export type { PaneId, PaneInfo } from "./pane_info.ts";
export * from "./tmux.ts";
export * from "./tmux_error.ts";
export * from "./leftovers.ts";
export { ensureTmux } from "./ensure_tmux.ts";
export { type TmuxVersion, tmuxVersion } from "./tmux_version.ts";
export type { WatchEvent, WatchOptions } from "./watch.ts";
export type { Clock } from "../clock/mod.ts";
export { ExitCode, OrchError, type OrchErrorOptions } from "../errors/mod.ts";
