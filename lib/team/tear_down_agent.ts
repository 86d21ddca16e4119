import { exists } from "../files/mod.ts";
import type { Journal } from "../journal/mod.ts";
import type { Paths } from "../paths/mod.ts";
import type { ChangedFile } from "./hook_files.ts";
import { removeHooks } from "./hook_installation.ts";
import { removeStartScript } from "./start_script_file.ts";

/** Which agent is torn down. */
export interface TearDownAgentOptions {
  /** The journal that knows it. */
  readonly journal: Journal;
  /** Where its files are. */
  readonly paths: Paths;
  /** Its name. */
  readonly name: string;
  /**
   * Whether what it has learned goes too.
   *
   * @default {false}
   */
  readonly forget?: boolean;
}

/** What was done. */
export interface TornDownAgent {
  /** Files of a person's from which its entries were taken out. */
  readonly changed: readonly string[];
  /** Files and folders of orch's own that are gone. */
  readonly removed: readonly string[];
  /** What is still there, and was the agent's. */
  readonly kept: readonly string[];
}

/**
 * Undoes what setting an agent up has done: takes its entries out of settings,
 * removes its start script and private files, and takes it off the list.
 *
 * What it has learned, its own configuration folder and its history in the
 * journal stay.
 *
 * Requires `--allow-read` and `--allow-write` for the home directory, the
 * agent's configuration and the journal.
 *
 * @param options The agent.
 * @returns What was done.
 * @throws {OrchError} When there is no such agent, or a file that holds entries
 * of its is broken; then it is still set up.
 */
export async function tearDownAgent(
  options: TearDownAgentOptions,
): Promise<TornDownAgent> {
  const { journal, paths, name, forget = false } = options;
  const { isolate } = journal.agents.require(name);
  const files = await removeHooks(paths, name);
  const removed = pathsWith(files, "removed");
  for (const folder of [paths.agentFolder(name)]) {
    if (await remove(folder, { recursive: true })) removed.push(folder);
  }
  const script = paths.startScript(name);
  if (await removeStartScript(script)) removed.push(script);
  const learned = paths.agentFile(name);
  if (forget && await remove(learned)) removed.push(learned);
  journal.agents.tearDown(name);
  const left = [learned, ...isolate === undefined ? [] : [isolate]];
  const there = await Promise.all(left.map(exists));
  return {
    changed: pathsWith(files, "changed"),
    removed,
    kept: left.filter((_, index) => there[index]),
  };
}

function pathsWith(
  files: readonly ChangedFile[],
  change: ChangedFile["change"],
): string[] {
  return files.filter((file) => file.change === change)
    .map(({ path }) => path);
}

async function remove(
  path: string,
  options: Deno.RemoveOptions = {},
): Promise<boolean> {
  try {
    await Deno.remove(path, options);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
