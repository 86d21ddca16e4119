/**
 * What people lay down for their agents, in the project's `orch.yaml` and in
 * `~/.config/orch/config.yaml`: patterns that are allowed, asked about or
 * denied, what is secret, and what tools do.
 *
 * The person's own file counts at once. A project's file comes with the
 * project: what it asks about, denies and calls secret counts at once, what it
 * allows only after {@linkcode Policies.accept}, and only as it was then.
 *
 * @module
 */
export { editorSchema } from "./editor_schema.ts";
export type { LaidDown } from "./laid_down.ts";
export {
  type KnownPolicy,
  Policies,
  type PolicyPlaces,
  troubleIn,
} from "./policies.ts";
export { laidDownFor } from "./for_agent.ts";
export type { PolicyFile } from "./policy_file.ts";
