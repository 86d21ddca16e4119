import type { Journal } from "../../journal/mod.ts";
import { readAgentFile } from "../../learner/mod.ts";
import { fatesOf, resumeCommand } from "../../presence/mod.ts";
import type { Paths } from "../../paths/mod.ts";
import type { Tmux } from "../../tmux/mod.ts";
import { policyFindings } from "./policy_findings.ts";
import { limitLine } from "../limit_line.ts";
import { check, type Finding } from "./finding.ts";

/** What {@linkcode agentFindings} looks at. */
export interface AgentFindingsOptions {
  /** The journal. */
  readonly journal: Journal;
  /** Where things are kept. */
  readonly paths: Paths;
  /** The tmux server; unset when none runs. */
  readonly tmux: Tmux | undefined;
  /** The time, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * Tells about the agents: their files, which of them are lost, and which have
 * reached a usage limit.
 *
 * @param options Journal, places and server.
 * @returns The findings.
 */
export async function agentFindings(
  { journal, paths, tmux, now }: AgentFindingsOptions,
): Promise<Finding[]> {
  const agents = journal.agents.all();
  const findings: Finding[] = [];
  for (const { name } of agents) {
    findings.push(
      await check(`agent file of ${name}`, async () => {
        const file = await readAgentFile(paths.agentFile(name));
        return file ? `${file.rules.length} rules` : "none yet";
      }),
    );
  }
  findings.push(...await policyFindings(paths, agents));
  for (const { agent, fate } of await fatesOf(agents, tmux)) {
    if (fate !== "lost") continue;
    findings.push({
      name: `agent ${agent.name}`,
      ok: true,
      detail: "it crashed, or its tmux server did",
      hint: resumeCommand(agent.name),
    });
  }
  for (const limit of journal.limits.open()) {
    const yours = limit.note !== undefined || limit.resets === undefined;
    findings.push({
      name: "usage limit",
      ok: true,
      detail: limitLine(limit, now),
      ...(yours && { hint: "tell it to go on, in its pane" }),
    });
  }
  return findings;
}
