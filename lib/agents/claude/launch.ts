import type { Launch, LaunchOptions } from "../agent.ts";

/**
 * What a running Claude Code puts into the environment of the programs it
 * starts. A Claude that inherits it takes itself for a nested one.
 */
const ownVariables: readonly string[] = [
  "AI_AGENT",
  "CLAUDECODE",
  "CLAUDE_CODE_CHILD_NOTES_DIR",
  "CLAUDE_CODE_CHILD_SESSION",
  "CLAUDE_CODE_ENTRYPOINT",
  "CLAUDE_CODE_EXECPATH",
  "CLAUDE_CODE_MESSAGING_SOCKET",
  "CLAUDE_CODE_MESSAGING_TOKEN",
  "CLAUDE_CODE_SESSION_ATTENDED",
  "CLAUDE_CODE_SESSION_ID",
  "CLAUDE_CODE_SSE_PORT",
  "CLAUDE_EFFORT",
  "CLAUDE_PID",
  "CLAUDE_PROJECT_DIR",
];

/**
 * Says how to start Claude Code so that it asks before it acts.
 *
 * The person's own login, settings and rules stay where they are and apply.
 *
 * @param options Where and with what.
 * @returns What to start. Nothing is set, so no credential is copied.
 *
 * @example Usage
 * ```ts
 * import { launch } from "./launch.ts";
 * import assert from "node:assert/strict";
 *
 * const { argv } = launch({ project: "/src/shop", prompt: "-v, please" });
 * assert.deepEqual(argv, [
 *   "claude",
 *   "--permission-mode",
 *   "default",
 *   "--",
 *   "-v, please",
 * ]);
 * ```
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
