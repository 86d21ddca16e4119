import type { Agent, Launch, LaunchOptions } from "../agent.ts";
import { keyFor } from "./key_for.ts";
import { hooks } from "./hooks.ts";
import { outcome } from "./outcome.ts";
import { read } from "./read.ts";
import { recordedCalls, recordFileOf } from "./record.ts";

/** What the player may do: run what was approved, and keep its record. */
const permissions = [
  "--no-prompt",
  "--quiet",
  "--allow-run=bash",
  "--allow-read",
  "--allow-write",
  "--allow-env=HOME,PATH",
];

/** What it may do besides where it reports through hooks. */
const hookPermission = "--allow-net=127.0.0.1";

/** The package for npm holds the same files as JavaScript. */
const extension = import.meta.url.endsWith(".js") ? ".js" : ".ts";

/**
 * The agent that ships with orch: it plays a script in a real pane, asks before
 * it acts as other agents do, and needs no account.
 *
 * @example Usage
 * ```ts
 * import { rehearsal } from "./rehearsal.ts";
 * import assert from "node:assert/strict";
 *
 * const { argv } = rehearsal.launch({
 *   project: "/srv/shop",
 *   arguments: ["--script", "/srv/week.json"],
 * });
 * assert.deepEqual(argv.slice(-4), [
 *   "--project",
 *   "/srv/shop",
 *   "--script",
 *   "/srv/week.json",
 * ]);
 * ```
 */
export const rehearsal: Agent = {
  kind: "rehearsal",
  label: "Rehearsal",
  versions: [],
  program: "orch",
  programs: ["deno", "orch"],
  guard: 0,
  keyFor,
  versionIn: () => undefined,
  read,
  outcome,
  launch,
  hooks,
  records: {
    file: ({ home }, session) => recordFileOf(home, session),
    calls: recordedCalls,
  },
};

function launch(options: LaunchOptions): Launch {
  const program = Deno.build.standalone
    ? [Deno.execPath(), "rehearse", "--"]
    : [
      Deno.execPath(),
      "run",
      ...permissions,
      ...options.arguments?.includes("--hook") ? [hookPermission] : [],
      "--no-config",
      new URL(`./main${extension}`, import.meta.url).href,
    ];
  return {
    argv: [
      ...program,
      "--project",
      options.project,
      ...options.resume !== undefined
        ? ["--resume", options.resume]
        : options.session !== undefined
        ? ["--session", options.session]
        : [],
      ...options.prompt === undefined ? [] : ["--prompt", options.prompt],
      ...options.arguments ?? [],
    ],
    environment: {},
    unset: [],
  };
}
