import { familyScenarios } from "../gemini/family_scenarios.ts";
import type { Recording } from "../lab/scenario.ts";
import { qwenClient } from "./client.ts";

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

const scenarios = familyScenarios({
  client: qwenClient,
  lookAlike,
  inCommand: " Allow execution of: 'npm'?\n\n › 1. Yes, allow once",
  cut: ["long", "wide"],
  commandOptions: ["once", "always", "always", "deny"],
  fileOptions: ["once", "always", "deny"],
  // It changes only what it has read.
  edit: (path) => [
    { calls: [{ tool: "read_file", input: { file_path: path } }] },
    {
      calls: [{
        tool: "edit",
        input: {
          file_path: path,
          old_string: "const port = 3000;",
          new_string: "const port = 8080;",
        },
      }],
    },
  ],
  fetch: {
    tool: "web_fetch",
    input: {
      url: "https://example.com/api/http.html",
      prompt: "Sum it up",
    },
  },
  question: (options) => ({
    tool: "ask_user_question",
    input: {
      questions: [{
        question: "Which database should it use?",
        header: "Database",
        multiSelect: false,
        options,
      }],
    },
  }),
  shows: {
    question: /Enter: Select/,
    denied: /│ - {2}/,
    shellMode: /^!/m,
    prose: /› 1\. Yes, allow once[^]*Type your message/,
    picker: /Select Theme/,
  },
  picker: "/theme",
});

/** What is recorded of Qwen Code. */
export const recording: Recording = {
  client: qwenClient,
  sizes: [
    { version: "0.15.10", columns: 120, rows: 50 },
    { version: "0.15.10", columns: 80, rows: 24, only: /^command|^trust/ },
    { version: "0.15.10", columns: 200, rows: 50, only: /^command/ },
  ],
  scenarios,
};
