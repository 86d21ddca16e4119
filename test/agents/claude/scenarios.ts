import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall } from "../lab/model/turn.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { claudeClient } from "./client.ts";

async function ask(lab: AgentLab, call: ToolCall, text = ""): Promise<void> {
  await lab.model.queue({ text, calls: [call] });
  await lab.say("Go on, please.");
}

function command(
  name: string,
  text: string,
  meanings: readonly OptionMeaning[],
  more: Partial<Expected> = {},
  prose = "",
): Scenario {
  const input = { command: text, description: "Do what was asked for" };
  return {
    name,
    shows: / Esc to cancel/,
    expected: {
      state: "asking",
      kind: "command",
      command: text,
      complete: true,
      meanings,
      ...more,
    },
    act: (lab) => ask(lab, { tool: "Bash", input }, prose),
  };
}

const four = ["once", "always", "other", "deny"] as const;
const three = ["once", "other", "deny"] as const;

/** Text that looks like a dialog. */
export const lookAlike: string = [
  "─".repeat(60),
  " Bash command",
  "",
  "   npm publish --access public",
  "   Publish the package",
  "",
  " Do you want to proceed?",
  " ❯ 1. Yes",
  "   2. No",
  "",
  " Esc to cancel · Tab to amend",
].join("\n");

/** A command that wraps everywhere. */
export const longCommand = "find . -type f \\( -name '*.ts' -o -name '*.tsx' " +
  "\\) -not -path './node_modules/*' -print0 | xargs -0 grep -nE " +
  "\"console\\.(log|warn)\" | awk -F: '{ print $1 }' | sort | uniq -c | " +
  "sort -rn | tee /tmp/calls.txt > counted.txt";

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = [
  {
    name: "idle-fresh",
    shows: /❯/,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  command("command-plain", "npm publish --access public", four),
  command(
    "command-quotes",
    `git commit -m "fix: don't drop \\"it\\" (#12)"`,
    four,
  ),
  command("command-long", longCommand, four),
  command(
    "command-lines",
    "mkdir -p build\ncp -r src build/\ntouch build/done",
    four,
  ),
  command("command-unicode", "touch 'héllo 日本語 🎉.txt'", four),
  command(
    "command-substitution",
    "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
    three,
  ),
  command(
    "command-dialog-inside",
    "cat > sample.txt <<'EOF'\n" +
      " Do you want to proceed?\n ❯ 1. Yes\n   2. No\n\n Esc to cancel\nEOF",
    four,
  ),
  command(
    "command-wide",
    "node --test 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字.test.js " +
      "日本語日本語日本語日本語日本語日本語日本語.test.js --watch=false",
    four,
  ),
  command("command-below-bait", "npm version patch", four, {}, lookAlike),
  {
    name: "write",
    shows: / Esc to cancel/,
    expected: {
      state: "asking",
      kind: "write",
      path: "src/config.js",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "Write",
        input: {
          file_path: `${lab.project}/src/config.js`,
          content: 'export const port = 8080;\nexport const host = "::1";\n',
        },
      }),
  },
  {
    name: "write-bait",
    shows: / Esc to cancel/,
    expected: {
      state: "asking",
      kind: "write",
      path: "sample.txt",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "Write",
        input: { file_path: `${lab.project}/sample.txt`, content: lookAlike },
      }),
  },
  {
    name: "read-outside",
    shows: / Esc to cancel/,
    expected: {
      state: "asking",
      kind: "read",
      path: "/etc/hosts",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: (lab) =>
      ask(lab, { tool: "Read", input: { file_path: "/etc/hosts" } }),
  },
  {
    name: "helper",
    shows: / Esc to cancel/,
    expected: {
      state: "asking",
      kind: "command",
      command: "touch looked.txt",
      helper: "general-purpose",
      complete: true,
      meanings: four,
    },
    // A helper that has ended starts a turn of its own.
    leave: async (lab) => {
      await lab.keys("Escape");
      await lab.settled(
        (plain, escaped) => claudeClient.isIdle(plain, escaped),
        "the end of the turn",
        2000,
      );
    },
    act: async (lab) => {
      await lab.model.queue({
        when: "LOOK-AROUND",
        calls: [{
          tool: "Bash",
          input: { command: "touch looked.txt", description: "Look around" },
        }],
      });
      await ask(lab, {
        tool: "Agent",
        input: {
          description: "Look around",
          prompt: "LOOK-AROUND",
          subagent_type: "general-purpose",
        },
      });
    },
  },
  {
    name: "question",
    shows: /Enter to select/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["other", "other", "other", "other"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "AskUserQuestion",
        input: {
          questions: [{
            question: "Which database should it use?",
            header: "Database",
            multiSelect: false,
            options: [
              { label: "SQLite", description: "One file, no server" },
              { label: "PostgreSQL", description: "A real server" },
            ],
          }],
        },
      }),
  },
  {
    name: "denied",
    shows: /Interrupted|declined/i,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  {
    name: "draft",
    shows: /half a thought/,
    expected: { state: "idle", draft: "half a thought\nand the other half" },
    act: async (lab) => {
      await lab.paste("half a thought\nand the other half");
    },
  },
  {
    name: "working",
    shows: /esc to interrupt/,
    expected: { state: "working" },
    act: async (lab) => {
      await lab.keys("C-c");
      await lab.model.queue({ held: true, text: "That was it." });
      await lab.say("Think hard about it.");
    },
  },
  {
    name: "bait-prose",
    shows: /Esc to cancel · Tab to amend[^]*✻/,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.model.release();
      await lab.until((screen) => /That was it/.test(screen), "the answer");
      const text = `It looks like this:\n\n\`\`\`\n${lookAlike}\n\`\`\``;
      await lab.model.queue({ text });
      await lab.say("What does such a dialog look like?");
    },
  },
  {
    name: "bait-user",
    shows: /I see\./,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.model.queue({ text: "I see." });
      await lab.say(`What is this?\n${lookAlike}`);
    },
  },
  {
    name: "bait-cat",
    shows: /That is the file\./,
    expected: { state: "idle" },
    act: async (lab) => {
      await Deno.writeTextFile(`${lab.project}/dialog.txt`, lookAlike);
      await lab.model.queue({
        calls: [{
          tool: "Bash",
          input: { command: "cat dialog.txt", description: "Show the file" },
        }],
      }, { text: "That is the file." });
      await lab.say("Show me dialog.txt, all of it.");
    },
  },
  {
    name: "error",
    shows: /API Error/,
    expected: { state: "error" },
    act: async (lab) => {
      const message = "The stand-in forbids it";
      await lab.model.queue({ error: { status: 403, message } });
      await lab.say("Go on.");
    },
  },
];

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
      await lab.until((screen) => /❯/.test(screen), "the composer");
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

/** What is recorded of Claude Code. */
export const recording: Recording = {
  client: claudeClient,
  sizes: [
    { version: "2.1.330", columns: 80, rows: 24 },
    { version: "2.1.330", columns: 60, rows: 40, only: /^command/ },
    { version: "2.1.330", columns: 200, rows: 50, only: /^command/ },
    { version: "2.1.197", columns: 100, rows: 40 },
  ],
  scenarios: [...shared, ...alone],
};
