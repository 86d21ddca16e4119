/**
 * The commands of `orch`.
 *
 * @module
 */
export { application, version } from "./application.ts";
export type { OrchContext } from "./context.ts";
export { runCommand } from "./run_command.ts";
