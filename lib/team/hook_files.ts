import { dirname } from "node:path";
import type { HookFile } from "../agents/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { realPath } from "../files/mod.ts";

/** How often a file is tried that somebody else writes at the same time. */
const mostTries = 5;

/** What became of a file. */
export interface ChangedFile {
  /** Where it really is. */
  readonly path: string;
  /**
   * `made`: there was none before. `changed`: entries were added or taken out.
   * `removed`: nothing was left of it. `kept`: it is as it was.
   */
  readonly change: "made" | "changed" | "removed" | "kept";
}

/**
 * Adds to a file what hooks need.
 *
 * The file is replaced whole, so that nobody ever reads half of it; a link is
 * followed, and what it leads to is replaced, if that is within the folders. A
 * new file is for nobody else's eyes, one that is there keeps its mode.
 *
 * Requires `--allow-read` and `--allow-write` for the file's folder.
 *
 * @param file The file.
 * @param within The folders it may be in. Absolute.
 * @returns What became of it.
 * @throws {OrchError} When it is broken, elsewhere or cannot be written; it is
 * left as it is.
 */
export function addToFile(
  file: HookFile,
  within: readonly string[],
): Promise<ChangedFile> {
  return change(file, within, (text) => file.add(text));
}

/**
 * Takes out of a file what {@linkcode addToFile} has put there, and removes it
 * when nothing is left of it.
 *
 * Requires `--allow-read` and `--allow-write` for the file's folder.
 *
 * @param file The file.
 * @param within The folders it may be in. Absolute.
 * @returns What became of it.
 * @throws {OrchError} When it is broken, elsewhere or cannot be written; it is
 * left as it is.
 */
export function removeFromFile(
  file: HookFile,
  within: readonly string[],
): Promise<ChangedFile> {
  return change(
    file,
    within,
    (text) => text === undefined ? undefined : file.remove(text),
  );
}

async function change(
  file: HookFile,
  within: readonly string[],
  edit: (text: string | undefined) => string | undefined,
): Promise<ChangedFile> {
  const path = realPath(file.path);
  if (!within.some((folder) => path.startsWith(`${realPath(folder)}/`))) {
    throw new OrchError(`${file.path} leads to ${path}, which is elsewhere`, {
      hint: "orch setup --no-hooks",
    });
  }
  try {
    for (let tries = 0; tries < mostTries; tries++) {
      const before = await plainText(path);
      const after = edit(before);
      if (after === before) return { path, change: "kept" };
      if (!await replace(path, before, after)) continue;
      return {
        path,
        change: before === undefined
          ? "made"
          : after === undefined
          ? "removed"
          : "changed",
      };
    }
  } catch (error) {
    if (error instanceof OrchError) throw error;
    throw new OrchError(`${path} cannot be changed`, {
      hint: `ls -ld '${path}' '${dirname(path)}'`,
      cause: error,
    });
  }
  throw new OrchError(`${path} is being written by somebody else`);
}

/** Whether the file was still as it was read, and is as it should be now. */
async function replace(
  path: string,
  before: string | undefined,
  after: string | undefined,
): Promise<boolean> {
  if (after === undefined) {
    if (await plainText(path) !== before) return false;
    await Deno.remove(path);
    return true;
  }
  await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const mode = before === undefined ? 0o600 : (await Deno.stat(path)).mode;
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    await Deno.writeTextFile(fresh, after, { mode: 0o600, createNew: true });
    if (mode !== null) await Deno.chmod(fresh, mode & 0o777);
    if (await plainText(path) !== before) {
      await Deno.remove(fresh);
      return false;
    }
    await Deno.rename(fresh, path);
    return true;
  } catch (error) {
    await Deno.remove(fresh).catch(() => {});
    throw error;
  }
}

async function plainText(path: string): Promise<string | undefined> {
  try {
    if (!(await Deno.lstat(path)).isFile) {
      throw new OrchError(`${path} is not a plain file`, {
        hint: `ls -ld '${path}'`,
      });
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  try {
    // What is not text would come back changed.
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return decoder.decode(await Deno.readFile(path));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new OrchError(`${path} is not UTF-8 text`, {
      hint: `file '${path}'`,
      cause: error,
    });
  }
}
