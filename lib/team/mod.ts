/**
 * Agents of a person: set up for a project, started in tmux.
 *
 * @module
 */
export { checkedName, nameOfFolder } from "./agent_name.ts";
export {
  type SetUpAgent,
  setUpAgent,
  type SetUpAgentOptions,
} from "./set_up_agent.ts";
export { startAgent, type StartAgentOptions } from "./start_agent.ts";
