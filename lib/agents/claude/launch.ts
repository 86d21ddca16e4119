import type { Launch, LaunchOptions } from "../agent.ts";

/**
 * What a running Claude Code puts into the environment of the programs it
 * starts. A Claude that inherits it takes itself for a nested one.
 */
const ownVariables: readonly string[] = [
  "CLAUDECODE",
  "CLAUDE_CODE_ENTRYPOINT",
  "CLAUDE_CODE_SESSION_ID",
  "CLAUDE_CODE_SSE_PORT",
  "CLAUDE_CODE_MESSAGING_TOKEN",
  "CLAUDE_PROJECT_DIR",
  "CLAUDE_PID",
];

/**
 * Says how to start Claude Code so that it asks before it acts.
 *
 * The person's own login, settings and rules stay where they are and apply.
 *
 * @param options Where and with what.
 */
export function launch(options: LaunchOptions): Launch {
  const argv = ["claude", "--permission-mode", "default"];
  if (options.session !== undefined) {
    argv.push("--session-id", options.session);
  }
  argv.push(...options.arguments ?? []);
  // Options that take several values would swallow the prompt.
  if (options.prompt !== undefined) argv.push("--", options.prompt);
  return { argv, environment: {}, unset: ownVariables };
}
