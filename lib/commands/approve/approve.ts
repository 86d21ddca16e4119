import type { AgentRecord } from "../../journal/mod.ts";
import {
  policyOf,
  updateAgentFile,
  withAllowed,
  withoutAllowed,
} from "../../learner/mod.ts";
import { answerRequest, requireWaiting } from "../answer_request.ts";
import type { OrchContext } from "../context.ts";
import { printLessons } from "../lessons_text.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal, pathsFor } from "../world.ts";
import { lastingApproval } from "./lasting_approval.ts";
import type { ApproveFlags } from "./mod.ts";

/** Runs `orch approve`. */
export async function approve(
  this: OrchContext,
  flags: ApproveFlags,
  id: number,
): Promise<void> {
  using journal = openJournal(this);
  const waiting = requireWaiting(journal, id);
  const agent = journal.agents.require(waiting.row.agent);
  const lasting = flags.always || flags.pattern !== undefined;
  const allowed = lasting
    ? await lastingApproval(this, agent, waiting.request, flags.pattern)
    : [];
  await using tmux = await connectTmux(this, flags, { start: false });
  const added: string[] = [];
  const answered = answerRequest(
    this,
    { journal, tmux },
    waiting,
    "once",
    // Before the key: the agent may ask the same again at once.
    async () => {
      added.push(...await allow(this, agent, allowed));
    },
  );
  const lessons = await answered.catch(async (error) => {
    // It was said of a dialog that could not be answered.
    await takeBack(this, agent, added);
    throw error;
  });
  if (flags.json) {
    return printJson(this, { id, outcome: "approved", allowed, lessons });
  }
  print(this, `Approved ${id}: ${waiting.row.summary}`);
  for (const pattern of allowed) print(this, `  from now on: ${pattern}`);
  printLessons(this, lessons);
}

/** Allows patterns; gives those that were not allowed before. */
async function allow(
  context: OrchContext,
  { name, project }: AgentRecord,
  patterns: readonly string[],
): Promise<string[]> {
  let added: string[] = [];
  if (patterns.length === 0) return added;
  const path = pathsFor(context).agentFile(name);
  await updateAgentFile(path, name, (file) => {
    const before = policyOf(file, project).allow;
    added = patterns.filter((pattern) => !before.includes(pattern));
    return withAllowed(file, project, patterns);
  });
  return added;
}

async function takeBack(
  context: OrchContext,
  { name, project }: AgentRecord,
  added: readonly string[],
): Promise<void> {
  if (added.length === 0) return;
  await updateAgentFile(
    pathsFor(context).agentFile(name),
    name,
    (file) => withoutAllowed(file, project, added),
  );
}
