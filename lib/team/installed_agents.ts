import { type Agent, agents as kinds, isNewer } from "../agents/mod.ts";
import { type Clock, systemClock } from "../clock/mod.ts";

/** A kind of agent, and what of it is on this machine. */
export interface InstalledAgent {
  /** The kind. */
  readonly agent: Agent;
  /** Whether its program is there. */
  readonly installed: boolean;
  /** Where it is; unset as well where the folder may not be read. */
  readonly path?: string;
  /** The version its program tells. */
  readonly version?: string;
  /** Whether that is a later one than any whose dialogs were recorded. */
  readonly newer: boolean;
}

/** Where and how agents are looked for. */
export interface FindInstalledOptions {
  /** The folders in which programs are looked for, as in `PATH`. */
  readonly path: string;
  /**
   * Which kinds.
   *
   * @default {all}
   */
  readonly kinds?: readonly Agent[];
  /**
   * Where time comes from.
   *
   * @default {systemClock}
   */
  readonly clock?: Clock;
}

/** How long a program may take to tell its version, in milliseconds. */
const patience = 10_000;

/** The longest text in which a version is looked for. */
const longestText = 4096;

/**
 * Looks for the agents' programs and asks each for its version, all at once.
 * What cannot be found out is left out.
 *
 * Requires `--allow-run` for the programs, and `--allow-read` for the folders
 * to tell where they are.
 *
 * @param options Where to look.
 * @returns The kinds, in the order in which they are known.
 */
export async function findInstalled(
  options: FindInstalledOptions,
): Promise<InstalledAgent[]> {
  const { path, kinds: wanted = Object.values(kinds) } = options;
  const { clock = systemClock } = options;
  return await Promise.all(wanted.map(async (agent) => {
    // It is a part of orch.
    if (agent.kind === "rehearsal") {
      return { agent, installed: true, path: Deno.execPath(), newer: false };
    }
    const [file, text] = await Promise.all([
      programIn(path, agent.program),
      versionText(agent.program, path, clock),
    ]);
    const version = agent.versionIn(text ?? "");
    const last = agent.versions.at(-1);
    return {
      agent,
      installed: text !== undefined,
      ...(file !== undefined && { path: file }),
      ...(version !== undefined && { version }),
      newer: version !== undefined && last !== undefined &&
        isNewer(version, last),
    };
  }));
}

/** Finds a program as a shell would, without one. */
async function programIn(
  path: string,
  name: string,
): Promise<string | undefined> {
  for (const folder of path.split(":")) {
    // An empty entry means the current folder, which may be anybody's.
    if (!folder.startsWith("/")) continue;
    const file = `${folder}/${name}`;
    try {
      const { isFile, mode } = await Deno.stat(file);
      if (isFile && ((mode ?? 0) & 0o111) !== 0) return file;
    } catch (error) {
      if (isElsewhere(error)) continue;
      throw error;
    }
  }
  return undefined;
}

/** Whether there is nothing to be found in that folder. */
function isElsewhere(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound ||
    error instanceof Deno.errors.NotCapable ||
    error instanceof Deno.errors.PermissionDenied ||
    error instanceof Deno.errors.NotADirectory ||
    error instanceof Deno.errors.FilesystemLoop;
}

/**
 * Asks a program for its version.
 *
 * @returns What it says, empty when it fails or takes too long; `undefined`
 * when there is no such program.
 */
async function versionText(
  program: string,
  path: string,
  clock: Clock,
): Promise<string | undefined> {
  const over = new AbortController();
  const told = new AbortController();
  const late = clock.sleep(patience, told.signal).then(() => over.abort());
  try {
    // By name: that is what the permission to run it is for.
    const { success, stdout } = await new Deno.Command(program, {
      args: ["--version"],
      // Not in a folder whose files could tell it what to do.
      cwd: "/",
      env: { PATH: path },
      stdin: "null",
      stdout: "piped",
      stderr: "null",
      signal: over.signal,
    }).output();
    if (!success || over.signal.aborted) return "";
    return new TextDecoder().decode(stdout.subarray(0, longestText));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    if (error instanceof Deno.errors.NotCapable) throw error;
    return "";
  } finally {
    told.abort();
    await late;
  }
}
