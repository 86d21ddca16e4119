import type { HookInstallation, HookOptions } from "../agent.ts";
import { headersFile, ownJsonFile } from "../reporting/own_file.ts";
import { postingCommand, shellWord } from "../reporting/posting_command.ts";
import { isSince } from "../version_order.ts";

/** What is reported. */
const events: readonly string[] = [
  "AfterAgent",
  "AfterTool",
  "BeforeAgent",
  "Notification",
  "SessionStart",
];

/** The first release whose hooks are known here. */
const firstWithHooks = "0.61.0";

/** How long a report may take, in seconds. */
const timeout = 5;

/** Names the agent that a running Gemini CLI is. */
const variable = "ORCH_REPORTS_AS";

/**
 * Runs a command only in the Gemini CLI that is this agent: all of a person's
 * have the hooks.
 */
const onlyAs = (name: string, command: string) =>
  `[ "$${variable}" != ${shellWord(name)} ] || ${command}`;

/**
 * Says what makes Gemini CLI report: an extension of orch's own in its
 * configuration. The person's settings and hooks stay as they are.
 *
 * All of a person's Gemini CLIs load the extension; its hooks do something
 * only in the one that was started as this agent. The secret is in a private
 * file, so that no list of processes shows it.
 *
 * @param options The agent and where to report to.
 * @returns What to start it with; `undefined` when the version has no hooks or
 * is not known.
 *
 * @example Usage
 * ```ts
 * import { install } from "./hook_install.ts";
 * import assert from "node:assert/strict";
 *
 * const installation = install({
 *   name: "dev",
 *   home: "/home/ann",
 *   project: "/src/shop",
 *   folder: "/home/ann/.local/state/orch/agents/dev",
 *   version: "0.61.0",
 *   address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
 * });
 * assert.deepEqual(installation?.environment, { ORCH_REPORTS_AS: "dev" });
 * ```
 */
export function install(options: HookOptions): HookInstallation | undefined {
  const { address, home, isolate, name, version } = options;
  if (version === undefined || !isSince(version, firstWithHooks)) {
    return undefined;
  }
  const extension = `orch-${name.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
  const place = `${isolate ?? home}/.gemini/extensions/${extension}`;
  const headers = headersFile(options);
  const posting = postingCommand({
    url: address.url,
    headers: headers.path,
    timeout,
    // Any text would be shown to the person, and some of it obeyed.
    answered: false,
  });
  const hook = {
    type: "command",
    name: "orch",
    command: onlyAs(name, posting),
    timeout: (timeout + 1) * 1000,
  };
  const hooks = {
    ...Object.fromEntries(events.map((event) => [event, [{ hooks: [hook] }]])),
    // Where a command would run; nothing else tells that.
    BeforeTool: [{ matcher: "run_shell_command", hooks: [hook] }],
  };
  return {
    arguments: [],
    environment: { [variable]: name },
    files: [
      ownJsonFile(`${place}/gemini-extension.json`, {
        name: extension,
        version: "1.0.0",
        description: "Tells orch what Gemini CLI asks for",
      }),
      ownJsonFile(`${place}/hooks/hooks.json`, { hooks }),
      headers,
    ],
  };
}
