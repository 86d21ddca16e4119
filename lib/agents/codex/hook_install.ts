import type { HookInstallation, HookOptions } from "../agent.ts";
import { headersFile } from "../reporting/own_file.ts";
import { isSince } from "../version_order.ts";
import { hookHashes, hookSource } from "./hook_hashes.ts";

/** The first release whose hooks are known here. */
const firstWithHooks = "0.169.0";

/** How long a report may take, in seconds. Then Codex shows its dialog. */
const timeout = 10;

/**
 * Posts what Codex gives it; without curl, or without a monitor, it does
 * nothing. The words are always the same, so that what Codex is told to trust
 * is always the same: the environment says where to report to. The secret is
 * in a private file, so that no list of processes shows it, and goes to the
 * system's own curl, if there is one, before any that a project brings along.
 */
const posting = (output: string) =>
  `PATH="/usr/bin:/bin:$PATH" curl -q -s -f -m 5 --noproxy '*' ` +
  `-H @"$ORCH_HOOK_HEADERS" ` +
  `--data-binary @-${output} "$ORCH_HOOK_URL" 2>/dev/null || true`;

/** What other reports are answered would become a part of the prompt. */
const silent = " -o /dev/null";

/** A hook as Codex's settings have it. */
export interface CodexHook {
  /** The name under which Codex keeps whether it is trusted. */
  readonly name: string;
  /** What it runs. */
  readonly command: string;
  /** How long it may take, in seconds. */
  readonly timeout: number;
}

/** The hooks, by the event that makes Codex run them. */
export const codexHooks: Readonly<Record<string, CodexHook>> = {
  PermissionRequest: {
    name: "permission_request",
    command: posting(""),
    timeout,
  },
  PostToolUse: { name: "post_tool_use", command: posting(silent), timeout },
  SessionStart: { name: "session_start", command: posting(silent), timeout },
  Stop: { name: "stop", command: posting(silent), timeout },
  UserPromptSubmit: {
    name: "user_prompt_submit",
    command: posting(silent),
    timeout,
  },
};

/** A text as TOML has it; the escapes of JSON are among those of TOML. */
const toml = (text: string) => JSON.stringify(text);

/** The setting that adds the hooks, and says that these very ones are trusted. */
function setting(): string {
  const hooks = Object.entries(codexHooks).map(([event, hook]) =>
    `${event}=[{hooks=[{type="command",command=${toml(hook.command)},` +
    `timeout=${hook.timeout}}]}]`
  );
  const trusted = Object.values(codexHooks).map(({ name }) =>
    `${toml(`${hookSource}:${name}:0:0`)}=` +
    `{trusted_hash=${toml(hookHashes[name]!)}}`
  );
  return `hooks={${[...hooks, `state={${trusted.join(",")}}`].join(",")}}`;
}

/**
 * Keeps a call from asking for more than its command, such as the network,
 * which a report would not tell of. Codex itself leaves this off.
 */
const onlyCommands = "features.exec_permission_approvals=false";

/**
 * Says what makes Codex report: hooks given by flag. The person's settings and
 * hooks stay as they are.
 *
 * Codex runs a hook only once its hash is trusted; the flag trusts orch's own
 * hooks by theirs, for this start alone, and no others.
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
 *   version: "0.169.0",
 *   address: { url: "http://127.0.0.1:4711/dev", secret: "b3f1" },
 * });
 * assert.equal(installation?.arguments[0], "--config");
 * assert.ok(!installation?.arguments.join().includes("b3f1"));
 * ```
 */
export function install(options: HookOptions): HookInstallation | undefined {
  const { address, version } = options;
  if (version === undefined || !isSince(version, firstWithHooks)) {
    return undefined;
  }
  const headers = headersFile(options);
  return {
    arguments: ["--config", setting(), "--config", onlyCommands],
    environment: {
      ORCH_HOOK_HEADERS: headers.path,
      ORCH_HOOK_URL: address.url,
    },
    files: [headers],
  };
}
