import type { Recording, Scenario } from "../lab/scenario.ts";
import { commands } from "../lab/scenes.ts";
import { codexClient } from "./client.ts";
import {
  command,
  empty,
  failing,
  lookAlike,
  oneLine,
  whole,
} from "./scenes.ts";
import { startScenarios } from "./start_scenarios.ts";

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
  scenarios: [...shared, ...startScenarios],
};
