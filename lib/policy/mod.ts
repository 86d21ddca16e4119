/**
 * What people lay down for their agents in `orch.yaml` and in
 * `~/.config/orch/config.yaml`.
 *
 * @module
 */
export type { PolicyFile } from "./policy_file.ts";
