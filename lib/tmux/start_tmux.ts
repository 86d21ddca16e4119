import { ExitCode, OrchError } from "../errors/mod.ts";
import type { ChannelOptions } from "./channel.ts";
import { missingTmux, tmuxVersion } from "./tmux_version.ts";

/**
 * Starts a tmux client.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param socket An absolute path, a name, or unset for the default server.
 * @param args What follows the socket.
 * @param streams Whether its input and output are pipes or nothing.
 * @returns The process.
 * @throws {OrchError} When tmux is missing.
 */
export function startTmux(
  socket: string | undefined,
  args: readonly string[],
  streams: "piped" | "null" = "piped",
): Deno.ChildProcess {
  const where = socket === undefined
    ? []
    : [socket.startsWith("/") ? "-S" : "-L", socket];
  try {
    return new Deno.Command("tmux", {
      // A client that is not told that it may speak UTF-8 replaces it.
      args: ["-u", ...where, ...args],
      // With a socket of its own the client must not think that it is nested.
      env: socket === undefined ? {} : { TMUX: "" },
      stdin: streams,
      stdout: streams,
      stderr: streams,
    }).spawn();
  } catch (error) {
    throw error instanceof Deno.errors.NotFound ? missingTmux(error) : error;
  }
}

/**
 * The error for a server that does not answer.
 *
 * @param options How it was to be reached.
 * @param complaint What the client said.
 * @returns The error.
 * @throws {OrchError} When the reason is that tmux is too old.
 */
export async function unreachable(
  { socket, start }: ChannelOptions,
  complaint: string,
): Promise<OrchError> {
  // An old tmux complains about flags; its version says more.
  await tmuxVersion();
  const where = socket === undefined
    ? "the default tmux server"
    : `the tmux server at ${socket}`;
  return new OrchError(
    `Cannot connect to ${where}: ${complaint || "it closed the connection"}`,
    {
      hint: start
        ? "tmux new-session shows whether tmux itself works"
        : "tmux new-session starts a server",
      exitCode: start ? ExitCode.failed : ExitCode.notFound,
    },
  );
}
