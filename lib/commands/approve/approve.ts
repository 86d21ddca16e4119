import { updateAgentFile, withAllowed } from "../../learner/mod.ts";
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
  const agent = journal.requireAgent(waiting.row.agent);
  const lasting = flags.always || flags.pattern !== undefined;
  const allowed = lasting
    ? await lastingApproval(this, agent, waiting.request, flags.pattern)
    : [];
  await using tmux = await connectTmux(this, flags, { start: false });
  if (allowed.length > 0) {
    // Before the key: the agent may ask the same again at once.
    await updateAgentFile(
      pathsFor(this).agentFile(agent.name),
      agent.name,
      (file) => withAllowed(file, agent.project, allowed),
    );
  }
  const lessons = await answerRequest(this, { journal, tmux }, waiting, "once");
  if (flags.json) {
    return printJson(this, { id, outcome: "approved", allowed, lessons });
  }
  print(this, `Approved ${id}: ${waiting.row.summary}`);
  for (const pattern of allowed) print(this, `  from now on: ${pattern}`);
  printLessons(this, lessons);
}
