import { dirname } from "node:path";
import type { Agent, HookEvent, RecordPlace } from "../agents/mod.ts";
import type { Tmux } from "../tmux/mod.ts";
import type { PaneSupervisor } from "./pane_supervisor.ts";
import { recordPlaceOf } from "./record_place.ts";
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
 * Where its record is, is believed only within the folders in which this kind of
 * agent keeps its records: what an agent writes anywhere else must not say how a
 * dialog reads, nor what became of it.
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
  const { agent, kind } = pane.supervised;
  const place = recordPlaceOf(agent, home);
  const file = record !== undefined && !record.split("/").includes("..") &&
      foldersOf(kind, place).some((folder) => record.startsWith(`${folder}/`))
    ? record
    : undefined;
  await goOn(tmux, pane.supervised, { session, ...(file && { file }) });
}

/** Where a kind of agent keeps the records of all its conversations. */
function foldersOf({ records }: Agent, place: RecordPlace): string[] {
  const file = records?.file?.(place, "any");
  const search = records?.search?.(place);
  return [
    // Beside those of other projects: it may have been started elsewhere.
    ...file === undefined ? [] : [dirname(dirname(file))],
    ...search === undefined ? [] : [search.folder],
  ];
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
