import { withFileLock } from "../files/mod.ts";

/** What a person has accepted of one project. */
interface Accepted {
  /** The project's folder. */
  readonly project: string;
  /** The text of its `orch.yaml` at that time. */
  readonly text: string;
}

/**
 * Says where it is remembered what a person has accepted of a project.
 *
 * @param folder The folder for all projects.
 * @param project The project's folder. Absolute.
 * @returns The file.
 */
export async function acceptedPath(
  folder: string,
  project: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(project);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `${folder}/${new Uint8Array(digest).toHex()}.json`;
}

/**
 * Reads what a person has accepted of a project's `orch.yaml`.
 *
 * Requires `--allow-read` for the path.
 *
 * @param path See {@linkcode acceptedPath}.
 * @param project The project's folder. Absolute.
 * @returns The text of that time; `undefined` if none was accepted, or what is
 * remembered is damaged.
 */
export async function readAccepted(
  path: string,
  project: string,
): Promise<string | undefined> {
  try {
    const accepted: Accepted = JSON.parse(await Deno.readTextFile(path));
    return accepted?.project === project && typeof accepted.text === "string"
      ? accepted.text
      : undefined;
  } catch (error) {
    const none = error instanceof Deno.errors.NotFound ||
      error instanceof SyntaxError;
    if (none) return undefined;
    throw error;
  }
}

/**
 * Remembers that a person has accepted a project's `orch.yaml`.
 *
 * Requires `--allow-read` and `--allow-write` for the path's folder.
 *
 * @param path See {@linkcode acceptedPath}.
 * @param accepted The project, and the text as the person has seen it.
 */
export async function writeAccepted(
  path: string,
  accepted: Accepted,
): Promise<void> {
  const folder = path.slice(0, path.lastIndexOf("/"));
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  await withFileLock(`${path}.lock`, async () => {
    const fresh = `${path}.new`;
    await Deno.writeTextFile(fresh, JSON.stringify(accepted), { mode: 0o600 });
    await Deno.rename(fresh, path);
  });
}
