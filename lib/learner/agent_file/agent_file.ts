import { OrchError } from "../../errors/mod.ts";
import { autoApproveCommandsOf } from "./approve_view.ts";
import { readEarlierEntries } from "./earlier_entries.ts";
import { withFileLock } from "../../files/mod.ts";
import { fault, parseAgentFile } from "./parse_agent_file.ts";
import type { Rule } from "../rule.ts";

/** What an agent's file says about one project. */
export interface AgentProject {
  /**
   * A view of the rules, for people, written from them. What else stands there
   * allows nothing: it is read as {@linkcode readEarlierEntries} says, and
   * moved to {@linkcode unconfirmedCommands}.
   */
  readonly autoApproveCommands: Readonly<Record<string, true>>;
  /** Entries of the map that no rule stands for. */
  readonly unconfirmedCommands?: Readonly<Record<string, unknown>>;
  /** Whatever else stands there is kept. */
  readonly [key: string]: unknown;
}

/** What an agent has learned, as its file `~/.claude-agent-<name>.json`. */
export interface AgentFile {
  /** The agent's name. */
  readonly name: string;
  /** The kind of agent, such as `claude`. */
  readonly kind?: string;
  /** What it has learned. */
  readonly rules: readonly Rule[];
  /** By the project's absolute path. */
  readonly projects: Readonly<Record<string, AgentProject>>;
  /** Whatever else stands in the file is kept. */
  readonly [key: string]: unknown;
}

/**
 * Reads what an agent has learned.
 *
 * Files of earlier versions, which know neither `name` nor `rules`, are read as
 * well: what they say was approved is no rule, but may become a candidate.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path The agent's file. Absolute.
 * @returns What stands in it, `undefined` if there is no such file.
 * @throws {OrchError} When the file is not a plain file, may be written by
 * everyone, is not JSON (with line and column), or holds a rule with a fault
 * (with rule and field). The file is left as it is.
 */
export async function readAgentFile(
  path: string,
): Promise<AgentFile | undefined> {
  const found = await statOf(path);
  if (found === undefined) return undefined;
  if (found.mode !== null && (found.mode & 0o002) !== 0) {
    throw fault(path, "may be written by everyone", `chmod 600 ${path}`);
  }
  const file = parseAgentFile(await textOf(path), path);
  return withEarlierEntries(file, found.mtime ?? new Date(0));
}

/**
 * Changes what an agent has learned, and makes the file if there is none.
 *
 * One process at a time reads, changes and replaces the file, so that nothing
 * is lost; a process killed on the way leaves the old file or the new one.
 * Nobody else may read what is written. What orch does not know stays in the
 * file. Returning the same object from `change` writes nothing.
 *
 * Requires `--allow-read` and `--allow-write` for the path, and for the path
 * with `.lock` and `.new` behind it.
 *
 * @example Usage
 * ```ts
 * import { updateAgentFile } from "../mod.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * const path = `${folder}/.claude-agent-web.json`;
 * await updateAgentFile(path, "web", (file) => ({ ...file, kind: "claude" }));
 * const file = await updateAgentFile(path, "web", (file) => file);
 * assert.equal(file.kind, "claude");
 * await Deno.remove(folder, { recursive: true });
 * ```
 *
 * @param path The agent's file. Absolute.
 * @param name The agent's name, for a new file.
 * @param change Gives the new content for the old.
 * @returns The new content.
 * @throws {OrchError} When the file cannot be read, see
 * {@linkcode readAgentFile}, or not be written. It is then left as it is.
 */
export function updateAgentFile(
  path: string,
  name: string,
  change: (file: AgentFile) => AgentFile,
): Promise<AgentFile> {
  return withFileLock(`${path}.lock`, async () => {
    const before = await readAgentFile(path);
    const after = change(before ?? { name, rules: [], projects: {} });
    if (after === before) return before;
    const file = withViews(after);
    await replace(path, `${JSON.stringify(file, undefined, 2)}\n`);
    return file;
  });
}

async function statOf(path: string): Promise<Deno.FileInfo | undefined> {
  let found: Deno.FileInfo;
  try {
    found = await Deno.lstat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw unreadable(path, error);
  }
  if (found.isFile) return found;
  throw fault(path, "is not a plain file", `ls -ld ${path}`);
}

async function textOf(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** What the system keeps from us; what Deno does, is for others to word. */
function unreadable(path: string, error: unknown): unknown {
  return error instanceof Deno.errors.NotCapable
    ? error
    : fault(path, "cannot be read", `ls -ld ${path}`, error);
}

/** Turns what no rule explains into candidates, and sets the rest apart. */
function withEarlierEntries(file: AgentFile, date: Date): AgentFile {
  const rules = [...file.rules];
  const projects: Record<string, AgentProject> = {};
  for (const [path, project] of Object.entries(file.projects)) {
    const found = readEarlierEntries(project.autoApproveCommands ?? {}, {
      project: path,
      rules,
      date,
    });
    rules.push(...found.rules);
    projects[path] = Object.keys(found.rest).length === 0 ? project : {
      ...project,
      unconfirmedCommands: { ...project.unconfirmedCommands, ...found.rest },
    };
  }
  return { ...file, rules, projects };
}

/** Brings the view of every project up to date with the rules. */
function withViews(file: AgentFile): AgentFile {
  const projects: Record<string, AgentProject> = {};
  const paths = new Set([
    ...Object.keys(file.projects),
    ...file.rules.map((rule) => rule.scope),
  ]);
  for (const path of paths) {
    projects[path] = {
      ...file.projects[path],
      autoApproveCommands: autoApproveCommandsOf(file.rules, path),
    };
  }
  return { ...file, projects };
}

/** Replaces a file whole: a reader sees the old content or the new. */
async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  try {
    // Left behind by a process that was killed; the lock is ours.
    await Deno.remove(fresh).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
    const file = await Deno.open(fresh, {
      createNew: true,
      write: true,
      mode: 0o600,
    });
    try {
      const bytes = new TextEncoder().encode(text);
      for (let done = 0; done < bytes.length;) {
        done += await file.write(bytes.subarray(done));
      }
      await file.syncData();
    } finally {
      file.close();
    }
    await Deno.rename(fresh, path);
  } catch (error) {
    throw new OrchError(`The agent file ${path} cannot be written`, {
      hint: `ls -ld ${path} ${path.slice(0, path.lastIndexOf("/")) || "/"}`,
      cause: error,
    });
  }
}
