import type { Recording, Scenario } from "../lab/scenario.ts";
import { found } from "../lab/scenes.ts";
import { geminiClient } from "./client.ts";
import { familyScenarios } from "./family_scenarios.ts";

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

/** In the order in which one conversation goes through them. */
const shared: readonly Scenario[] = familyScenarios({
  client: geminiClient,
  lookAlike,
  inCommand: " Allow execution of [Shell]?\n\n ● 1. Allow once",
  cut: [],
  commandOptions: ["once", "always", "deny"],
  fileOptions: ["once", "always", "other", "deny"],
  edit: (path) => [{
    calls: [{
      tool: "replace",
      input: {
        file_path: path,
        instruction: "Use another port",
        old_string: "const port = 3000;",
        new_string: "const port = 8080;",
      },
    }],
  }],
  fetch: {
    tool: "web_fetch",
    input: { prompt: "Sum up https://example.com/api/http.html" },
  },
  question: (options) => ({
    tool: "ask_user",
    input: {
      questions: [{
        question: "Which database should it use?",
        header: "Database",
        type: "choice",
        options,
      }],
    },
  }),
  shows: {
    question: /Enter to select/,
    denied: /Request cancelled/,
    shellMode: /Shell mode|Type your shell command/i,
    prose: /● 1\. Allow once[^]*Type your message/,
    picker: /Select Model/,
  },
  picker: "/model",
});

/** Screens that need a Gemini CLI of their own. */
const alone: readonly Scenario[] = [
  found(
    "login",
    /How would you like to authenticate/,
    { state: "asking", kind: "startup", complete: false },
    {
      environment: { GEMINI_API_KEY: "" },
      settings: { security: {} },
    },
  ),
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
