import { dirname } from "node:path";
import type { LabOptions } from "../lab/agent_lab.ts";
import { ask } from "../lab/scenes.ts";
import type { Scenario } from "../lab/scenario.ts";
import { trackerCommand } from "../lab/tracker.ts";
import { claudeClient } from "./client.ts";

/** What every permission dialog ends with, in any release. */
export const asks = / Esc to cancel|\(esc\)/;

/** Screens that need a Claude of their own. */
const alone: readonly Scenario[] = [
  {
    name: "trust",
    options: { trusted: false },
    shows: /Enter to confirm/,
    expected: { state: "asking", kind: "trust", path: "/webshop" },
    act: () => Promise.resolve(),
  },
  {
    name: "bypass",
    options: {
      argv: ["--dangerously-skip-permissions"],
      environment: { IS_SANDBOX: "1" },
    },
    shows: /Enter to confirm/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "limited",
    // A made-up login: usage limits are for subscribers.
    options: {
      environment: {
        ANTHROPIC_AUTH_TOKEN: "",
        CLAUDE_CODE_OAUTH_TOKEN: "dummy",
      },
    },
    shows: /hit your .*limit/,
    expected: { state: "limited" },
    act: async (lab) => {
      await lab.started();
      const reset = String(Math.ceil(Date.now() / 1000) + 7200);
      const claim = "anthropic-ratelimit-unified";
      await lab.model.queue({
        error: {
          status: 429,
          message: "This request would exceed your account's rate limit.",
          times: 3,
          headers: {
            [`${claim}-status`]: "rejected",
            [`${claim}-reset`]: reset,
            [`${claim}-representative-claim`]: "five_hour",
            "x-should-retry": "false",
          },
        },
      });
      await lab.say("Go on.");
    },
  },
];

/** Starts Claude Code with files in the project that it asks about. */
function withFiles(files: Readonly<Record<string, string>>): LabOptions {
  return {
    starter: async (lab) => {
      for (const [name, text] of Object.entries(files)) {
        const path = `${lab.project}/${name}`;
        await Deno.mkdir(dirname(path), { recursive: true });
        await Deno.writeTextFile(path, text);
      }
      return ["claude", ...claudeClient.arguments(lab.place)];
    },
  };
}

/** A server of the project's own, which Claude Code may start. */
const tracker = { command: "true", args: [] };

/** Screens that Claude Code begins with. */
const beginnings: readonly Scenario[] = [
  {
    name: "project-server",
    options: withFiles({
      ".mcp.json": JSON.stringify({ mcpServers: { tracker } }),
    }),
    shows: /New MCP server found/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "project-servers",
    options: withFiles({
      ".mcp.json": JSON.stringify({ mcpServers: { tracker, shop: tracker } }),
    }),
    shows: /new MCP servers found/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "settings-broken",
    options: withFiles({ ".claude/settings.json": '{"hooks": no' }),
    shows: /Settings Error|Invalid/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "theme",
    options: { files: () => ({ ".claude.json": "{}" }) },
    shows: /Choose the text style/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "own-key",
    options: {
      environment: {
        ANTHROPIC_AUTH_TOKEN: "",
        ANTHROPIC_API_KEY: "not-a-key-not-a-key-not-a-key",
      },
    },
    shows: /Detected a custom API key/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "mcp",
    options: {
      starter: (lab) => {
        const [command, ...args] = trackerCommand(`${lab.folder}/tickets`);
        const servers = { mcpServers: { tracker: { command, args } } };
        return Promise.resolve([
          "claude",
          ...claudeClient.arguments(lab.place),
          ...["--mcp-config", JSON.stringify(servers)],
        ]);
      },
    },
    shows: asks,
    expected: {
      state: "asking",
      kind: "mcp",
      server: "tracker",
      complete: true,
    },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "mcp__tracker__create_ticket",
        input: { title: "Totals are wrong" },
      });
    },
  },
  {
    name: "plan",
    options: { argv: ["--permission-mode", "plan"] },
    shows: /Would you like to|Exit plan mode\?/,
    expected: { state: "asking", kind: "plan", complete: false },
    act: async (lab) => {
      await lab.started();
      await ask(lab, {
        tool: "ExitPlanMode",
        input: { plan: "# Plan\n\n1. Write it\n2. Test it\n" },
      });
    },
  },
];

/** What takes a start of its own. */
export const startScenarios: readonly Scenario[] = [...alone, ...beginnings];
