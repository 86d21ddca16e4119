import { fingerprint } from "../../agents/mod.ts";
import { OrchError } from "../../errors/mod.ts";

/**
 * Makes sure that one monitor runs for a tmux server.
 *
 * The lock is the kernel's: it ends with the process, however that ends.
 *
 * Requires `--allow-read` and `--allow-write` for the folder.
 *
 * @param folder Where orch keeps its state.
 * @param server The server's name.
 * @returns The lock; dispose of it to give it up.
 * @throws {OrchError} When another monitor holds it.
 */
export async function lockMonitor(
  folder: string,
  server: string,
): Promise<Disposable> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const path = `${folder}/monitor-${fingerprint([server])}.lock`;
  const file = await Deno.open(path, { create: true, read: true, write: true });
  if (await file.tryLock(true)) return file;
  file.close();
  throw new OrchError("Another orch monitor follows this tmux server already", {
    hint: "orch status",
  });
}
