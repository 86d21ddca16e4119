import { dirname } from "node:path";
import type { Agent, HookInstallation } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";
import { ExitCode, OrchError } from "../errors/mod.ts";
import { fileFacts } from "../files/mod.ts";
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
import { installHooks, removeHooks } from "./hook_installation.ts";
import { readProjectFiles } from "./read_project_files.ts";
import { startScript } from "./start_script.ts";
import { writeStartScript } from "./start_script_file.ts";

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
  /**
   * Whether it is made to report what it asks through its hooks, if it can.
   *
   * @default {false}
   */
  readonly hooks?: boolean;
  /** The installed version of its program, if it is known. */
  readonly version?: string;
  /**
   * Whether its environment names a proxy, which reports must not take.
   *
   * @default {false}
   */
  readonly proxied?: boolean;
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
  /** Whether it reports what it asks. */
  readonly hooks: boolean;
}

/**
 * Sets up an agent for a project: its file with what such a project needs
 * approved, its start script, its entry in the journal. What is there already
 * is kept.
 *
 * Requires `--allow-read` for the project and `--allow-write` for the home
 * directory's `.claude-agent-*` and `.claude-env-*` files, the journal, and the
 * agent's own configuration folder if it is to have one. Hooks take
 * `--allow-net=127.0.0.1`, and `--allow-read` and `--allow-write` for the
 * settings of the agent's program.
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
    text: fileFacts.text,
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
  const hooks = await hooksOf({ ...options, name, project }, isolate);
  const path = paths.startScript(name);
  await writeStartScript(
    path,
    startScript({
      name,
      agent,
      project,
      ...(isolate !== undefined && { isolate }),
      ...(hooks && { hooks }),
      ...(options.arguments && { arguments: options.arguments }),
    }),
  );
  const record = journal.agents.setUp({
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
    hooks: hooks !== undefined,
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

/** Makes the agent report, or not any more. */
async function hooksOf(
  options: SetUpAgentOptions & { name: string },
  isolate: string | undefined,
): Promise<HookInstallation | undefined> {
  const { paths, name } = options;
  if (!options.hooks) return void await removeHooks(paths, name);
  const { agent, project, version, proxied } = options;
  return await installHooks({
    paths,
    name,
    agent,
    project,
    ...(isolate !== undefined && { isolate }),
    ...(version !== undefined && { version }),
    ...(proxied && { proxied }),
  });
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
  const ids = new Set(granted.map((rule) => rule.id));
  // What an earlier version wrote waits for somebody to confirm it: setup does.
  const kept = rules.filter((rule) =>
    rule.origin !== "earlier" || rule.status !== "candidate" ||
    !ids.has(rule.id)
  );
  const known = new Set(kept.map((rule) => rule.id));
  return [...kept, ...granted.filter((rule) => !known.has(rule.id))];
}
