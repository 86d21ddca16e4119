import type { HookFile, HookInstallation, HookOptions } from "../agent.ts";

/** What is reported. */
const events: readonly string[] = [
  "AfterAgent",
  "AfterTool",
  "BeforeAgent",
  "Notification",
  "SessionStart",
];

/** The first release whose hooks are known here. */
const firstWithHooks: readonly number[] = [0, 61, 0];

/** How long a report may take, in seconds. */
const timeout = 5;

/** Names the agent that a running Gemini CLI is. */
const variable = "ORCH_REPORTS_AS";

/** A word for a POSIX shell. */
const word = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A file of orch's own. */
function own(path: string, text: string): HookFile {
  return { path, add: () => text, remove: () => undefined };
}

function isSince(version: string, first: readonly number[]): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const at = first.findIndex((part, index) => part !== parts[index]);
  return at < 0 || (parts[at] ?? 0) > first[at]!;
}

/**
 * A program that posts what it is given, and nothing where another agent or a
 * person's own Gemini CLI runs it; without curl it does nothing.
 */
function posting(options: HookOptions, headers: string): string {
  const words = [
    // The system's own, whatever the agent puts into `PATH`.
    "command -p curl",
    "--silent",
    "--fail",
    "--noproxy",
    word("*"),
    "--max-time",
    String(timeout),
    "--header",
    word(`@${headers}`),
    "--data-binary",
    "@-",
    // Any text would be shown to the person, and some of it obeyed.
    "--output",
    "/dev/null",
    word(options.address.url),
  ];
  return `[ "$${variable}" != ${word(options.name)} ] || ` +
    `${words.join(" ")} 2>/dev/null || true`;
}

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
  const { address, folder, home, isolate, name, version } = options;
  if (version === undefined || !isSince(version, firstWithHooks)) {
    return undefined;
  }
  const extension = `orch-${name.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
  const place = `${isolate ?? home}/.gemini/extensions/${extension}`;
  const headers = `${folder}/headers`;
  const hook = {
    type: "command",
    name: "orch",
    command: posting(options, headers),
    timeout: (timeout + 1) * 1000,
  };
  const hooks = Object.fromEntries(
    events.map((event) => [event, [{ hooks: [hook] }]]),
  );
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    arguments: [],
    environment: { [variable]: name },
    files: [
      own(
        `${place}/gemini-extension.json`,
        json({
          name: extension,
          version: "1.0.0",
          description: "Tells orch what Gemini CLI asks for",
        }),
      ),
      own(`${place}/hooks/hooks.json`, json({ hooks })),
      own(
        headers,
        `Authorization: Bearer ${address.secret}\n` +
          "Content-Type: application/json\n",
      ),
    ],
  };
}
