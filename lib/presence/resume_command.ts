/**
 * Words the command that goes on with an agent's conversation.
 *
 * @param agent The agent's name.
 * @returns The command.
 */
export function resumeCommand(agent: string): string {
  return `orch resume ${agent}`;
}
