/**
 * An agent's file: what it has learned in each project, and what people laid
 * down there.
 *
 * @module
 */
export {
  type AgentFile,
  type AgentProject,
  readAgentFile,
  updateAgentFile,
} from "./agent_file.ts";
export { policyOf, withAllowed, withoutAllowed } from "./agent_policy.ts";
export { autoApproveCommandsOf } from "./approve_view.ts";
