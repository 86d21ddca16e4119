import { hiddenSession } from "./connection.ts";
import { installed, tables } from "./hook_bus.ts";
import { signedClients } from "./left_clients.ts";
import type { Tmux } from "./tmux.ts";

/** What watches have put into a server. */
export interface Leftovers {
  /** The hooks of watches that run. */
  readonly hooks: readonly string[];
  /** The hooks of watches that were killed. */
  readonly staleHooks: readonly string[];
  /** The process ids of control clients whose process runs. */
  readonly clients: readonly number[];
  /** The process ids of those whose process was killed. */
  readonly deadClients: readonly number[];
}

/**
 * Finds what watches have put into a server. The next watch takes away what
 * those have left that were killed.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @returns Hooks and clients, of watches that run and of others.
 */
export async function leftovers(tmux: Tmux): Promise<Leftovers> {
  const listed = await tmux.command(
    ...["list-clients", "-F"] as const,
    "#{client_pid} #{client_control_mode} #{client_session}",
  );
  const pids = new Set(listed.map((line) => line.split(" ")[0]));
  const hooks: string[] = [];
  const staleHooks: string[] = [];
  for (const { list } of tables) {
    const [subcommand = "", ...flags] = list.split(" ");
    for (const line of await tmux.command(subcommand, ...flags)) {
      const [, hook, , pid] = installed.exec(line) ?? [];
      if (hook === undefined) continue;
      (pids.has(pid) ? hooks : staleHooks).push(hook);
    }
  }
  const signed = await tmux.command(
    ...["show-options", "-qv", "-t", `=${hiddenSession}:`] as const,
    "@orch_clients",
  ).catch(() => []);
  const clients: number[] = [];
  const deadClients: number[] = [];
  for (const one of signedClients(hiddenSession, listed, signed)) {
    (await runs(tmux, one.owner) ? clients : deadClients).push(one.client);
  }
  return { hooks, staleHooks, clients, deadClients };
}

/** Asks the server, which may look at processes, whether one runs. */
async function runs(tmux: Tmux, pid: number): Promise<boolean> {
  // What run-shell prints would be shown in somebody's pane.
  const said = await tmux.command(
    ...["if-shell", `kill -0 ${pid} 2>/dev/null`] as const,
    ...["display-message -p runs", "display-message -p gone"],
  );
  return said.includes("runs");
}
