import type { Launch, LaunchOptions } from "../agent.ts";
import { inheritedVariables } from "../inherited_variables.ts";

/**
 * Settings that make Codex ask before it leaves its sandbox, and keep it to
 * its pane: by default it starts a server that would stay behind.
 */
const settings: readonly string[] = [
  "--config",
  'approval_policy="on-request"',
  "--config",
  'sandbox_mode="workspace-write"',
  "--config",
  "features.daemon_auto_start=false",
];

/**
 * Says how to start Codex so that it asks before it acts.
 *
 * The person's own login, settings and rules stay where they are and apply.
 *
 * @param options Where and with what.
 * @returns What to start. No credential is copied: with a configuration folder
 * of its own, Codex asks for a login once.
 *
 * @example Usage
 * ```ts
 * import { launch } from "./launch.ts";
 * import assert from "node:assert/strict";
 *
 * const { argv } = launch({ project: "/src/shop", resume: "0f3c" });
 * assert.deepEqual(argv.slice(0, 3), ["codex", "resume", "0f3c"]);
 * ```
 */
export function launch(options: LaunchOptions): Launch {
  const argv = ["codex"];
  if (options.resume !== undefined) argv.push("resume", options.resume);
  else if (options.resumeLatest) argv.push("resume", "--last");
  argv.push(...settings, ...options.arguments ?? []);
  // Options that take several values would swallow the prompt.
  if (options.prompt !== undefined) argv.push("--", options.prompt);
  return {
    argv,
    environment: options.isolate === undefined
      ? {}
      : { CODEX_HOME: options.isolate },
    unset: inheritedVariables,
  };
}
