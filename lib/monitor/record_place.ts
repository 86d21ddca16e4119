import type { RecordPlace } from "../agents/mod.ts";
import type { AgentRecord } from "../journal/mod.ts";

/**
 * Says whose records an agent's are.
 *
 * @param agent The agent.
 * @param home The home directory of its person.
 * @returns What leads to its records.
 */
export function recordPlaceOf(agent: AgentRecord, home: string): RecordPlace {
  const { project, isolate } = agent;
  return { home, project, ...(isolate !== undefined && { isolate }) };
}
