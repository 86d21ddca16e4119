import { resolve } from "node:path";
import {
  type Agent,
  agentOf,
  agents,
  requireAgentKind,
} from "../../agents/mod.ts";
import { ExitCode, OrchError } from "../../errors/mod.ts";
import type { Journal } from "../../journal/mod.ts";
import {
  checkedName,
  findInstalled,
  type InstalledAgent,
  nameOfFolder,
  type SetUpAgent,
  setUpAgent,
  startAgent,
} from "../../team/mod.ts";
import { Policies, troubleIn } from "../../policy/mod.ts";
import type { OrchContext } from "../context.ts";
import { print, printJson } from "../print.ts";
import { connectTmux, openJournal, pathsFor, socketFor } from "../world.ts";
import { ask } from "./ask.ts";
import type { SetupFlags } from "./mod.ts";

/** Where a proxy is named, for one protocol or for all. */
const proxyVariables = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
  .flatMap((name) => [name, name.toLowerCase()]);

/** The kind of agent that is set up unless another one is asked for. */
const preset = "claude";

/** Runs `orch setup`. */
export async function setup(
  this: OrchContext,
  flags: SetupFlags,
  givenPath?: string,
  givenName?: string,
): Promise<void> {
  // Before anything is asked: what was typed may be wrong already.
  const given = flags.agent === undefined
    ? undefined
    : kindOf(flags.agent, flags);
  const path = givenPath ?? await askForPath(this);
  const agent = given ??
    kindOf(givenPath === undefined ? await askForKind(this) : preset, flags);
  const project = resolve(this.directory, path);
  // Asked only together with the path: who names a folder gets its name.
  const name = givenName ??
    (givenPath === undefined ? await askForName(this, project) : undefined);
  // Opened first: it refuses a broken state before anything is written.
  using journal = openJournal(this);
  const installed = await lookFor(this, agent);
  const done = await setUpAgent({
    journal,
    paths: pathsFor(this),
    project,
    agent,
    autonomy: flags.autonomy,
    isolate: flags.isolate,
    hooks: flags.hooks,
    proxied: proxyVariables.some((name) => this.environment(name)),
    ...(installed?.version !== undefined && { version: installed.version }),
    clock: this.clock,
    ...(name !== undefined && { name }),
    ...(flags.script !== undefined &&
      { arguments: ["--script", resolve(this.directory, flags.script)] }),
  });
  const pane = flags.start
    ? await start(this, flags, done, journal)
    : undefined;
  if (flags.json) {
    const { record, agentFile, startScript, rules, hooks } = done;
    // The tmux session; the journal's own `session` is the conversation.
    const session = pane && record.name;
    return printJson(this, {
      ...record,
      agentFile,
      startScript,
      rules,
      hooks,
      version: installed?.version,
      pane,
      session,
    });
  }
  tellNext(this, flags, done, pane);
  const { project: folder } = done.record;
  const known = await new Policies(pathsFor(this)).of(folder);
  const trouble = troubleIn(known, folder);
  if (trouble === undefined) return;
  print(this, trouble.message);
  if (trouble.hint !== undefined) print(this, `  try: ${trouble.hint}`);
}

function kindOf(name: string, flags: SetupFlags): Agent {
  const agent = requireAgentKind(name);
  if (agent.kind !== "rehearsal" || flags.script !== undefined) return agent;
  throw new OrchError("A rehearsal agent needs a script to play", {
    hint: "orch setup <path> <name> --agent rehearsal --script FILE",
    exitCode: ExitCode.usage,
  });
}

function askForPath(context: OrchContext): Promise<string> {
  return ask(context, {
    message: "Project folder",
    preset: context.directory,
    argument: "orch setup <path> <name>",
  });
}

function askForKind(context: OrchContext): Promise<string> {
  return ask(context, {
    message: `Kind of agent (${Object.keys(agents).join(", ")})`,
    preset,
    argument: "orch setup <path> <name> --agent KIND",
    validate: (answer) =>
      agentOf(answer) !== undefined || "one of those in brackets",
  });
}

function askForName(context: OrchContext, project: string): Promise<string> {
  return ask(context, {
    message: "Agent name",
    preset: nameOfFolder(project),
    argument: "orch setup <path> <name>",
    validate: (answer) => {
      try {
        return checkedName(answer) === answer;
      } catch (error) {
        return error instanceof OrchError ? error.hint! : String(error);
      }
    },
  });
}

/** Looks for the agent's program, and warns when it is not there. */
async function lookFor(
  context: OrchContext,
  agent: Agent,
): Promise<InstalledAgent | undefined> {
  const path = context.environment("PATH");
  if (path === undefined) return undefined;
  const { clock } = context;
  const [found] = await findInstalled({ path, kinds: [agent], clock });
  if (found && !found.installed) {
    context.process.stderr.write(
      `orch: ${agent.label} is not installed: no program '${agent.program}' ` +
        "in PATH\n",
    );
  }
  return found;
}

async function start(
  context: OrchContext,
  flags: SetupFlags,
  agent: SetUpAgent,
  journal: Journal,
): Promise<string> {
  await using tmux = await connectTmux(context, flags);
  return await startAgent(tmux, agent, {
    journal,
    ...(flags.brief !== undefined && { brief: flags.brief }),
  });
}

function tellNext(
  context: OrchContext,
  flags: SetupFlags,
  { record, agentFile, startScript, granted, hooks }: SetUpAgent,
  pane: string | undefined,
): void {
  const { name, kind, project } = record;
  const titles = granted.map((rule) => rule.title).join(", ");
  print(context, `Set up ${name} (${kind}) for ${project}`);
  print(context, `  approved from the start: ${titles || "nothing"}`);
  print(context, `  learns into  ${agentFile}`);
  print(context, `  starts with  ${startScript}`);
  print(
    context,
    hooks
      ? "  reports      what it asks for through hooks, and shows its dialogs"
      : "  reports      nothing: orch reads its screen",
  );
  if (record.isolate !== undefined) {
    print(context, `  configured in ${record.isolate}`);
    print(context, "  may ask for a login once: nothing of yours is in there");
  }
  print(context, "next:");
  if (pane === undefined) {
    print(context, `  sh ${startScript}    in a tmux pane`);
  } else {
    const socket = socketFor(context, flags);
    const which = socket?.startsWith("/") ? "-S" : "-L";
    const at = socket === undefined ? "" : ` ${which} ${socket}`;
    print(context, `  tmux${at} attach -t =${name}    to look at it`);
  }
  print(context, "  orch monitor    to answer for it");
}
