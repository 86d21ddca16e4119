import type { HookInstallation, HookOptions } from "../agent.ts";
import { headersFile, ownJsonFile } from "../reporting/own_file.ts";
import { postingCommand } from "../reporting/posting_command.ts";
import { isSince } from "../version_order.ts";

/** Reports that every release with hooks knows how to make. */
const events: readonly string[] = [
  "PermissionRequest",
  "PostToolUse",
  "PostToolUseFailure",
  "SessionStart",
  "Stop",
  "UserPromptSubmit",
];

/**
 * The first release whose hooks are known here. An event that a release does
 * not know makes it stop at its start, so older ones get none.
 */
const firstWithHooks = "2.0.76";

/** The first release that posts a report itself instead of running a program. */
const firstThatPosts = "2.1.63";

/** The first release that reports a turn that an error has ended. */
const firstWithFailures = "2.1.197";

/** Events for which no release posts; their programs' output is a prompt. */
const runOnly = new Set(["SessionStart"]);

/** How long a report may take, in seconds. Then the dialog stays as it is. */
const timeout = 5;

/**
 * Says what makes Claude Code report: a plugin of orch's own, given by flag.
 * The person's settings, hooks and a `--settings` of their own stay as they
 * are; of two `--settings` Claude Code would read only the last.
 *
 * Reports are posted by Claude Code itself, with the secret as a bearer token.
 * Releases that cannot, and environments with a proxy, which Claude Code would
 * send even what is for loopback through, run `curl` instead, which reads the
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
 *   version: "2.1.330",
 *   address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
 * });
 * assert.deepEqual(installation?.arguments, [
 *   "--plugin-dir",
 *   "/home/ann/.local/state/orch/agents/dev/plugin",
 * ]);
 * ```
 */
export function install(options: HookOptions): HookInstallation | undefined {
  const { address, folder, version } = options;
  if (version === undefined || !isSince(version, firstWithHooks)) {
    return undefined;
  }
  const posts = isSince(version, firstThatPosts) && !options.proxied;
  const plugin = `${folder}/plugin`;
  const headers = headersFile(options);
  const hook = (event: string) =>
    posts && !runOnly.has(event)
      ? {
        type: "http",
        url: address.url,
        headers: { Authorization: `Bearer ${address.secret}` },
        timeout,
      }
      : {
        type: "command",
        command: postingCommand({
          url: address.url,
          headers: headers.path,
          timeout,
          answered: event === "PermissionRequest",
        }),
        timeout,
      };
  const reported = isSince(version, firstWithFailures)
    ? [...events, "StopFailure"]
    : events;
  const hooks = Object.fromEntries(
    reported.map((event) => [event, [{ hooks: [hook(event)] }]]),
  );
  return {
    arguments: ["--plugin-dir", plugin],
    environment: {},
    files: [
      ownJsonFile(`${plugin}/.claude-plugin/plugin.json`, {
        name: "orch",
        version: "1.0.0",
        description: "Tells orch what Claude Code asks for",
      }),
      ownJsonFile(`${plugin}/hooks/hooks.json`, { hooks }),
      headers,
    ],
  };
}
