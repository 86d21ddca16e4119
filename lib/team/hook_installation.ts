import { dirname } from "node:path";
import {
  type Agent,
  agentOf,
  type HookFile,
  type HookInstallation,
  type HookOptions,
} from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { exists, textOf, withFileLock } from "../files/mod.ts";
import { hookAddress } from "../monitor/mod.ts";
import type { Paths } from "../paths/mod.ts";
import { addToFile, type ChangedFile, removeFromFile } from "./hook_files.ts";

/** Whose hooks are installed, and where. */
export interface InstallHooksOptions {
  /** Where things are kept. */
  readonly paths: Paths;
  /** The agent's name. */
  readonly name: string;
  /** The kind of agent. */
  readonly agent: Agent;
  /** The folder it works in. Absolute. */
  readonly project: string;
  /** A folder for its configuration, instead of the person's own. Absolute. */
  readonly isolate?: string;
  /** The installed version, if it is known. */
  readonly version?: string;
  /** Set when its environment names a proxy. */
  readonly proxied?: true;
}

/** What was installed, as it is remembered to be taken out again. */
interface Installed {
  readonly kind: string;
  readonly options: HookOptions;
  /** Folders that were not there before, outermost first. */
  readonly folders: readonly string[];
}

/**
 * Installs what makes an agent report, in its own files or the person's.
 *
 * What was installed is remembered before anything is changed, so that
 * {@linkcode removeHooks} can take it out even if this was cut short.
 *
 * Requires `--allow-read` and `--allow-write` for the home directory and the
 * agent's configuration, and `--allow-net=127.0.0.1`.
 *
 * @param options The agent.
 * @returns What to start it with; `undefined` when it cannot report.
 * @throws {OrchError} When a file is broken or elsewhere; it is left as it is.
 */
export async function installHooks(
  options: InstallHooksOptions,
): Promise<HookInstallation | undefined> {
  const { paths, name, agent, project, isolate, version, proxied } = options;
  if (!agent.hooks) return undefined;
  const folder = paths.agentFolder(name);
  const told: HookOptions = {
    name,
    home: paths.home,
    project,
    folder,
    ...(isolate !== undefined && { isolate }),
    ...(version !== undefined && { version }),
    ...(proxied && { proxied }),
    address: await hookAddress(paths, name),
  };
  const installation = agent.hooks.install(told);
  if (!installation) return undefined;
  return await locked(paths, async () => {
    const before = await remembered(folder);
    await refuseForeign(installation, before);
    if (before && isElsewhere(before, agent, told)) await takeOut(before);
    await remember(folder, {
      kind: agent.kind,
      options: told,
      folders: [
        ...before?.folders ?? [],
        ...await missingFolders(installation),
      ],
    });
    for (const file of installation.files) {
      await addToFile(file, placesOf(told));
    }
    return installation;
  });
}

/**
 * Takes out what {@linkcode installHooks} has installed, and nothing else.
 *
 * Requires `--allow-read` and `--allow-write` for the home directory and the
 * agent's configuration.
 *
 * @param paths Where things are kept.
 * @param name The agent's name.
 * @returns What became of the files.
 * @throws {OrchError} When a file is broken; it is left as it is.
 */
export async function removeHooks(
  paths: Paths,
  name: string,
): Promise<ChangedFile[]> {
  const folder = paths.agentFolder(name);
  if (await remembered(folder) === undefined) return [];
  return await locked(paths, async () => {
    const installed = await remembered(folder);
    if (!installed) return [];
    const changed = await takeOut(installed);
    await Deno.remove(memoryOf(folder));
    return changed;
  });
}

function filesOf({ kind, options }: Installed): readonly HookFile[] {
  const files = agentOf(kind)?.hooks?.install(options)?.files;
  if (files) return files;
  throw new OrchError(`orch does not know how ${kind} was made to report`, {
    hint: `less '${memoryOf(options.folder)}'`,
  });
}

async function takeOut(installed: Installed): Promise<ChangedFile[]> {
  const { options, folders } = installed;
  const changed: ChangedFile[] = [];
  for (const file of filesOf(installed)) {
    changed.push(await removeFromFile(file, placesOf(options)));
  }
  for (const folder of folders.toReversed()) await removeEmpty(folder);
  return changed;
}

/** One setup at a time changes settings that several agents may share. */
function locked<T>(paths: Paths, action: () => Promise<T>): Promise<T> {
  return withFileLock(`${paths.state}/hook-files.lock`, action);
}

function isElsewhere(
  { kind, options }: Installed,
  agent: Agent,
  now: HookOptions,
): boolean {
  return kind !== agent.kind || options.project !== now.project ||
    options.isolate !== now.isolate || options.version !== now.version ||
    options.proxied !== now.proxied;
}

/** Where an agent's settings may be. */
function placesOf(options: HookOptions): string[] {
  const { home, project, folder, isolate } = options;
  return [home, project, folder, ...isolate === undefined ? [] : [isolate]];
}

/**
 * Insists that a file which is to be orch's own is not there yet, unless this
 * agent's earlier setup has made it.
 */
async function refuseForeign(
  { files }: HookInstallation,
  before: Installed | undefined,
): Promise<void> {
  const made = new Set(before ? filesOf(before).map(({ path }) => path) : []);
  for (const { path, own, add } of files) {
    if (!own || made.has(path)) continue;
    const text = await textOf(path);
    if (text === undefined || text === add(undefined)) continue;
    throw new OrchError(`${path} was not made for this agent and is left`, {
      hint: "orch setup with another name, or with --no-hooks",
    });
  }
}

/** The folders that have to be made for the files, outermost first. */
async function missingFolders(
  { files }: HookInstallation,
): Promise<string[]> {
  const missing = new Set<string>();
  for (const { path } of files) {
    for (let folder = dirname(path); folder !== "/"; folder = dirname(folder)) {
      if (await exists(folder)) break;
      missing.add(folder);
    }
  }
  return [...missing].sort();
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await Deno.remove(folder);
  } catch {
    // It holds something, or is gone.
  }
}

function memoryOf(folder: string): string {
  return `${folder}/hooks.json`;
}

async function remembered(folder: string): Promise<Installed | undefined> {
  const path = memoryOf(folder);
  const text = await textOf(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OrchError(`${path} is not JSON any more`, {
      hint: `less '${path}'`,
      cause: error,
    });
  }
}

async function remember(folder: string, installed: Installed): Promise<void> {
  const path = memoryOf(folder);
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  const text = `${JSON.stringify(installed, null, 2)}\n`;
  await Deno.writeTextFile(fresh, text, { mode: 0o600, createNew: true });
  await Deno.rename(fresh, path);
}
