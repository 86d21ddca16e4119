/**
 * What is on the screens of every kind of agent, as scenarios.
 *
 * @module
 */
import type { AgentLab, LabOptions } from "./agent_lab.ts";
import type { ToolCall } from "./model/turn.ts";
import type { Expected, Scenario } from "./scenario.ts";

/** A command that wraps everywhere. */
export const longCommand: string =
  "find . -type f \\( -name '*.ts' -o -name '*.tsx' " +
  "\\) -not -path './node_modules/*' -print0 | xargs -0 grep -nE " +
  "\"console\\.(log|warn)\" | awk -F: '{ print $1 }' | sort | uniq -c | " +
  "sort -rn | tee /tmp/calls.txt > counted.txt";

/** Commands that every kind is asked for, by their scenarios' names. */
export const commands = {
  plain: "npm publish --access public",
  quotes: `git commit -m "fix: don't drop \\"it\\" (#12)"`,
  long: longCommand,
  lines: "mkdir -p build\ncp -r src build/\ntouch build/done",
  unicode: "touch 'héllo 日本語 🎉.txt'",
  substitution: "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  wide:
    "node --test 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字.test.js " +
    "日本語日本語日本語日本語日本語日本語日本語.test.js --watch=false",
} as const;

/** A file that a model writes. */
export const written =
  'export const port = 8080;\nexport const host = "::1";\n';

/** What the options of a question are, for any kind's tool that asks one. */
export const databases = [
  { label: "SQLite", description: "One file, no server" },
  { label: "PostgreSQL", description: "A real server" },
] as const;

/**
 * Lets the model call a tool.
 *
 * @param lab Where.
 * @param call The call.
 * @param text What the model says before it.
 */
export async function ask(
  lab: AgentLab,
  call: ToolCall,
  text = "",
): Promise<void> {
  await lab.model.queue({ text, calls: [call] });
  await lab.say("Go on, please.");
}

/**
 * A screen that asks about a call.
 *
 * @param name The scenario's name.
 * @param shows Says that the screen is there.
 * @param expected What it must be read as, besides asking.
 * @param callOf The call, or how to make it once all that it needs is there.
 */
export function asking(
  name: string,
  shows: RegExp,
  expected: Omit<Expected, "state">,
  callOf: ToolCall | ((lab: AgentLab) => ToolCall),
): Scenario {
  return {
    name,
    shows,
    expected: { state: "asking", ...expected },
    act: (lab) => ask(lab, typeof callOf === "function" ? callOf(lab) : callOf),
  };
}

/**
 * A screen that is there without anything being done.
 *
 * @param name The scenario's name.
 * @param shows Says that the screen is there.
 * @param expected What it must be read as.
 * @param options The lab of its own that it needs, if it does.
 */
export function found(
  name: string,
  shows: RegExp,
  expected: Expected,
  options?: LabOptions,
): Scenario {
  return {
    name,
    shows,
    expected,
    ...options && { options },
    act: () => Promise.resolve(),
  };
}

/** A person has begun to write two lines. */
export const draft: Scenario = {
  name: "draft",
  shows: /half a thought/,
  expected: { state: "idle", draft: "half a thought\nand the other half" },
  act: (lab) => lab.paste("half a thought\nand the other half"),
};

/**
 * A person has quoted what looks like a dialog.
 *
 * @param lookAlike What looks like one.
 */
export function baitUser(lookAlike: string): Scenario {
  return {
    name: "bait-user",
    shows: /I see\./,
    expected: { state: "idle" },
    act: async (lab) => {
      await lab.model.queue({ text: "I see." });
      await lab.say(`What is this?\n${lookAlike}`);
    },
  };
}

/**
 * Lets the model say what looks like a dialog.
 *
 * @param lab Where.
 * @param lookAlike What looks like one.
 */
export async function sayLookAlike(
  lab: AgentLab,
  lookAlike: string,
): Promise<void> {
  await lab.model.queue({
    text: `It looks like this:\n\n\`\`\`\n${lookAlike}\n\`\`\``,
  });
  await lab.say("What does such a dialog look like?");
}

/** The model's server forbids the turn. */
export const error: Scenario = {
  name: "error",
  shows: /API Error/,
  expected: { state: "error" },
  act: async (lab) => {
    const message = "The stand-in forbids it";
    await lab.model.queue({ error: { status: 403, message } });
    await lab.say("Go on.");
  },
};
