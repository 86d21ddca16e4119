import type { Scenario } from "../lab/scenario.ts";
import { ask } from "../lab/scenes.ts";
import { trackerCommand } from "../lab/tracker.ts";
import { codexClient } from "./client.ts";
import { asks, edits, patch } from "./scenes.ts";

/** What takes a start of its own. */
export const startScenarios: readonly Scenario[] = [
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
