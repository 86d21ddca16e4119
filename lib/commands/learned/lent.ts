import { readAgentFile, type Rule, teamRules } from "../../learner/mod.ts";
import type { OrchContext } from "../context.ts";
import { openJournal, pathsFor } from "../world.ts";
import type { Subject } from "./subject.ts";

/**
 * Reads the rules that count for an agent: its own, and what its team lends it.
 *
 * @param context Where the command runs.
 * @param agent The agent, and its own rules. Once it was torn down, it has no
 * team.
 * @returns The rules.
 */
export async function withLent(
  context: OrchContext,
  { name, record, rules }: Pick<Subject, "name" | "record"> & {
    readonly rules: readonly Rule[];
  },
): Promise<readonly Rule[]> {
  if (record === undefined) return rules;
  const { project } = record;
  using journal = openJournal(context);
  const paths = pathsFor(context);
  const teammates = [];
  for (const mate of journal.agents.inProject(project)) {
    if (mate.name === name) continue;
    // What is wrong with another agent's file is said where it is asked for.
    const file = await readAgentFile(paths.agentFile(mate.name))
      .catch(() => undefined);
    if (file) teammates.push({ name: mate.name, rules: file.rules });
  }
  return teamRules(rules, teammates, project);
}
