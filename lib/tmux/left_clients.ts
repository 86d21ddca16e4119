import type { Channel } from "./channel.ts";
import { quoteCommand } from "./quote.ts";

/** Where clients of the hidden session say whose they are. */
const option = "@orch_clients";

/**
 * The command by which a client writes down itself and the process it belongs
 * to. It ends with the hidden session.
 *
 * @param owner The id of the process.
 * @returns The command's words.
 */
export function signIn(owner: number): string[] {
  return ["set-option", "-aF", option, `#{client_pid}:${owner} `];
}

/** A client of the hidden session and the process it belongs to. */
export interface SignedClient {
  /** The client's process id. */
  readonly client: number;
  /** The id of the process it belongs to. */
  readonly owner: number;
}

/**
 * Lists control clients of the hidden session, and what they have written.
 *
 * @param session The hidden session.
 * @returns tmux commands; the first lists, the second tells.
 */
export function signedClientsCommands(session: string): string[] {
  return [
    `list-clients -F '#{client_pid} #{client_control_mode} #{client_session}'`,
    `show-options -qv -t =${session}: ${option}`,
  ];
}

/**
 * Reads what {@linkcode signedClientsCommands} print.
 *
 * @param session The hidden session's name.
 * @param clients The lines of the first.
 * @param signed The lines of the second.
 * @returns The clients that are there.
 */
export function signedClients(
  session: string,
  clients: readonly string[],
  signed: readonly string[],
): SignedClient[] {
  const there = new Set(
    clients.map((line) => /^(\d+) 1 (.*)$/.exec(line))
      .filter((match) => match?.[2] === session)
      .map((match) => Number(match![1])),
  );
  const pairs = signed.join(" ").matchAll(/(?<!\S)(\d+):(\d+)(?!\S)/g);
  // The latest word counts: process ids are given out again.
  const owners = new Map(
    [...pairs].map((pair) => [Number(pair[1]), Number(pair[2])]),
  );
  return [...owners].filter(([client]) => there.has(client))
    .map(([client, owner]) => ({ client, owner }));
}

/**
 * Ends clients whose process is gone.
 *
 * A client whose process was killed while it had something to read stays with
 * the server for ever, and keeps it from ending. Only the server can tell which
 * processes there are without further permissions, so it is the server that
 * looks: the owner must be gone, and what is ended must be a tmux client of
 * the hidden session.
 *
 * @param channel How the server is reached.
 * @param session The hidden session's name.
 */
export async function endLeftClients(
  channel: Channel,
  session: string,
): Promise<void> {
  const [clients, signed] = await channel.run(signedClientsCommands(session));
  const others = signedClients(
    session,
    clients?.lines ?? [],
    signed?.lines ?? [],
  ).filter(({ owner }) => owner !== Deno.pid);
  for (const { client, owner } of others) {
    const script = `kill -0 ${owner} 2>/dev/null || ` +
      `case "$(ps -o args= -p ${client} 2>/dev/null)" in ` +
      `*tmux*${session}*) kill -KILL ${client};; esac >/dev/null 2>&1; :`;
    // The person's own shell may be another one; what it printed, or a code
    // other than 0, would show in a pane.
    const command = `exec /bin/sh -c '${script}'`;
    await channel.run([quoteCommand(["run-shell", "-b", command])]);
  }
}
