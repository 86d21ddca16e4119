import { ExitCode, OrchError } from "../errors/mod.ts";

/**
 * Runs something while no other process holds the same lock file.
 *
 * The kernel gives the lock back when a process ends, however it ends, so a
 * lock is never stale. The file is gone afterwards: whoever waited for a lock
 * on a file that is gone, or was replaced, starts over.
 *
 * Requires `--allow-read` and `--allow-write` for the path.
 *
 * @param path The lock file. Absolute.
 * @param action What to run.
 * @returns What the action returns.
 * @throws {OrchError} When the lock file cannot be made.
 */
export async function withFileLock<T>(
  path: string,
  action: () => Promise<T>,
): Promise<T> {
  while (true) {
    const file = await openLockFile(path);
    try {
      await file.lock(true);
      if (!await isCurrent(file, path)) continue;
      try {
        return await action();
      } finally {
        // Before the lock is given back, so that nobody can have taken it.
        await Deno.remove(path);
      }
    } finally {
      file.close();
    }
  }
}

async function openLockFile(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, {
      create: true,
      read: true,
      write: true,
      mode: 0o600,
    });
  } catch (error) {
    throw new OrchError(`Cannot make the lock file ${path}`, {
      hint: `ls -ld ${path.slice(0, path.lastIndexOf("/")) || "/"}`,
      exitCode: ExitCode.failed,
      cause: error,
    });
  }
}

async function isCurrent(file: Deno.FsFile, path: string): Promise<boolean> {
  const held = await file.stat();
  try {
    const there = await Deno.lstat(path);
    return there.isFile && there.ino === held.ino && there.dev === held.dev;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
