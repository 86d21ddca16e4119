import type { AgentState } from "../../agents/mod.ts";
import type { AgentRecord } from "../../journal/mod.ts";
import { exists } from "../../files/mod.ts";
import { type AgentFate, fatesOf, resumeCommand } from "../../presence/mod.ts";
import type { OrchContext } from "../context.ts";
import { limitLine } from "../limit_line.ts";
import { print, printJson } from "../print.ts";
import { cut, table } from "../table.ts";
import { openJournal, pathsFor, runningTmux } from "../world.ts";
import type { StatusFlags } from "./mod.ts";

/** What an agent is doing, or why it is not in this tmux server. */
type Doing = AgentState["state"] | "lost" | "not running";

const day = 24 * 60 * 60 * 1000;

/** Runs `orch status`. */
export async function status(
  this: OrchContext,
  flags: StatusFlags,
): Promise<void> {
  using journal = openJournal(this);
  const agents = journal.agents.all();
  const [states, troubles, tallies] = await Promise.all([
    statesOf(this, flags, agents),
    troublesOf(this, agents),
    // Meanwhile, the first tmux client is being started.
    journal.requests.tally(this.clock.now() - day),
  ]);
  const limits = journal.limits.open();
  const lines = agents.map((agent) => {
    const limit = limits.find((one) => one.agent === agent.name);
    const { waiting, requests, byOrch, byPeople } = tallies.get(agent.name) ??
      { waiting: 0, requests: 0, byOrch: 0, byPeople: 0 };
    const { pane, state } = states.get(agent.name)!;
    return {
      name: agent.name,
      kind: agent.kind,
      project: agent.project,
      autonomy: agent.autonomy,
      pane: pane ?? null,
      state,
      ...(state === "lost" && { resume: resumeCommand(agent.name) }),
      ...(limit && {
        limit: {
          since: limit.since,
          wording: limit.wording ?? null,
          resets: limit.resets ?? null,
          note: limit.note ?? null,
        },
      }),
      waiting,
      day: { requests, byOrch, byPeople },
    };
  });
  if (flags.json) return printJson(this, { agents: lines, troubles });
  if (lines.length === 0) {
    print(this, "No agent is set up yet.");
    return print(this, "  try: orch setup");
  }
  const rows = lines.map((line) => [
    line.name,
    line.kind,
    line.state,
    line.waiting > 0 ? String(line.waiting) : "-",
    `${line.day.byOrch}/${line.day.requests}`,
    line.project,
  ]);
  const head = [
    "AGENT",
    "KIND",
    "STATE",
    "WAITING",
    "ANSWERED TODAY",
    "PROJECT",
  ];
  const width = this.terminal.output ? this.terminal.size().columns : 200;
  for (const row of table(head, rows)) print(this, cut(row, width));
  for (const limit of limits) {
    print(this, `\n${limitLine(limit, this.clock.now())}`);
  }
  for (const trouble of troubles) {
    print(this, `\n${trouble.message}`);
    if (trouble.hint !== undefined) print(this, `  try: ${trouble.hint}`);
  }
  if (lines.some((line) => line.waiting > 0)) {
    print(this, "\norch approvals    shows what waits for you");
  }
  const lost = lines.flatMap(({ resume }) => resume ?? []);
  if (lost.length > 0) print(this);
  for (const command of lost) {
    print(this, `${command}    goes on where it was lost`);
  }
}

/** What is wrong with what people have laid down for the agents' projects. */
async function troublesOf(
  context: OrchContext,
  agents: readonly AgentRecord[],
): Promise<{ message: string; hint: string | undefined }[]> {
  const paths = pathsFor(context);
  const projects = [...new Set(agents.map(({ project }) => project))];
  const files = [paths.config, ...projects.map((path) => `${path}/orch.yaml`)];
  const there = await Promise.all(files.map(isThere));
  if (!there.includes(true)) return [];
  // What people lay down is read by the learner's tables, which take time.
  const { Policies } = await import("../../policy/mod.ts");
  const policies = new Policies(paths);
  const news = projects.map((project) => policies.news(project));
  return (await Promise.all(news)).filter((one) => one !== undefined);
}

/** A file that cannot be looked at is there all the same. */
async function isThere(path: string): Promise<boolean> {
  try {
    return await exists(path);
  } catch {
    return true;
  }
}

async function statesOf(
  context: OrchContext,
  flags: StatusFlags,
  agents: readonly AgentRecord[],
): Promise<Map<string, { pane?: string; state: Doing }>> {
  if (agents.length === 0) return new Map();
  // No server, no panes: all else that can be said is in the journal.
  await using tmux = await runningTmux(context, flags);
  const fates = await fatesOf(agents, tmux);
  return new Map(fates.map((one) => [one.agent.name, doingOf(one)]));
}

function doingOf(
  { fate, presence }: AgentFate,
): { pane?: string; state: Doing } {
  if (fate === "lost") return { state: "lost" };
  return presence
    ? { pane: presence.pane, state: presence.state }
    : { state: "not running" };
}
