import type { AgentRecord } from "../../journal/mod.ts";
import type { Paths } from "../../paths/mod.ts";
import { Policies, troubleIn } from "../../policy/mod.ts";
import type { Finding } from "./finding.ts";

/**
 * Tells about what people have laid down for projects, where it is broken or
 * does not count.
 *
 * @param paths Where things are kept.
 * @param agents The agents.
 * @returns The findings; none where all is well.
 */
export async function policyFindings(
  paths: Paths,
  agents: readonly AgentRecord[],
): Promise<Finding[]> {
  const policies = new Policies(paths);
  const findings: Finding[] = [];
  for (const project of new Set(agents.map(({ project }) => project))) {
    const known = await policies.of(project);
    const trouble = troubleIn(known, project);
    if (trouble === undefined) continue;
    findings.push({
      name: `policy of ${project}`,
      ok: known.broken === undefined,
      detail: trouble.message,
      ...(trouble.hint !== undefined && { hint: trouble.hint }),
    });
  }
  return findings;
}
