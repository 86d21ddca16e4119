import { ExitCode, OrchError } from "../errors/mod.ts";
import type { Access } from "./access.ts";
import type { Channel } from "./channel.ts";
import { hiddenSession } from "./connection.ts";
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
 * @param access Where.
 * @param options The session.
 * @returns Its pane.
 */
export async function openSession(
  access: Access,
  options: NewSession,
): Promise<PaneId> {
  const commands = newSessionCommands(options, freshNonce());
  const { starting } = access;
  return await access.announced(() =>
    open(access, starting, commands, "new-session", options.name)
  );
}

/**
 * Opens a window: see {@linkcode Tmux.newWindow}.
 *
 * @param access Where.
 * @param options The window.
 * @returns Its pane.
 */
export async function openWindow(
  access: Access,
  options: NewWindow,
): Promise<PaneId> {
  const id = await sessionIdOf(access, options.session);
  const commands = newWindowCommands(id, options, freshNonce());
  const { channel } = access;
  return await open(access, channel, commands, "new-window", options.session);
}

/**
 * Ends a session: see {@linkcode Tmux.killSession}.
 *
 * @param access Where.
 * @param name Its exact name.
 */
export async function killSession(access: Access, name: string): Promise<void> {
  const id = await sessionIdOf(access, name);
  await access.announced(() =>
    access.run([`kill-session -t '${id}'`], "kill-session", name)
  );
}

/**
 * Finds a session by its exact name; tmux itself would take a prefix, and a
 * name such as `$1` for an id.
 *
 * @param access Where.
 * @param name The name.
 * @returns The session's id.
 * @throws {OrchError} When there is none.
 */
async function sessionIdOf(
  access: Access,
  name: string,
): Promise<string> {
  const list = "list-sessions -F '#{session_id} #{session_name}'";
  const [reply] = await access.run([list], "list-sessions");
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
  access: Access,
  channel: Channel,
  { open, clean }: OpenCommands,
  subcommand: string,
  target: string,
): Promise<PaneId> {
  try {
    const replies = await access.run(
      [...open, clean],
      subcommand,
      target,
      channel,
    );
    return (replies[1]?.lines[0] ?? "") as PaneId;
  } catch (error) {
    await channel.run([clean]).catch(() => {});
    throw error;
  }
}

function freshNonce(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
