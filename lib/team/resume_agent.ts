import { type Agent, agentOf } from "../agents/mod.ts";
import type { Clock } from "../clock/mod.ts";
import { ExitCode, OrchError } from "../errors/mod.ts";
import { exists, withFileLock } from "../files/mod.ts";
import type { AgentRecord, Journal } from "../journal/mod.ts";
import { recordPlaceOf } from "../monitor/mod.ts";
import { fatesOf, type Presence } from "../presence/mod.ts";
import type { Paths } from "../paths/mod.ts";
import { type PaneId, type Tmux, TmuxError } from "../tmux/mod.ts";
import { startAgent } from "./start_agent.ts";
import { latestSession } from "./start_script.ts";

/** What {@linkcode resumeAgent} works with. */
export interface ResumeAgentOptions {
  /** The journal that knows the agent. */
  readonly journal: Journal;
  /** Where its files are. */
  readonly paths: Paths;
  /**
   * Where time comes from.
   *
   * @default {systemClock}
   */
  readonly clock?: Clock;
}

/**
 * What a resumed agent goes on with. `session`: the conversation the journal
 * knows. `latest`: the latest one that the agent itself finds in the folder.
 * `fresh`: none; it begins anew.
 */
export type Continuation = "session" | "latest" | "fresh";

/** An agent that runs again. */
export interface ResumedAgent {
  /** Its pane. */
  readonly pane: PaneId;
  /** What it goes on with. */
  readonly continues: Continuation;
  /** The conversation's id, where it is known. */
  readonly session?: string;
}

/**
 * Starts an agent again that was lost or has ended, with the conversation it
 * was in: in its tmux session, if that is still there, else in a new one.
 *
 * Requires `--allow-run=tmux`, `--allow-read` for the agent's own records and
 * `--allow-write` for the journal.
 *
 * @param tmux The server.
 * @param name The agent's name.
 * @param options Journal and places.
 * @returns Where it runs, and what it goes on with.
 * @throws {OrchError} When nobody is called so (exit code 3), when it runs
 * already, or when it ended as soon as it was started.
 */
export async function resumeAgent(
  tmux: Tmux,
  name: string,
  options: ResumeAgentOptions,
): Promise<ResumedAgent> {
  const { journal, paths } = options;
  const record = journal.agents.require(name);
  const kind = agentOf(record.kind);
  if (!kind) {
    throw new OrchError(`${name} is of an unknown kind: ${record.kind}`, {
      hint: "orch setup",
    });
  }
  // Of two that want to resume it at once, the second finds it running.
  await Deno.mkdir(paths.state, { recursive: true, mode: 0o700 });
  return await withFileLock(
    `${paths.state}/resume-${name}.lock`,
    () => resume(tmux, record, kind, options),
  );
}

async function resume(
  tmux: Tmux,
  record: AgentRecord,
  kind: Agent,
  options: ResumeAgentOptions,
): Promise<ResumedAgent> {
  const { journal, paths, clock } = options;
  const { name } = record;
  const [found] = await fatesOf([record], tmux);
  const { fate, presence } = found!;
  if (fate === "running" || fate === "elsewhere") {
    throw new OrchError(`${name} runs already${whereOf(record, presence)}`, {
      hint: "orch status",
      exitCode: ExitCode.usage,
    });
  }
  const conversation = await conversationOf(record, kind, options);
  const taken = (await tmux.panes()).some(({ session }) => session === name);
  const pane = await startAgent(tmux, {
    record,
    startScript: paths.startScript(name),
  }, {
    journal,
    ...(clock && { clock }),
    ...(conversation !== undefined && { resume: conversation }),
    ...(taken && { session: name }),
  });
  if (presence) await leave(tmux, presence);
  if (conversation === undefined) return { pane, continues: "fresh" };
  return conversation === latestSession
    ? { pane, continues: "latest" }
    : { pane, continues: "session", session: conversation };
}

function whereOf(record: AgentRecord, presence: Presence | undefined): string {
  return presence
    ? ` in pane ${presence.pane}`
    : ` on the tmux server ${record.place?.server}`;
}

/** Ids become arguments of a program; none may be taken for an option. */
const sessionForm = /^[A-Za-z0-9][\w-]*$/;

/** What to go on with; `undefined` for a fresh beginning. */
async function conversationOf(
  record: AgentRecord,
  kind: Agent,
  { journal, paths }: ResumeAgentOptions,
): Promise<string | undefined> {
  const { session } = record;
  if (session !== undefined && sessionForm.test(session)) {
    // Nothing was said in it yet: the agent would refuse to go on with it.
    const place = recordPlaceOf(record, paths.home);
    const file = kind.records?.file?.(place, session);
    return file === undefined || await exists(file) ? session : undefined;
  }
  if (!kind.resumesLatest) return undefined;
  // The latest conversation in this folder could be another agent's.
  const alone = journal.agents.all().every((other) =>
    other.name === record.name || other.kind !== record.kind ||
    other.project !== record.project || other.isolate !== record.isolate
  );
  return alone && record.place ? latestSession : undefined;
}

/** Takes the pane away that the agent has left behind. */
async function leave(tmux: Tmux, { pane, dead }: Presence): Promise<void> {
  try {
    if (dead) await tmux.command("kill-pane", "-t", pane);
    // In a shell that somebody uses, only the agent's name goes.
    else await tmux.command("set-option", "-pu", "-t", pane, "@orch_agent");
  } catch (error) {
    // It may have gone by itself meanwhile.
    if (!(error instanceof TmuxError)) throw error;
  }
}
