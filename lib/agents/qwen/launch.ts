import type { Launch, LaunchOptions } from "../agent.ts";
import { launchClient } from "../gemini_family/launch.ts";

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
  return launchClient(
    { program: "qwen", latest: "--continue", folder: "QWEN_HOME" },
    options,
  );
}
