import type { HookEvent } from "../agents/mod.ts";
import type { Tmux } from "../tmux/mod.ts";
import type { PaneSupervisor } from "./pane_supervisor.ts";
import type { Supervised } from "./supervised.ts";

/** What an agent reports when a conversation begins. */
export type SessionReport = Extract<HookEvent, { event: "session" }>;

/** An id becomes part of a path. */
const idForm = /^[\w-]{1,128}$/;

/**
 * Finds the pane whose agent has reported something.
 *
 * The start script, or an earlier report, has left the conversation's id in the
 * pane. A report of another conversation is nobody's: it may come from an agent
 * that runs elsewhere with the same settings. Agents that choose their ids
 * themselves begin without one; then the first report tells it.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @param panes The panes of agents of this name.
 * @param session The conversation, where the report tells it.
 * @returns The pane, if there is exactly one that it can be.
 */
export async function paneOfSession(
  tmux: Tmux,
  panes: readonly PaneSupervisor[],
  session: string | undefined,
): Promise<PaneSupervisor | undefined> {
  if (session === undefined) return only(panes);
  if (!idForm.test(session)) return undefined;
  const unnamed: PaneSupervisor[] = [];
  for (const pane of panes) {
    const { record } = pane.supervised;
    const known = await option(tmux, pane.supervised, "@orch_session");
    if (known === session) {
      // Started again by its start script.
      if (record.session !== session) record.follow({ session });
      return pane;
    }
    if (known === undefined) unnamed.push(pane);
  }
  const pane = only(unnamed);
  if (pane) await goOn(tmux, pane.supervised, { session });
  return pane;
}

/**
 * Takes in that the agent of a pane has begun another conversation.
 *
 * Where its record is, is believed only within the person's home directory and
 * the agent's own configuration. A record can hold what the agent likes, as any
 * record can that the agent writes itself: it says how a dialog reads, and what
 * became of it; where it does not fit the dialog, a person is asked.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @param panes The panes of agents of this name.
 * @param report The report.
 * @param home The home directory.
 */
export async function beginSession(
  tmux: Tmux,
  panes: readonly PaneSupervisor[],
  report: SessionReport,
  home: string,
): Promise<void> {
  const pane = only(panes);
  const { session, record } = report;
  if (!pane || !idForm.test(session)) return;
  const { isolate } = pane.supervised.agent;
  const within = [home, ...isolate === undefined ? [] : [isolate]];
  const file = record !== undefined && !record.split("/").includes("..") &&
      within.some((folder) => record.startsWith(`${folder}/`))
    ? record
    : undefined;
  await goOn(tmux, pane.supervised, { session, ...(file && { file }) });
}

async function goOn(
  tmux: Tmux,
  { pane, record }: Supervised,
  conversation: { session: string; file?: string },
): Promise<void> {
  const { session, file } = conversation;
  record.follow(conversation);
  // Left in the pane for other processes, and for the next monitor.
  const set = (...words: string[]) =>
    tmux.command("set-option", "-p", "-t", pane, ...words);
  await set("@orch_session", session);
  await (file === undefined
    ? set("-u", "@orch_record")
    : set("@orch_record", file));
}

async function option(
  tmux: Tmux,
  { pane }: Supervised,
  name: string,
): Promise<string | undefined> {
  const [value] = await tmux.command(
    ...["show-options", "-pqv", "-t", pane, name] as const,
  );
  return value || undefined;
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
