import type { OptionMeaning } from "../../../lib/agents/mod.ts";
import type { Client } from "../lab/client.ts";
import type { ToolCall, Turn } from "../lab/model/turn.ts";
import {
  ask,
  asking,
  baitUser,
  commands,
  databases,
  draft,
  error,
  found,
  sayLookAlike,
  written,
} from "../lab/scenes.ts";
import type { Scenario } from "../lab/scenario.ts";

/** What is peculiar to one of the clients that share Gemini CLI's origin. */
export interface Peculiar {
  /** The client. */
  readonly client: Client;
  /** Text that looks like a dialog. */
  readonly lookAlike: string;
  /** The same for a command to hold. */
  readonly inCommand: string;
  /** Commands, by their scenarios' names, that are not shown whole. */
  readonly cut: readonly string[];
  /** What the options of a command mean. */
  readonly commandOptions: readonly OptionMeaning[];
  /** What the options of a file mean. */
  readonly fileOptions: readonly OptionMeaning[];
  /** The turns that change a file. */
  edit(path: string): readonly Turn[];
  /** The call that fetches an address. */
  readonly fetch: ToolCall;
  /** The call that asks a question; its choices are given. */
  question(options: typeof databases): ToolCall;
  /** What is on the screen in a few states. */
  readonly shows: {
    readonly question: RegExp;
    readonly denied: RegExp;
    readonly shellMode: RegExp;
    readonly prose: RegExp;
    readonly picker: RegExp;
  };
  /** The command of its own that opens a list to pick from. */
  readonly picker: string;
}

/** Shows at the end of every dialog that asks whether a call may run. */
const asks = /No, suggest changes \(esc\)/;

/**
 * The screens that the family shares, in the order in which one conversation
 * goes through them.
 *
 * @param peculiar What is peculiar to the client.
 */
export function familyScenarios(peculiar: Peculiar): readonly Scenario[] {
  const { client, lookAlike, shows } = peculiar;
  const file = (
    name: string,
    path: string,
    content: string,
    complete = true,
  ): Scenario =>
    asking(
      name,
      asks,
      { kind: "write", path, complete, meanings: peculiar.fileOptions },
      (lab) => ({
        tool: "write_file",
        input: { file_path: `${lab.project}/${path}`, content },
      }),
    );
  const command = (name: string, text: string, prose = ""): Scenario => ({
    name: `command-${name}`,
    shows: asks,
    expected: {
      state: "asking",
      kind: "command",
      command: text,
      complete: !peculiar.cut.includes(name),
      meanings: peculiar.commandOptions,
    },
    act: (lab) => ask(lab, client.command(text, "Do it"), prose),
  });
  return [
    found("idle-fresh", /Type your message/, { state: "idle" }),
    command("plain", commands.plain),
    command("quotes", commands.quotes),
    command("long", commands.long),
    command("lines", commands.lines),
    command("unicode", commands.unicode),
    command("substitution", commands.substitution),
    command(
      "dialog-inside",
      `cat > sample.txt <<'EOF'\n${peculiar.inCommand}\n   2. No\nEOF`,
    ),
    command("wide", commands.wide),
    command("below-bait", "npm version patch", lookAlike),
    file("write", "src/config.js", written),
    file(
      "write-bait",
      "sample.txt",
      lookAlike.split("\n").slice(1, 8).join("\n"),
    ),
    file(
      "write-folded",
      "long.txt",
      Array.from({ length: 90 }, (_, at) => `line ${at}`).join("\n"),
      false,
    ),
    {
      name: "edit",
      shows: asks,
      expected: {
        state: "asking",
        kind: "edit",
        path: "src/app.js",
        complete: true,
        meanings: peculiar.fileOptions,
      },
      act: async (lab) => {
        await Deno.mkdir(`${lab.project}/src`, { recursive: true });
        const path = `${lab.project}/src/app.js`;
        await Deno.writeTextFile(path, "const port = 3000;\nlisten(port);\n");
        await lab.model.queue(...peculiar.edit(path));
        await lab.say("Go on, please.");
      },
    },
    asking("fetch", asks, {
      kind: "fetch",
      url: "https://example.com/api/http.html",
      meanings: peculiar.commandOptions,
    }, peculiar.fetch),
    asking("question", shows.question, {
      kind: "question",
      complete: false,
      meanings: ["other", "other", "other"],
    }, peculiar.question(databases)),
    found("denied", shows.denied, { state: "idle" }),
    draft,
    {
      name: "shell-mode",
      shows: shows.shellMode,
      expected: { state: "idle", draft: "!" },
      act: async (lab) => {
        await lab.keys("C-c");
        await lab.until(client.isIdle, "an empty composer");
        await lab.keys("!");
      },
      leave: async (lab) => {
        await lab.keys("Escape");
        await lab.until(client.isIdle, "an empty composer");
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
      shows: shows.prose,
      expected: { state: "idle" },
      act: async (lab) => {
        await lab.model.release();
        await lab.until((screen) => /That was it/.test(screen), "the answer");
        await sayLookAlike(lab, lookAlike);
      },
    },
    baitUser(lookAlike),
    error,
    {
      name: "picker",
      shows: shows.picker,
      expected: { state: "asking", kind: "question", complete: false },
      act: (lab) => lab.say(peculiar.picker),
    },
    found("trust", /Don['’]t trust/, {
      state: "asking",
      kind: "trust",
      meanings: ["once", "always", "deny"],
    }, { trusted: false }),
  ];
}
