/**
 * Agents of a person: set up for a project, started in tmux.
 *
 * @module
 */
export { checkedName, nameOfFolder } from "./agent_name.ts";
export {
  findInstalled,
  type FindInstalledOptions,
  type InstalledAgent,
} from "./installed_agents.ts";
export {
  type SetUpAgent,
  setUpAgent,
  type SetUpAgentOptions,
} from "./set_up_agent.ts";
export {
  tearDownAgent,
  type TearDownAgentOptions,
  type TornDownAgent,
} from "./tear_down_agent.ts";
export {
  startAgent,
  type StartAgentOptions,
  type StartedAgent,
} from "./start_agent.ts";
export { latestSession } from "./start_script.ts";
export {
  type Continuation,
  resumeAgent,
  type ResumeAgentOptions,
  type ResumedAgent,
} from "./resume_agent.ts";
