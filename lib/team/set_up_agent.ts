import { dirname } from "node:path";
import type { Agent, HookInstallation } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
import { ExitCode, OrchError } from "../errors/mod.ts";
import { textOf } from "../files/mod.ts";
import type { AgentRecord, Journal } from "../journal/mod.ts";
import {
  type AgentFile,
  type Autonomy,
  detectProject,
  preapprovals,
  type Rule,
  updateAgentFile,
} from "../learner/mod.ts";
import type { Paths } from "../paths/mod.ts";
import { checkedName, nameOfFolder } from "./agent_name.ts";
import { readProjectFiles } from "./read_project_files.ts";
import { startScript, startScriptMark } from "./start_script.ts";

/** What an agent is set up with. */
export interface SetUpAgentOptions {
  /** The journal that is to know it. */
  readonly journal: Journal;
  /** Where its files go. */
  readonly paths: Paths;
  /** The folder it works in. Absolute. */
  readonly project: string;
  /** The kind of agent. */
  readonly agent: Agent;
  /**
   * Its name: letters, digits, `-` and `_`.
   *
   * @default {the folder's name}
   */
  readonly name?: string;
  /**
   * How much passes the first time without a person.
   *
   * @default {"assisted"}
   */
  readonly autonomy?: Autonomy;
  /**
   * Whether it gets a configuration folder of its own instead of the person's.
   * Nothing is copied into it: the agent asks for a login once.
   *
   * @default {false}
   */
  readonly isolate?: boolean;
  /** What makes it report. */
  readonly hooks?: HookInstallation;
  /** Further arguments for the agent's program. */
  readonly arguments?: readonly string[];
  /**
   * Where time comes from.
   *
   * @default {systemClock}
   */
  readonly clock?: Clock;
}

/** An agent that was set up. */
export interface SetUpAgent {
  /** As the journal has it. */
  readonly record: AgentRecord;
  /** Where it keeps what it learns. */
  readonly agentFile: string;
  /** The script that starts it in the pane it is run in. */
  readonly startScript: string;
  /** What is approved from the start, because such a project needs it. */
  readonly granted: readonly Rule[];
  /** How many rules it has now. */
  readonly rules: number;
}

/**
 * Sets up an agent for a project: its file with what such a project needs
 * approved, its start script, its entry in the journal. What is there already
 * is kept.
 *
 * Requires `--allow-read` for the project and `--allow-write` for the home
 * directory's `.claude-agent-*` and `.claude-env-*` files, the journal, and the
 * agent's own configuration folder if it is to have one.
 *
 * @example Usage
 * ```ts ignore
 * import { claude, Journal, pathsOf, setUpAgent } from "@orch/cli";
 *
 * const paths = pathsOf({ HOME: Deno.env.get("HOME") });
 * using journal = Journal.open(paths.journal);
 * await setUpAgent({ journal, paths, project: Deno.cwd(), agent: claude });
 * ```
 *
 * @param options The agent.
 * @returns Where its things are.
 * @throws {OrchError} When the folder cannot be read, the name cannot be one,
 * or a file that is there is broken or somebody else's; it is left as it is.
 */
export async function setUpAgent(
  options: SetUpAgentOptions,
): Promise<SetUpAgent> {
  const { journal, paths, agent, clock = systemClock } = options;
  const project = await projectFolder(options.project);
  const name = checkedName(options.name ?? nameOfFolder(project));
  const facts = detectProject(await readProjectFiles(project));
  const granted = preapprovals(facts, {
    project,
    home: paths.home,
    now: clock.now(),
  });
  const agentFile = paths.agentFile(name);
  const file = await updateAgentFile(
    agentFile,
    name,
    (file): AgentFile => ({
      ...file,
      kind: agent.kind,
      rules: withMissing(file.rules, granted),
    }),
  );
  const isolate = options.isolate
    ? await isolatedFolder(paths.isolated(name))
    : undefined;
  const path = paths.startScript(name);
  await writeStartScript(
    path,
    startScript({
      name,
      agent,
      project,
      ...(isolate !== undefined && { isolate }),
      ...(options.hooks && { hooks: options.hooks }),
      ...(options.arguments && { arguments: options.arguments }),
    }),
  );
  const record = journal.setUpAgent({
    name,
    kind: agent.kind,
    project,
    autonomy: options.autonomy ?? "assisted",
    ...(isolate !== undefined && { isolate }),
  });
  return {
    record,
    agentFile,
    startScript: path,
    granted,
    rules: file.rules.length,
  };
}

async function projectFolder(path: string): Promise<string> {
  try {
    const project = await Deno.realPath(path);
    // Reading the listing proves what a stat does not: that it is readable.
    for await (const _ of Deno.readDir(project)) break;
    return project;
  } catch (error) {
    const missing = error instanceof Deno.errors.NotFound;
    const reason = missing
      ? "there is no such folder"
      : error instanceof Deno.errors.NotADirectory
      ? "it is not a folder"
      : error instanceof Error
      ? error.message
      : String(error);
    throw new OrchError(`Cannot set up an agent for ${path}: ${reason}`, {
      hint: "orch setup <path of the project's folder>",
      exitCode: missing ? ExitCode.notFound : ExitCode.usage,
      cause: error,
    });
  }
}

/** Makes the folder for an agent's own configuration, for nobody else's eyes. */
async function isolatedFolder(path: string): Promise<string> {
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  } catch (error) {
    throw new OrchError(`The configuration folder ${path} cannot be made`, {
      hint: `ls -ld '${dirname(path)}'`,
      cause: error,
    });
  }
}

/** Adds what is granted unless the agent knows it, or was told otherwise. */
function withMissing(
  rules: readonly Rule[],
  granted: readonly Rule[],
): readonly Rule[] {
  const known = new Set(rules.map((rule) => rule.id));
  return [...rules, ...granted.filter((rule) => !known.has(rule.id))];
}

async function writeStartScript(path: string, text: string): Promise<void> {
  if (!await isReplaceable(path)) {
    throw new OrchError(`${path} was not made by orch and is left as it is`, {
      hint: `mv '${path}' '${path}.mine'`,
    });
  }
  // By rename: a link that appears meanwhile is replaced, not written through.
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    await Deno.writeTextFile(fresh, text, { mode: 0o700, createNew: true });
    await Deno.rename(fresh, path);
  } catch (error) {
    await Deno.remove(fresh).catch(() => {});
    throw new OrchError(`The start script ${path} cannot be written`, {
      hint: `ls -ld '${dirname(path)}'`,
      cause: error,
    });
  }
}

/** Whether nothing is there, or a plain file that an earlier setup wrote. */
async function isReplaceable(path: string): Promise<boolean> {
  try {
    if (!(await Deno.lstat(path)).isFile) return false;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
  const existing = await textOf(path);
  return existing === undefined ||
    existing.startsWith(`#!/bin/sh\n${startScriptMark}\n`);
}
