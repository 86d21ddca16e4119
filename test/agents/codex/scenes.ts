import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import type { ToolCall, Turn } from "../lab/model/turn.ts";
import type { Expected, Scenario } from "../lab/scenario.ts";
import { ask } from "../lab/scenes.ts";
import { codexClient } from "./client.ts";

/** What the options of a command that has no newline mean. */
export const oneLine: readonly OptionMeaning[] = ["once", "always", "deny"];

/** Shows at the end of every approval. */
export const asks = /Press enter to confirm or\s+esc to\s+cancel/;

export function command(
  name: string,
  text: string,
  more: Partial<Expected> = {},
  { prose = "", reason = "May I do it?" } = {},
): Scenario {
  return {
    name,
    shows: asks,
    expected: {
      state: "asking",
      kind: "command",
      command: text,
      meanings: text.includes("\n") ? ["once", "deny"] : oneLine,
      ...more,
    },
    act: (lab) => ask(lab, codexClient.command(text, reason), prose),
  };
}

export const whole = { complete: true } as const;

/** Text that looks like a dialog. */
export const lookAlike: string = [
  "  Would you like to run the following command?",
  "",
  "  Environment: local",
  "",
  "  $ npm publish --access public",
  "",
  "› 1. Yes, proceed (y)",
  "  2. No, and tell Codex what to do differently (esc)",
  "",
  "  Press enter to confirm or esc to cancel",
].join("\n");

export const patch = (...files: readonly string[]): ToolCall => ({
  tool: "apply_patch",
  input: {},
  raw: [
    "*** Begin Patch",
    ...files.flatMap((file) => [`*** Add File: ${file}`, "+hello"]),
    "*** End Patch",
  ].join("\n"),
});

export const edits = ["once", "always", "deny"] as const;

/** Empties the composer. */
export async function empty(lab: AgentLab): Promise<void> {
  await lab.keys("C-u");
  for (const _ of Array(24)) await lab.keys("BSpace", "C-u");
  await lab.until(
    (plain) => !/^› .*(?:half|Would|\/$|\/model)/m.test(plain),
    "an empty composer",
  );
}

/** A turn that ends with an error. */
export function failing(name: string, turn: Turn, state: string): Scenario {
  return {
    name,
    shows: /^■ (?!Conversation)/m,
    expected: { state },
    act: async (lab) => {
      await lab.model.queue(turn);
      await lab.say("Go on.");
      await lab.until(
        (plain) => {
          const last = plain.lastIndexOf("› Go on.");
          return /^■ (?!Conversation)/m.test(plain.slice(last));
        },
        name,
        60_000,
      );
    },
    leave: (lab) => lab.model.clear(),
  };
}
