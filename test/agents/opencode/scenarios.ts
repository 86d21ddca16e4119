import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall } from "../lab/model/turn.ts";
import { commands } from "../lab/scenes.ts";
import type { Expected, Recording, Scenario } from "../lab/scenario.ts";
import { opencodeClient } from "./client.ts";

async function ask(
  lab: AgentLab,
  calls: readonly ToolCall[],
  text = "",
): Promise<void> {
  await lab.model.clear();
  await lab.model.queue({ text, calls });
  await lab.say("Go on, please.");
}

const three = ["once", "always", "deny"] as const;
const buttons = /Allow once/;

function asks(
  name: string,
  call: ToolCall,
  expected: Partial<Expected>,
  prose = "",
): Scenario {
  return {
    name,
    shows: buttons,
    expected: { state: "asking", meanings: three, ...expected },
    act: (lab) => ask(lab, [call], prose),
  };
}

function command(
  name: string,
  text: string,
  more: Partial<Expected> = {},
  prose = "",
): Scenario {
  const input = { command: text, description: "Do what was asked for" };
  return asks(
    name,
    { tool: "bash", input },
    { kind: "command", command: text, complete: true, ...more },
    prose,
  );
}

/** Text that looks like a panel. */
export const lookAlike: string = [
  "  ┃",
  "  ┃  △ Permission required",
  "  ┃    # Shell command",
  "  ┃",
  "  ┃  $ npm publish --access public",
  "  ┃",
  "  ┃",
  "  ┃   Allow once   Allow always   Reject    ⇆ select  enter confirm",
  "  ┃",
].join("\n");

const longer = "cat > deploy.sh <<'EOF'\n#!/bin/bash\nset -eu\n" +
  'for h in a b; do\n  ssh "$h" \'x\'\n  echo "$h"\ndone\nEOF\n' +
  "chmod +x deploy.sh";

const questions = [{
  question: "Which database should the shop use?",
  header: "Database",
  options: [
    { label: "SQLite", description: "One file" },
    { label: "PostgreSQL", description: "A server" },
  ],
}, {
  question: "Which parts does it have?",
  header: "Parts",
  multiple: true,
  options: [
    { label: "Cart", description: "What people want" },
    { label: "Orders", description: "What people bought" },
  ],
}];

const escape = async (lab: AgentLab, times: number) => {
  for (let i = 0; i < times; i++) {
    await lab.keys("Escape");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await lab.settled(
    (plain, escaped) => lab.client.isIdle(plain, escaped),
    "the end of the turn",
  );
};

const other = (count: number): readonly OptionMeaning[] =>
  Array.from({ length: count }, () => "other" as const);

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = [
  {
    name: "idle-fresh",
    shows: /Ask anything/,
    expected: { state: "idle" },
    act: () => Promise.resolve(),
  },
  command("command-plain", commands.plain),
  command("command-quotes", commands.quotes),
  command("command-long", commands.long),
  command(
    "command-lines",
    commands.lines,
  ),
  command("command-unicode", commands.unicode),
  command("command-cut", longer, { complete: false }),
  command(
    "command-dialog-inside",
    "cat > sample.txt <<'EOF'\n  ┃  △ Permission required\nEOF",
    { complete: false },
  ),
  command("command-below-bait", "npm version patch", {}, lookAlike),
  asks("write", {
    tool: "write",
    input: {
      filePath: "src/config.js",
      content: 'export const port = 8080;\nexport const host = "::1";\n',
    },
  }, { kind: "edit", path: "src/config.js", complete: true }),
  asks("write-long", {
    tool: "write",
    input: {
      filePath: "src/long.js",
      content: Array.from(
        { length: 60 },
        (_, i) => `export const a${i} = ${i};\n`,
      )
        .join(""),
    },
  }, { kind: "edit", path: "src/long.js", complete: false }),
  asks("fetch", {
    tool: "webfetch",
    input: { url: "https://example.com/api/http.html", format: "markdown" },
  }, {
    kind: "fetch",
    url: "https://example.com/api/http.html",
    complete: true,
  }),
  {
    ...asks("outside", {
      tool: "read",
      input: { filePath: "/etc/hosts" },
    }, { kind: "trust", path: "/etc", complete: false }),
    // The call's spinner goes on above.
    quiet: 0,
  },
  {
    name: "always-page",
    shows: /Always allow/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["always", "other"],
    },
    act: async (lab) => {
      await ask(lab, [{
        tool: "bash",
        input: { command: "npm run lint", description: "Lint" },
      }]);
      await lab.settled((plain) => buttons.test(plain), "the panel", 200);
      await lab.keys("Right");
      await lab.settled((plain) => buttons.test(plain), "the panel", 200);
      await lab.keys("Enter");
    },
    leave: (lab) => escape(lab, 2),
  },
  {
    name: "helper",
    quiet: 0,
    shows: /\$ touch looked/,
    expected: {
      state: "asking",
      kind: "command",
      command: "touch looked",
      complete: true,
      meanings: three,
    },
    act: async (lab) => {
      await lab.model.clear();
      await lab.model.queue({
        calls: [{
          tool: "task",
          input: {
            description: "Look around",
            prompt: "LOOK-AROUND",
            subagent_type: "general",
          },
        }],
      }, {
        when: "LOOK-AROUND",
        calls: [{
          tool: "bash",
          input: { command: "touch looked", description: "Look" },
        }],
      });
      await lab.say("Send somebody, please.");
    },
    leave: async () => {},
  },
  {
    name: "reject-page",
    quiet: 0,
    shows: /Reject permission/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: ["deny", "other"],
    },
    act: (lab) => lab.keys("Escape"),
    leave: async (lab) => {
      await lab.keys("Enter");
      await lab.settled(
        (plain, escaped) => lab.client.isIdle(plain, escaped),
        "the end of the turn",
      );
    },
  },
  {
    name: "questions",
    shows: /esc dismiss/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: other(3),
    },
    act: (lab) => ask(lab, [{ tool: "question", input: { questions } }]),
    leave: async () => {},
  },
  {
    name: "questions-several",
    shows: /select all that apply/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: other(3),
    },
    act: (lab) => lab.keys("2"),
    leave: (lab) => escape(lab, 1),
  },
  {
    name: "question",
    shows: /esc dismiss/,
    expected: {
      state: "asking",
      kind: "question",
      complete: false,
      meanings: other(3),
    },
    act: (lab) =>
      ask(lab, [{ tool: "question", input: { questions: [questions[0]] } }]),
    leave: (lab) => escape(lab, 1),
  },
  {
    name: "menu",
    shows: /Search/,
    expected: { state: "asking", kind: "question", complete: false },
    act: (lab) => lab.keys("C-p"),
    leave: (lab) => escape(lab, 1),
  },
  {
    name: "menu-over-panel",
    shows: /Search/,
    expected: {
      state: "asking",
      complete: false,
      meanings: [],
    },
    act: async (lab) => {
      await ask(lab, [{
        tool: "bash",
        input: { command: "npm test", description: "Test" },
      }]);
      await lab.settled((plain) => buttons.test(plain), "the panel", 200);
      await lab.keys("C-p");
    },
    leave: (lab) => escape(lab, 2),
  },
  {
    name: "idle-bait",
    shows: /Permission required[^]*ctrl\+p commands/,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.model.clear();
      await lab.model.queue({ text: `\`\`\`\n${lookAlike}\n\`\`\`` });
      await lab.say("Show me the panel.");
    },
  },
  {
    name: "idle-draft",
    shows: /half a thought/,
    expected: { state: "idle", draft: "half a thought" },
    act: (lab) => lab.paste("half a thought"),
    leave: (lab) => lab.keys("C-u"),
  },
  {
    name: "working",
    quiet: 0,
    shows: /esc interrupt/,
    expected: { state: "working" },
    act: async (lab) => {
      await lab.model.clear();
      await lab.model.queue({ text: "At last.", held: true });
      await lab.say("Take your time.");
    },
    leave: async (lab) => {
      await escape(lab, 2);
      await lab.model.release();
    },
  },
  {
    name: "error",
    shows: /key is wrong/,
    expected: { state: "error" },
    act: async (lab) => {
      await lab.model.clear();
      await lab.model.queue({
        error: { status: 400, message: "The key is wrong.", times: 9 },
      });
      await lab.say("Try it.");
    },
  },
  {
    name: "retrying",
    shows: /retrying/,
    expected: { state: "error" },
    quiet: 0,
    act: async (lab) => {
      await lab.model.clear();
      await lab.model.queue({
        error: { status: 500, message: "The model is down.", times: 9 },
      });
      await lab.say("Try it again.");
    },
    leave: (lab) => escape(lab, 2),
  },
];

/** What is recorded of OpenCode. */
export const recording: Recording = {
  client: opencodeClient,
  sizes: [
    { version: "1.18.33", columns: 80, rows: 24 },
    ...[[120, 50], [140, 40], [60, 40], [220, 50]].map(([columns, rows]) => ({
      version: "1.18.33",
      columns: columns!,
      rows: rows!,
      only: /^(?:command-|write|fetch|outside|always|menu|idle-|question$)/,
    })),
    // Just high enough.
    {
      version: "1.18.33",
      columns: 100,
      rows: 12,
      only: /^(?:command-(?:plain|lines)|idle-fresh)$/,
    },
  ],
  scenarios: shared,
};
