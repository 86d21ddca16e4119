import {
  type AgentFile,
  type DecideContext,
  joinPolicies,
  policyOf,
} from "../learner/mod.ts";
import type { LaidDown } from "./laid_down.ts";

/**
 * Gives what people have laid down for one agent: in their files, and in the
 * agent's own by approving something for good.
 *
 * @param known What their files say of the project.
 * @param file The agent's file, if there is one.
 * @param project The project's folder. Absolute.
 * @returns What a decision rests on.
 */
export function laidDownFor(
  known: LaidDown,
  file: AgentFile | undefined,
  project: string,
): Required<Pick<DecideContext, "policy" | "tools" | "secrets">> {
  const { policy, tools, secrets } = known;
  return {
    policy: joinPolicies([policy, policyOf(file, project)]),
    tools,
    secrets,
  };
}
