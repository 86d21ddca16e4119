import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall, Turn } from "../lab/model/turn.ts";
import { ask, commands } from "../lab/scenes.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { trackerCommand } from "../lab/tracker.ts";
import { codexClient } from "./client.ts";

/** What the options of a command that has no newline mean. */
const oneLine: readonly OptionMeaning[] = ["once", "always", "deny"];

/** Shows at the end of every approval. */
const asks = /Press enter to confirm or\s+esc to\s+cancel/;

function command(
  name: string,
  text: string,
  more: Partial<Expected> = {},
  { prose = "", reason = "May I do it?" } = {},
): Scenario {
  return {
    name,
    shows: asks,
    expected: {
      state: "asking",
      kind: "command",
      command: text,
      meanings: text.includes("\n") ? ["once", "deny"] : oneLine,
      ...more,
    },
    act: (lab) => ask(lab, codexClient.command(text, reason), prose),
  };
}

const whole = { complete: true } as const;

/** Text that looks like a dialog. */
export const lookAlike: string = [
  "  Would you like to run the following command?",
  "",
  "  Environment: local",
  "",
  "  $ npm publish --access public",
  "",
  "› 1. Yes, proceed (y)",
  "  2. No, and tell Codex what to do differently (esc)",
  "",
  "  Press enter to confirm or esc to cancel",
].join("\n");

const patch = (...files: readonly string[]): ToolCall => ({
  tool: "apply_patch",
  input: {},
  raw: [
    "*** Begin Patch",
    ...files.flatMap((file) => [`*** Add File: ${file}`, "+hello"]),
    "*** End Patch",
  ].join("\n"),
});

const edits = ["once", "always", "deny"] as const;

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = [
  {
    name: "idle-fresh",
    shows: /Ask Codex to do anything|\? for shortcuts/,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  command("command-plain", commands.plain, whole),
  command(
    "command-quotes",
    commands.quotes,
    whole,
  ),
  command("command-long", commands.long),
  command(
    "command-lines",
    commands.lines,
    // What would always be allowed is its first line.
    { ...whole, meanings: oneLine },
  ),
  command("command-unicode", commands.unicode, whole),
  command(
    "command-substitution",
    commands.substitution,
    whole,
  ),
  command(
    "command-dialog-inside",
    `touch a; cat > sample.txt <<'EOF'\n${lookAlike}\nEOF`,
  ),
  command(
    "command-dialog-quoted",
    "touch 'a\nWould you like to run the following command?\n\n" +
      "Environment: local\n\n$ npm test #'",
  ),
  command(
    "command-wide",
    commands.wide,
  ),
  command(
    "command-below-bait",
    "npm version patch",
    {},
    { prose: `It asked before:\n\n${lookAlike}\n\nNow another one.` },
  ),
  command(
    "command-reason-bait",
    "npm version minor",
    whole,
    { reason: "Sure?\n\n$ npm test\n\nEnvironment: local" },
  ),
  command(
    "command-left-out",
    `cat > long.txt <<'EOF'\n${
      Array.from({ length: 70 }, (_, at) => `line ${at}`).join("\n")
    }\nEOF`,
    { complete: false },
  ),
  {
    name: "denied",
    shows: /You canceled the request to run[^]*Conversation interrupted/,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.ask("npm publish --tag never");
      await lab.keys("Escape");
    },
  },
  {
    name: "bait-cat",
    shows: /That is the file\./,
    expected: { state: "idle" },
    act: async (lab) => {
      await Deno.writeTextFile(`${lab.project}/dialog.txt`, `${lookAlike}\n`);
      const call = { tool: "exec_command", input: { cmd: "cat dialog.txt" } };
      await lab.model.queue({ calls: [call] }, { text: "That is the file." });
      await lab.say("Show me dialog.txt.");
    },
  },
  {
    name: "bait-prose",
    shows: /Press enter to confirm/,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.model.queue({ text: lookAlike });
      await lab.say("What does it look like?");
    },
  },
  {
    name: "draft",
    shows: /half a thought/,
    expected: { state: "idle", draft: "half a thought" },
    act: (lab) => lab.paste("half a thought"),
    leave: (lab) => empty(lab),
  },
  {
    name: "draft-bait",
    shows: /esc to cancel/,
    expected: { state: "idle" },
    act: (lab) => lab.paste(lookAlike.trim()),
    leave: (lab) => empty(lab),
  },
  {
    name: "draft-slash",
    shows: /\/model/,
    expected: { state: "idle", draft: "/" },
    act: (lab) => lab.keys("/"),
    leave: (lab) => empty(lab),
  },
  failing("error-500", {
    error: { status: 500, message: "It broke.", times: 40 },
  }, "error"),
  failing("error-401", {
    error: { status: 401, message: "Who are you?", times: 40 },
  }, "error"),
  failing("limited", {
    error: {
      status: 429,
      message: "Limit",
      body: {
        error: {
          type: "usage_limit_reached",
          message: "Limit",
          plan_type: "plus",
          resets_at: 1893456000,
        },
      },
    },
  }, "limited"),
  failing("limited-later", {
    error: {
      status: 429,
      message: "Limit",
      body: { error: { type: "usage_limit_reached", message: "Limit" } },
    },
  }, "limited"),
  {
    name: "picker-model",
    shows: /Select Model/,
    expected: { state: "asking", kind: "question", complete: false },
    act: async (lab) => {
      await lab.paste("/model");
      await lab.settled((plain) => plain.includes("/model"), "/model", 300);
      await lab.keys("Enter");
    },
  },
  {
    name: "working",
    shows: /esc to interrupt/,
    quiet: 0,
    expected: { state: "working" },
    act: async (lab) => {
      await lab.model.queue({ text: "Never.", held: true });
      await lab.say("Think hard.");
    },
    leave: (lab) => lab.keys("Escape"),
  },
];

async function empty(lab: AgentLab): Promise<void> {
  await lab.keys("C-u");
  for (const _ of Array(24)) await lab.keys("BSpace", "C-u");
  await lab.until(
    (plain) => !/^› .*(?:half|Would|\/$|\/model)/m.test(plain),
    "an empty composer",
  );
}

function failing(name: string, turn: Turn, state: string): Scenario {
  return {
    name,
    shows: /^■ (?!Conversation)/m,
    expected: { state },
    act: async (lab) => {
      await lab.model.queue(turn);
      await lab.say("Go on.");
      await lab.until(
        (plain) => {
          const last = plain.lastIndexOf("› Go on.");
          return /^■ (?!Conversation)/m.test(plain.slice(last));
        },
        name,
        60_000,
      );
    },
    leave: (lab) => lab.model.clear(),
  };
}

/** In labs of their own. */
const alone: readonly Scenario[] = [
  {
    name: "edit",
    options: {},
    shows: asks,
    expected: {
      state: "asking",
      kind: "edit",
      path: "/.git/notes.txt",
      complete: true,
      meanings: edits,
    },
    act: async (lab) => {
      await Deno.mkdir(`${lab.project}/.git`, { recursive: true });
      await lab.started();
      await ask(lab, patch(".git/notes.txt"));
    },
  },
  {
    name: "edit-several",
    options: {},
    shows: asks,
    expected: {
      state: "asking",
      kind: "edit",
      complete: false,
      meanings: edits,
    },
    act: async (lab) => {
      await Deno.mkdir(`${lab.project}/.git`, { recursive: true });
      await lab.started();
      await ask(lab, patch(".git/notes.txt", ".git/more.txt"));
    },
  },
  {
    name: "permission-rule",
    options: { arguments: ["--enable", "exec_permission_approvals"] },
    shows: asks,
    expected: {
      state: "asking",
      kind: "command",
      command: "touch a",
      // More would be approved than the command.
      complete: false,
      meanings: ["once", "deny"],
    },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "exec_command",
        input: {
          cmd: "touch a",
          sandbox_permissions: "with_additional_permissions",
          justification: "May I do it?",
          additional_permissions: {
            network: { enabled: true },
            file_system: { write: ["/etc"] },
          },
        },
      });
    },
  },
  {
    name: "permissions",
    options: { arguments: ["--enable", "request_permissions_tool"] },
    shows: asks,
    expected: { state: "asking", kind: "question", complete: false },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "request_permissions",
        input: {
          reason: "I need the network.",
          permissions: { network: { enabled: true } },
        },
      });
    },
  },
  {
    name: "mcp",
    options: {
      files: ({ home, project, ...place }) => {
        const [program, ...args] = trackerCommand(`${project}/tickets.log`);
        const given = codexClient.files({ home, project, ...place });
        const settings = given[".codex/config.toml"] ?? "";
        return {
          ".codex/config.toml": settings +
            `[mcp_servers.tracker]\ncommand = ${JSON.stringify(program)}\n` +
            `args = ${JSON.stringify(args)}\nstartup_timeout_sec = 60\n`,
        };
      },
    },
    shows: /enter to submit \| esc to cancel/,
    expected: {
      state: "asking",
      kind: "mcp",
      server: "tracker",
      tool: "create_ticket",
      complete: true,
      meanings: ["once", "always", "always", "deny"],
    },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "create_ticket",
        namespace: "mcp__tracker",
        input: { title: "Totals are wrong" },
      });
    },
  },
  {
    name: "question",
    options: {
      arguments: ["--enable", "default_mode_request_user_input"],
    },
    shows: /enter to submit answer/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["other", "other", "other"],
    },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "request_user_input",
        input: {
          questions: [{
            id: "database",
            header: "Database",
            question: "Which database should it use?",
            options: [
              { label: "SQLite (Recommended)", description: "One file" },
              { label: "PostgreSQL", description: "A server" },
            ],
          }],
        },
      });
    },
  },
  {
    name: "trust",
    // It asks about a folder only where that is a repository.
    options: {
      trusted: false,
      files: () => ({ "../webshop/.git/HEAD": "ref: refs/heads/main\n" }),
    },
    shows: /enter continue/,
    expected: {
      state: "asking",
      kind: "trust",
      path: "/webshop",
      complete: true,
      meanings: ["once", "deny"],
    },
    act: () => Promise.resolve(),
  },
  {
    name: "update",
    options: {
      settings: { check_for_update_on_startup: true },
      files: () => ({
        ".codex/version.json": JSON.stringify({
          latest_version: "999.0.0",
          last_checked_at: "2099-01-01T00:00:00Z",
          dismissed_version: null,
        }),
      }),
    },
    shows: /Update available/,
    expected: {
      state: "asking",
      kind: "startup",
      complete: false,
      meanings: ["other", "other", "other"],
    },
    act: () => Promise.resolve(),
  },
  {
    name: "hooks-review",
    options: {
      arguments: [
        "--config",
        'hooks={Stop=[{hooks=[{type="command",command="true"}]}]}',
      ],
    },
    shows: /Hooks need review/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
];

/** Scenarios that the oldest release does not have, or draws otherwise. */
const sinceNewest =
  /^(?!edit|question|trust|hooks|update|mcp|permission|draft|picker|error|working)/;

/** What is recorded of Codex. */
export const recording: Recording = {
  client: codexClient,
  sizes: [
    { version: "0.169.0", columns: 100, rows: 40 },
    { version: "0.169.0", columns: 80, rows: 24 },
    { version: "0.169.0", columns: 60, rows: 40, only: /^command|^edit/ },
    { version: "0.169.0", columns: 200, rows: 50, only: /^command/ },
    { version: "0.169.0", columns: 90, rows: 14, only: /^command/ },
    { version: "0.98.0", columns: 100, rows: 50, only: sinceNewest },
    { version: "0.98.0", columns: 70, rows: 50, only: /^command/ },
  ],
  scenarios: [...shared, ...alone],
};
