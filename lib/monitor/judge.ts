import { agentOf, type Request } from "../agents/mod.ts";
import { fileFacts } from "../files/mod.ts";
import type { AgentRecord, RequestRecord } from "../journal/mod.ts";
import { type Autonomy, decide, type Verdict } from "../learner/mod.ts";
import { basisOf } from "./basis.ts";
import { judgeTrust } from "./folder_trust.ts";
import { asTold } from "./named_request.ts";
import type { World } from "./world.ts";

/** A verdict, and what it rests on. */
export interface Judged {
  /** The verdict. */
  readonly verdict: Verdict;
  /** Another one whenever what it rests on is another one. */
  readonly stamp: string;
}

/**
 * Judges a request by what its agent has learned, and writes the verdict down.
 *
 * @param world What it may touch.
 * @param agent Who asks.
 * @param row The request in the journal.
 * @param request The request.
 * @param seen When its dialog was seen, in milliseconds since 1970.
 * @returns The verdict.
 */
export async function judge(
  world: World,
  agent: AgentRecord,
  row: RequestRecord,
  request: Request,
  seen: number,
): Promise<Judged> {
  const { journal, clock, policies, paths, notify } = world;
  const { rules, laid, broken, stamp } = await basisOf(world, agent);
  const news = await policies.news(agent.project);
  if (news) notify({ type: "trouble", agent: agent.name, ...news });
  const trust = await judgeTrust(request, {
    project: agent.project,
    home: paths.home,
    directory: () => directoryOf(world, row.pane),
  });
  const told = asTold(agentOf(agent.kind)?.hides, request);
  const own = world.ownFiles.of(agent);
  own.refresh();
  const judged = trust ?? decide(told, {
    project: agent.project,
    ...(request.directory !== undefined && { directory: request.directory }),
    home: paths.home,
    autonomy: agent.autonomy as Autonomy,
    rules,
    ...laid,
    now: clock.now(),
    ...fileFacts,
    made: (path) => own.has(path, row.id),
    built: (path) => own.hasBuilt(path),
  });
  // What people have denied may stand in a file that cannot be read.
  const verdict: Verdict = broken
    ? { ...judged, decision: "ask", reason: broken.message }
    : judged;
  const { decision, tier, reason, rule } = verdict;
  own.note(row.id, told, request.directory, decision);
  journal.requests.decide(row.id, {
    decision,
    tier,
    reason,
    ...(rule !== undefined && { rule }),
  });
  notify({
    type: "decided",
    agent: agent.name,
    id: row.id,
    summary: row.summary,
    verdict,
    took: clock.now() - seen,
  });
  return { verdict, stamp };
}

/** The working directory of the program in front in a pane. */
async function directoryOf(
  { tmux }: World,
  pane: string,
): Promise<string | undefined> {
  const [directory] = await tmux.command(
    ...["display-message", "-p", "-t", pane, "#{pane_current_path}"] as const,
  );
  return directory;
}
