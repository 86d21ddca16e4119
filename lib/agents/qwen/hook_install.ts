import type { HookInstallation, HookOptions } from "../agent.ts";
import { headersFile, ownJsonFile } from "../reporting/own_file.ts";
import { postingCommand } from "../reporting/posting_command.ts";
import { isSince } from "../version_order.ts";

/** What is reported. */
const events: readonly string[] = [
  "PermissionRequest",
  "PostToolUse",
  "PostToolUseFailure",
  "SessionStart",
  "Stop",
  "UserPromptSubmit",
];

/** The first release whose hooks are known here. */
const firstWithHooks = "0.15.10";

/** How long a report may take, in seconds. Then the dialog comes. */
const timeout = 5;

/**
 * Says what makes Qwen Code report: a settings file of orch's own, given as
 * the machine's defaults by a variable. The person's and the project's
 * settings and hooks stay as they are and are added to it; defaults that an
 * administrator has put on the machine do not reach this agent.
 *
 * Reports are posted by Qwen Code itself, with the secret as a bearer token.
 * Where requests are sent through a proxy, `curl` posts them, which reads the
 * secret from a private file, so that no list of processes shows it.
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
 *   version: "0.15.10",
 *   address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
 * });
 * assert.deepEqual(installation?.environment, {
 *   QWEN_CODE_SYSTEM_DEFAULTS_PATH:
 *     "/home/ann/.local/state/orch/agents/dev/qwen-defaults.json",
 * });
 * ```
 */
export function install(options: HookOptions): HookInstallation | undefined {
  const { address, folder, proxied, version } = options;
  if (version === undefined || !isSince(version, firstWithHooks)) {
    return undefined;
  }
  const defaults = `${folder}/qwen-defaults.json`;
  const headers = headersFile(options);
  const hook = (event: string) =>
    !proxied
      ? {
        type: "http",
        name: "orch",
        url: address.url,
        headers: { Authorization: `Bearer ${address.secret}` },
        timeout,
      }
      : {
        type: "command",
        name: "orch",
        command: postingCommand({
          url: address.url,
          headers: headers.path,
          timeout,
          answered: event === "PermissionRequest",
        }),
        // Of programs it counts milliseconds.
        timeout: (timeout + 1) * 1000,
      };
  const hooks = Object.fromEntries(
    events.map((event) => [event, [{ hooks: [hook(event)] }]]),
  );
  return {
    arguments: [],
    environment: { QWEN_CODE_SYSTEM_DEFAULTS_PATH: defaults },
    files: [
      ownJsonFile(defaults, { hooks }),
      headers,
    ],
  };
}
