import type { Agent, AgentState, Screen } from "./agent.ts";

/** Programs that people come back to when an agent has ended. */
const shells = new Set([
  ...["sh", "bash", "dash", "zsh", "fish", "ksh", "mksh"],
  ...["csh", "tcsh", "nu", "pwsh", "elvish", "xonsh"],
]);

/**
 * Reads what an agent is doing from its pane.
 *
 * A pane in which a shell is in front has no agent any more, whatever stands
 * on its screen.
 *
 * @param kind The kind of agent.
 * @param screen The pane's screen, and the program in front, if it is known.
 * @returns What it is doing.
 */
export function stateOf(
  kind: Agent,
  screen: Screen & { readonly program?: string },
): AgentState {
  // A login shell's name begins with a dash.
  const program = (screen.program ?? "").replace(/^-/, "");
  return shells.has(program) ? { state: "exited" } : kind.read(screen);
}
