import type { Launch, LaunchOptions } from "../agent.ts";
import { inheritedVariables } from "../inherited_variables.ts";

/**
 * What OpenCode is to ask for besides what it asks by itself, which is little.
 * The variable outweighs all settings: rules of the person's own for these
 * tools do not apply, so that none is run unasked.
 */
const askedFor: Readonly<Record<string, string>> = {
  bash: "ask",
  edit: "ask",
  webfetch: "ask",
};

/**
 * Says how to start OpenCode so that it asks before it acts.
 *
 * The person's own login and settings stay where they are and apply; only what
 * it asks for is said by its environment. Its conversations have no ids that
 * could be given at the start.
 *
 * @param options Where and with what.
 * @returns What to start. No credential is copied.
 *
 * @example Usage
 * ```ts
 * import { launch } from "./launch.ts";
 * import assert from "node:assert/strict";
 *
 * const { argv } = launch({ project: "/src/shop", prompt: "-v, please" });
 * assert.deepEqual(argv, ["opencode", "--prompt=-v, please"]);
 * ```
 */
export function launch(options: LaunchOptions): Launch {
  const argv = ["opencode"];
  if (options.resume !== undefined) argv.push("--session", options.resume);
  else if (options.resumeLatest) argv.push("--continue");
  argv.push(...options.arguments ?? []);
  // Apart, a text that begins with a dash would be taken for an option.
  if (options.prompt !== undefined) argv.push(`--prompt=${options.prompt}`);
  return {
    argv,
    environment: {
      OPENCODE_PERMISSION: JSON.stringify(askedFor),
      ...options.isolate === undefined
        ? {}
        : { XDG_CONFIG_HOME: options.isolate },
    },
    unset: inheritedVariables,
  };
}
