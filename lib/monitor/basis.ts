import type { OrchError } from "../errors/mod.ts";
import type { AgentRecord } from "../journal/mod.ts";
import type { AgentFile, DecideContext, Rule } from "../learner/mod.ts";
import { laidDownFor } from "../policy/mod.ts";
import type { World } from "./world.ts";

/** What verdicts on an agent's requests rest on. */
export interface Basis {
  /** Another one whenever any file it comes from is another one. */
  readonly stamp: string;
  /** The agent's file, if there is one that may be used. */
  readonly file: AgentFile | undefined;
  /** Its rules, and those that its team lends it. */
  readonly rules: readonly Rule[];
  /** What people have laid down. */
  readonly laid: Required<
    Pick<DecideContext, "policy" | "tools" | "secrets">
  >;
  /** Why nothing may pass, if so: what is denied may stand in a broken file. */
  readonly broken: OrchError | undefined;
}

/**
 * Reads what verdicts on an agent's requests rest on, as far as it changed.
 *
 * @param world What it may touch.
 * @param agent The agent.
 * @returns What they rest on.
 */
export async function basisOf(
  { knowledge, policies, journal }: Pick<
    World,
    "knowledge" | "policies" | "journal"
  >,
  { name, project }: AgentRecord,
): Promise<Basis> {
  const { file, broken } = await knowledge.of(name);
  const team = journal.agents.inProject(project).map(({ name }) => name);
  const { rules, stamp } = await knowledge.teamOf(name, team, project);
  const known = await policies.of(project);
  return {
    stamp: `${stamp}\n${known.stamp}`,
    file,
    rules,
    laid: laidDownFor(known, file, project),
    broken: broken ?? known.broken,
  };
}
