import type { Tmux } from "../tmux/mod.ts";

/**
 * Names a running tmux server: where its socket is, and which of the servers
 * that ran there it is. Pane ids mean something only together with it.
 *
 * @param tmux A connection to the server.
 * @returns The name.
 */
export async function serverKey(tmux: Tmux): Promise<string> {
  const [socket = ""] = await tmux.command(
    "display-message",
    "-p",
    "#{socket_path}",
  );
  return `${socket} ${await tmux.server()}`;
}

/**
 * Tells whether a server has ended because another one runs on its socket.
 *
 * @param key The server in question.
 * @param running The server that runs.
 * @returns Whether the first is the past of the second.
 */
export function isPast(key: string, running: string): boolean {
  return key !== running && socketOf(key) === socketOf(running);
}

/**
 * Gives the part of a server's name that tells it from those that ran on the
 * same socket before.
 *
 * @param key The server's name.
 * @returns Its `pid start_time`.
 */
export function identityOf(key: string): string {
  return key.split(" ").slice(-2).join(" ");
}

/**
 * Gives the path of a server's socket.
 *
 * @param key The server's name.
 * @returns The path.
 */
export function socketOf(key: string): string {
  // The identity is two numbers at the end; the socket may hold spaces.
  return key.split(" ").slice(0, -2).join(" ");
}
