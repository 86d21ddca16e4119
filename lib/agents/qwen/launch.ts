import type { Launch, LaunchOptions } from "../agent.ts";
import { inheritedVariables } from "../inherited_variables.ts";

/**
 * Says how to start Qwen Code so that it asks before it acts.
 *
 * The person's own login, settings and rules stay where they are and apply.
 *
 * @param options Where and with what.
 * @returns What to start. No credential is copied: with a configuration folder
 * of its own, Qwen asks for a login once.
 *
 * @example Usage
 * ```ts
 * import { launch } from "./launch.ts";
 * import assert from "node:assert/strict";
 *
 * const { argv } = launch({ project: "/src/shop", prompt: "-v, please" });
 * assert.deepEqual(argv, [
 *   "qwen",
 *   "--approval-mode=default",
 *   "--prompt-interactive=-v, please",
 * ]);
 * ```
 */
export function launch(options: LaunchOptions): Launch {
  const argv = ["qwen", "--approval-mode=default"];
  if (options.resume !== undefined) argv.push(`--resume=${options.resume}`);
  else if (options.resumeLatest) argv.push("--continue");
  else if (options.session !== undefined) {
    argv.push(`--session-id=${options.session}`);
  }
  argv.push(...options.arguments ?? []);
  // With an equals sign, a prompt that begins with a dash stays a prompt.
  if (options.prompt !== undefined) {
    argv.push(`--prompt-interactive=${options.prompt}`);
  }
  return {
    argv,
    environment: options.isolate === undefined
      ? {}
      : { QWEN_HOME: options.isolate },
    unset: inheritedVariables,
  };
}
