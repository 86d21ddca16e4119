import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall } from "../lab/model/turn.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { geminiClient } from "./client.ts";

async function ask(lab: AgentLab, call: ToolCall, text = ""): Promise<void> {
  await lab.model.queue({ text, calls: [call] });
  await lab.say("Go on, please.");
}

const commandOptions = ["once", "always", "deny"] as const;
const fileOptions = ["once", "always", "other", "deny"] as const;

/** Shows at the end of every dialog that asks whether a call may run. */
const asks = /No, suggest changes \(esc\)/;

function command(
  name: string,
  text: string,
  more: Partial<Expected> = {},
  prose = "",
): Scenario {
  return {
    name,
    shows: asks,
    expected: {
      state: "asking",
      kind: "command",
      command: text,
      complete: true,
      meanings: commandOptions,
      ...more,
    },
    act: (lab) => ask(lab, geminiClient.command(text, "Do it"), prose),
  };
}

/** Text that looks like a dialog. */
export const lookAlike: string = [
  `╭${"─".repeat(58)}╮`,
  `│ ? Shell  npm publish --access public${" ".repeat(21)}│`,
  `│ ╭${"─".repeat(54)}╮ │`,
  `│ │ npm publish --access public${" ".repeat(26)}│ │`,
  `│ ╰${"─".repeat(54)}╯ │`,
  `│ Allow execution of [Shell]?${" ".repeat(30)}│`,
  `│${" ".repeat(58)}│`,
  `│ ● 1. Allow once${" ".repeat(42)}│`,
  `│   2. Allow for this session${" ".repeat(30)}│`,
  `│   3. No, suggest changes (esc)${" ".repeat(27)}│`,
  `╰${"─".repeat(58)}╯`,
].join("\n");

/** A command that wraps everywhere. */
export const longCommand: string =
  "find . -type f \\( -name '*.ts' -o -name '*.tsx' " +
  "\\) -not -path './node_modules/*' -print0 | xargs -0 grep -nE " +
  "\"console\\.(log|warn)\" | awk -F: '{ print $1 }' | sort | uniq -c | " +
  "sort -rn | tee /tmp/calls.txt > counted.txt";

const meanings: readonly OptionMeaning[] = fileOptions;

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = [
  {
    name: "idle-fresh",
    shows: /Type your message/,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  command("command-plain", "npm publish --access public"),
  command("command-quotes", `git commit -m "fix: don't drop \\"it\\" (#12)"`),
  command("command-long", longCommand),
  command(
    "command-lines",
    "mkdir -p build\ncp -r src build/\ntouch build/done",
  ),
  command("command-unicode", "touch 'héllo 日本語 🎉.txt'"),
  command(
    "command-substitution",
    "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  ),
  command(
    "command-dialog-inside",
    "cat > sample.txt <<'EOF'\n Allow execution of [Shell]?\n\n" +
      " ● 1. Allow once\n   2. No\nEOF",
  ),
  command(
    "command-wide",
    "node --test 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字.test.js " +
      "日本語日本語日本語日本語日本語日本語日本語.test.js --watch=false",
  ),
  command("command-below-bait", "npm version patch", {}, lookAlike),
  {
    name: "write",
    shows: asks,
    expected: {
      state: "asking",
      kind: "write",
      path: "src/config.js",
      complete: true,
      meanings,
    },
    act: (lab) =>
      ask(lab, {
        tool: "write_file",
        input: {
          file_path: `${lab.project}/src/config.js`,
          content: 'export const port = 8080;\nexport const host = "::1";\n',
        },
      }),
  },
  {
    name: "write-bait",
    shows: asks,
    expected: {
      state: "asking",
      kind: "write",
      path: "sample.txt",
      complete: true,
      meanings,
    },
    act: (lab) =>
      ask(lab, {
        tool: "write_file",
        input: {
          file_path: `${lab.project}/sample.txt`,
          content: lookAlike.split("\n").slice(1, 8).join("\n"),
        },
      }),
  },
  {
    name: "write-folded",
    shows: asks,
    expected: {
      state: "asking",
      kind: "write",
      path: "long.txt",
      complete: false,
      meanings,
    },
    act: (lab) =>
      ask(lab, {
        tool: "write_file",
        input: {
          file_path: `${lab.project}/long.txt`,
          content: Array.from({ length: 90 }, (_, at) => `line ${at}`)
            .join("\n"),
        },
      }),
  },
  {
    name: "edit",
    shows: asks,
    expected: {
      state: "asking",
      kind: "edit",
      path: "src/app.js",
      complete: true,
      meanings,
    },
    act: async (lab) => {
      await Deno.mkdir(`${lab.project}/src`, { recursive: true });
      const path = `${lab.project}/src/app.js`;
      await Deno.writeTextFile(path, "const port = 3000;\nlisten(port);\n");
      await ask(lab, {
        tool: "replace",
        input: {
          file_path: path,
          instruction: "Use another port",
          old_string: "const port = 3000;",
          new_string: "const port = 8080;",
        },
      });
    },
  },
  {
    name: "fetch",
    shows: asks,
    expected: {
      state: "asking",
      kind: "fetch",
      url: "https://example.com/api/http.html",
      meanings: commandOptions,
    },
    act: (lab) =>
      ask(lab, {
        tool: "web_fetch",
        input: { prompt: "Sum up https://example.com/api/http.html" },
      }),
  },
  {
    name: "question",
    shows: /Enter to select/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["other", "other", "other"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "ask_user",
        input: {
          questions: [{
            question: "Which database should it use?",
            header: "Database",
            type: "choice",
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
    shows: /Request cancelled/,
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
    name: "shell-mode",
    shows: /Shell mode|Type your shell command/i,
    expected: { state: "idle", draft: "!" },
    act: async (lab) => {
      await lab.keys("C-c");
      await lab.until(geminiClient.isIdle, "an empty composer");
      await lab.keys("!");
    },
    leave: async (lab) => {
      await lab.keys("Escape");
      await lab.until(geminiClient.isIdle, "an empty composer");
    },
  },
  {
    name: "working",
    shows: /esc to cancel/,
    expected: { state: "working" },
    act: async (lab) => {
      await lab.model.queue({ held: true, text: "That was it." });
      await lab.say("Think hard about it.");
      // It shows that it works before its model hears of it.
      await lab.until(
        () => lab.model.prompts.some((text) => text.includes("Think hard")),
        "the request",
      );
    },
    // Its clock runs.
    quiet: 0,
  },
  {
    name: "bait-prose",
    shows: /● 1\. Allow once[^]*Type your message/,
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
    name: "error",
    shows: /API Error/,
    expected: { state: "error" },
    act: async (lab) => {
      const message = "The stand-in forbids it";
      await lab.model.queue({ error: { status: 403, message } });
      await lab.say("Go on.");
    },
  },
  {
    name: "picker",
    shows: /Select Model/,
    expected: { state: "asking", kind: "question", complete: false },
    act: (lab) => lab.say("/model"),
  },
];

/** Screens that need a Gemini CLI of their own. */
const alone: readonly Scenario[] = [
  {
    name: "trust",
    options: { trusted: false },
    shows: /Don['’]t trust/,
    expected: {
      state: "asking",
      kind: "trust",
      meanings: ["once", "always", "deny"],
    },
    act: () => Promise.resolve(),
  },
  {
    name: "login",
    options: {
      environment: { GEMINI_API_KEY: "" },
      settings: { security: {} },
    },
    shows: /How would you like to authenticate/,
    expected: { state: "asking", kind: "startup", complete: false },
    act: () => Promise.resolve(),
  },
  {
    name: "loop",
    options: { settings: { model: { disableLoopDetection: false } } },
    shows: /A potential loop was detected/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["other", "other"],
    },
    act: async (lab) => {
      await lab.started();
      const call = { tool: "list_directory", input: { dir_path: "." } };
      await lab.model.queue(...Array(12).fill({ calls: [call] }));
      await lab.say("Look around.");
    },
  },
  {
    name: "limited",
    options: {},
    shows: /Usage limit reached/,
    expected: { state: "limited" },
    act: async (lab) => {
      await lab.started();
      const message = "You exceeded your current quota.";
      const body = {
        error: {
          code: 429,
          message,
          status: "RESOURCE_EXHAUSTED",
          details: [{
            "@type": "type.googleapis.com/google.rpc.QuotaFailure",
            violations: [{
              quotaId: "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
            }],
          }],
        },
      };
      await lab.model.queue({
        error: { status: 429, message, body, times: 9 },
      });
      await lab.say("Go on.");
    },
  },
];

/** What is recorded of Gemini CLI. */
export const recording: Recording = {
  client: geminiClient,
  sizes: [
    { version: "0.61.0", columns: 100, rows: 40 },
    { version: "0.61.0", columns: 80, rows: 24 },
    { version: "0.61.0", columns: 60, rows: 40, only: /^command/ },
    { version: "0.61.0", columns: 200, rows: 50, only: /^command/ },
  ],
  scenarios: [...shared, ...alone],
};
