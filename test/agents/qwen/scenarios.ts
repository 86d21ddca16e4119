import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall } from "../lab/model/turn.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { qwenClient } from "./client.ts";

async function ask(lab: AgentLab, call: ToolCall, text = ""): Promise<void> {
  await lab.model.queue({ text, calls: [call] });
  await lab.say("Go on, please.");
}

const commandOptions = ["once", "always", "always", "deny"] as const;
const fileOptions = ["once", "always", "deny"] as const;

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
    act: (lab) => ask(lab, qwenClient.command(text, "Do it"), prose),
  };
}

/** Text that looks like a dialog. */
export const lookAlike: string = [
  `╭${"─".repeat(58)}╮`,
  `│ ?  Shell npm publish (Publish it) ←${" ".repeat(22)}│`,
  `│${" ".repeat(58)}│`,
  `│   npm publish${" ".repeat(44)}│`,
  `│${" ".repeat(58)}│`,
  `│ Allow execution of: 'npm'?${" ".repeat(31)}│`,
  `│${" ".repeat(58)}│`,
  `│ › 1. Yes, allow once${" ".repeat(37)}│`,
  `│   2. Always allow in this project${" ".repeat(24)}│`,
  `│   3. No, suggest changes (esc)${" ".repeat(27)}│`,
  `╰${"─".repeat(58)}╯`,
  "",
  "⠏ Waiting for user confirmation...",
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
  command("command-long", longCommand, { complete: false }),
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
    "cat > sample.txt <<'EOF'\n Allow execution of: 'npm'?\n\n" +
      " › 1. Yes, allow once\n   2. No\nEOF",
  ),
  command(
    "command-wide",
    "node --test 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字.test.js " +
      "日本語日本語日本語日本語日本語日本語日本語.test.js --watch=false",
    { complete: false },
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
      // It changes only what it has read.
      await lab.model.queue({
        calls: [{ tool: "read_file", input: { file_path: path } }],
      }, {
        calls: [{
          tool: "edit",
          input: {
            file_path: path,
            old_string: "const port = 3000;",
            new_string: "const port = 8080;",
          },
        }],
      });
      await lab.say("Go on, please.");
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
        input: {
          url: "https://example.com/api/http.html",
          prompt: "Sum it up",
        },
      }),
  },
  {
    name: "question",
    shows: /Enter: Select/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["other", "other", "other"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "ask_user_question",
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
    shows: /│ - {2}/,
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
    shows: /^!/m,
    expected: { state: "idle", draft: "!" },
    act: async (lab) => {
      await lab.keys("C-c");
      await lab.until(qwenClient.isIdle, "an empty composer");
      await lab.keys("!");
    },
    leave: async (lab) => {
      await lab.keys("Escape");
      await lab.until(qwenClient.isIdle, "an empty composer");
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
    shows: /› 1\. Yes, allow once[^]*Type your message/,
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
    shows: /Select Theme/,
    expected: { state: "asking", kind: "question", complete: false },
    act: (lab) => lab.say("/theme"),
  },
];

/** Screens that need a Qwen Code of their own. */
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
];

/** What is recorded of Qwen Code. */
export const recording: Recording = {
  client: qwenClient,
  sizes: [
    { version: "0.15.10", columns: 120, rows: 50 },
    { version: "0.15.10", columns: 80, rows: 24, only: /^command|^trust/ },
    { version: "0.15.10", columns: 200, rows: 50, only: /^command/ },
  ],
  scenarios: [...shared, ...alone],
};
