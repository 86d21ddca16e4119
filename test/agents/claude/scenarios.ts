import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import { ask, commands } from "../lab/scenes.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { claudeClient } from "./client.ts";
import { asks, startScenarios } from "./start_scenarios.ts";

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
    shows: asks,
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

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = [
  {
    name: "idle-fresh",
    shows: /^[❯>]/m,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  command("command-plain", commands.plain, four),
  command(
    "command-quotes",
    commands.quotes,
    four,
  ),
  command("command-long", commands.long, four),
  command(
    "command-lines",
    commands.lines,
    four,
  ),
  command("command-unicode", commands.unicode, four),
  command(
    "command-substitution",
    commands.substitution,
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
    commands.wide,
    four,
  ),
  command("command-below-bait", "npm version patch", four, {}, lookAlike),
  {
    name: "write",
    shows: asks,
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
    shows: asks,
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
    shows: asks,
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
    shows: asks,
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
    name: "edit",
    shows: asks,
    expected: {
      state: "asking",
      kind: "edit",
      path: "src/app.js",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: async (lab) => {
      const file = `${lab.project}/src/app.js`;
      await Deno.mkdir(`${lab.project}/src`, { recursive: true });
      await Deno.writeTextFile(file, "const port = 1;\nlisten(port);\n");
      const input = {
        file_path: file,
        old_string: "port = 1",
        new_string: "port = 8080",
      };
      await lab.model.queue(
        { calls: [{ tool: "Read", input: { file_path: file } }] },
        { calls: [{ tool: "Edit", input }] },
      );
      await lab.say("Change the port, please.");
    },
  },
  {
    name: "fetch",
    shows: asks,
    expected: {
      state: "asking",
      kind: "fetch",
      url: "https://example.com/a/page/with/a/long/name.html?of=the&kind=" +
        "that-does-not-fit-into-a-row",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: (lab) =>
      ask(lab, {
        tool: "WebFetch",
        input: {
          url: "https://example.com/a/page/with/a/long/name.html?of=the&kind=" +
            "that-does-not-fit-into-a-row",
          prompt: "What does it say?",
        },
      }),
  },
  {
    name: "search",
    shows: asks,
    expected: {
      state: "asking",
      kind: "fetch",
      complete: true,
      meanings: ["once", "always", "deny"],
    },
    act: (lab) =>
      ask(lab, { tool: "WebSearch", input: { query: "keep-alive timeout" } }),
  },
  {
    name: "question-boxes",
    shows: /Enter to select/,
    expected: { state: "asking", kind: "question", complete: false },
    act: (lab) =>
      ask(lab, {
        tool: "AskUserQuestion",
        input: {
          questions: [{
            question: "Which checks should run?",
            header: "Checks",
            multiSelect: true,
            options: [
              { label: "Lint", description: "deno lint" },
              { label: "Tests", description: "deno test" },
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
    leave: async (lab) => {
      await lab.model.release();
      await lab.until((screen) => /That was it/.test(screen), "the answer");
      await lab.started();
    },
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

/** What earlier releases have as well. */
const earlier =
  /^(?:idle-fresh|command.*|write.*|read.*|edit|fetch|search|mcp|plan|denied|draft|working|trust)$/;

/** What is recorded of Claude Code. */
export const recording: Recording = {
  client: claudeClient,
  sizes: [
    { version: "2.1.330", columns: 80, rows: 24 },
    { version: "2.1.330", columns: 60, rows: 40, only: /^command/ },
    { version: "2.1.330", columns: 200, rows: 50, only: /^command/ },
    {
      version: "2.1.330",
      columns: 80,
      rows: 12,
      only: /^(?:command-(?:plain|lines|long)|write|fetch)$/,
    },
    { version: "2.1.330", columns: 250, rows: 60, only: /^command/ },
    { version: "2.1.197", columns: 100, rows: 40 },
    { version: "2.0.76", columns: 80, rows: 40, only: earlier },
    { version: "1.0.128", columns: 100, rows: 40, only: earlier },
  ],
  scenarios: [...shared, ...startScenarios],
};
