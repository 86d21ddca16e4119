import { ExitCode, OrchError } from "../errors/mod.ts";
import { hiddenSession } from "./connection.ts";
import type { LastingConnection } from "./lasting_connection.ts";
import {
  type NewSession,
  newSessionCommands,
  type NewWindow,
  newWindowCommands,
  type OpenCommands,
} from "./open_pane.ts";
import type { PaneId } from "./pane_info.ts";

/**
 * Opens a session: see {@linkcode Tmux.newSession}.
 *
 * @param connection Where.
 * @param options The session.
 * @returns Its pane.
 */
export async function openSession(
  connection: LastingConnection,
  options: NewSession,
): Promise<PaneId> {
  const commands = newSessionCommands(options, freshNonce());
  return await open(connection, commands, "new-session", options.name);
}

/**
 * Opens a window: see {@linkcode Tmux.newWindow}.
 *
 * @param connection Where.
 * @param options The window.
 * @returns Its pane.
 */
export async function openWindow(
  connection: LastingConnection,
  options: NewWindow,
): Promise<PaneId> {
  const id = await sessionIdOf(connection, options.session);
  const commands = newWindowCommands(id, options, freshNonce());
  return await open(connection, commands, "new-window", options.session);
}

/**
 * Finds a session by its exact name; tmux itself would take a prefix, and a
 * name such as `$1` for an id.
 *
 * @param connection Where.
 * @param name The name.
 * @returns The session's id.
 * @throws {OrchError} When there is none.
 */
export async function sessionIdOf(
  connection: LastingConnection,
  name: string,
): Promise<string> {
  const list = "list-sessions -F '#{session_id} #{session_name}'";
  const [reply] = await connection.run([list], "list-sessions", undefined);
  const id = reply?.lines
    .find((line) => line.slice(line.indexOf(" ") + 1) === name)
    ?.split(" ")[0];
  if (id !== undefined && name !== hiddenSession) return id;
  throw new OrchError(`No tmux session is called '${name}'`, {
    hint: "tmux list-sessions",
    exitCode: ExitCode.notFound,
  });
}

async function open(
  connection: LastingConnection,
  { open, clean }: OpenCommands,
  subcommand: string,
  target: string,
): Promise<PaneId> {
  try {
    const replies = await connection.run(open, subcommand, target);
    return (replies[1]?.lines[0] ?? "") as PaneId;
  } finally {
    await connection.current.run([clean]).catch(() => {});
  }
}

function freshNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
