import type { PaneId, Tmux } from "../tmux/mod.ts";
import type { SetUpAgent } from "./set_up_agent.ts";

/** How an agent is started. */
export interface StartAgentOptions {
  /** The agent's first prompt. */
  readonly brief?: string;
  /** Variables for its pane. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The width of its session, in cells, until somebody attaches. */
  readonly columns?: number;
  /** The height of its session, in cells, until somebody attaches. */
  readonly rows?: number;
}

/**
 * Opens a tmux session of an agent's own and starts the agent in it.
 *
 * The session has the agent's name. When the agent ends, its pane stays, with
 * what it said last.
 *
 * Requires `--allow-run=tmux`.
 *
 * @param tmux The server.
 * @param agent The agent, from `setUpAgent`.
 * @param options Its briefing and surroundings.
 * @returns Its pane.
 * @throws {OrchError} When it runs already.
 */
export async function startAgent(
  tmux: Tmux,
  agent: SetUpAgent,
  options: StartAgentOptions = {},
): Promise<PaneId> {
  const { brief, environment, columns, rows } = options;
  const pane = await tmux.newSession({
    name: agent.record.name,
    directory: agent.record.project,
    argv: ["/bin/sh", agent.startScript, ...(brief ? [brief] : [])],
    window: agent.record.kind,
    ...(environment && { environment: { ...environment } }),
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows }),
  });
  await tmux.command("set-option", "-p", "-t", pane, "remain-on-exit", "on");
  await tmux.setPaneAgent(pane, agent.record.name);
  return pane;
}
