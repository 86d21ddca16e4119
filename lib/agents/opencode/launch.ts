import type { Launch, LaunchOptions } from "../agent.ts";
import { inheritedVariables } from "../inherited_variables.ts";

/**
 * What OpenCode is to ask for besides what it asks by itself, which is little:
 * commands, changes of files, the network, and the tools of MCP servers, in
 * whose names an underscore parts the server from the tool. They are patterns
 * that a person would not write, so that none replaces a rule of a person's.
 */
const askedFor: readonly string[] = ["bash**", "edit**", "web**", "**_**"];

const each = (value: unknown) =>
  JSON.stringify(Object.fromEntries(askedFor.map((tool) => [tool, value])));

/**
 * Rules that ask and come before all of the person's own, so that those win:
 * of several rules that fit, OpenCode takes the last.
 *
 * What `OPENCODE_PERMISSION` holds is put behind the person's rules, save where
 * a rule of that name is there already, whose place it takes. The older
 * `tools` setting, which can allow or deny but not ask, becomes rules that are
 * put in front. The two together give rules that ask and stand in front.
 */
const rules: Readonly<Record<string, string>> = {
  OPENCODE_CONFIG_CONTENT: `{"tools":${each(true)}}`,
  OPENCODE_PERMISSION: each("ask"),
};

/**
 * Says how to start OpenCode so that it asks before it acts.
 *
 * The person's own login and settings stay where they are and apply, and what
 * they allow or deny stays so: what they allow is done without asking, and orch
 * never sees it. Only what they say nothing about is asked for. Variables of
 * the same names that a person has set do not apply. Its conversations have no ids that
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
      ...rules,
      ...options.isolate === undefined
        ? {}
        : { XDG_CONFIG_HOME: options.isolate },
    },
    unset: inheritedVariables,
  };
}
