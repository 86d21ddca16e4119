/**
 * Commands that clients do not draw as they are, or not at all: orch answers
 * none of them by what is drawn.
 *
 * What their dialogs showed of `a X b` in panes of 100 columns (measured with
 * the releases that the tests run against, and with Claude Code 2.0.76):
 *
 * | X                | Claude 2.1 | Claude 2.0  | Codex   | Gemini  | OpenCode      | Qwen           |
 * | ---------------- | ---------- | ----------- | ------- | ------- | ------------- | -------------- |
 * | tab              | blank      | blanks      | nothing | blanks  | two blanks    | row cut        |
 * | CSI sequence     | refused    | acts        | no ESC  | nothing | no ESC, cut   | `\u001b[…`     |
 * | OSC with payload | refused    | nothing     | no ESC  | nothing | no ESC, cut   | `\u001b]…`     |
 * | C1 CSI or OSC    | refused    | no C1       | no C1   | differs | no C1         | differs        |
 * | BEL, NUL, DEL    | refused    | nothing     | nothing | nothing | and `b` is cut | and `b` is cut |
 * | BS               | refused    | acts        | nothing | nothing | and cut       | and cut        |
 * | CR               | refused    | acts        | nothing | nothing | newline       | acts           |
 * | zero-width space | `U+FFFD`   | itself      | nothing | nothing | nothing       | row cut        |
 * | joiner           | nothing    | misread     | nothing | misread | not measured  | misread        |
 * | bidi override    | `U+FFFD`   | itself      | nothing | nothing | not measured  | row cut        |
 * | soft hyphen      | `U+FFFD`   | itself      | nothing | nothing | not measured  | row cut        |
 *
 * Codex draws a command with a NUL as `<command included NUL byte>`. Blanks at
 * the end of a row are drawn by none.
 *
 * @module
 */
import assert from "node:assert/strict";
import { folderNames } from "../../harness/mod.ts";
import type { Client } from "./client.ts";
import { Office } from "./office.ts";

const runs = "echo ran >> ran.log";

/** Each would leave `ran.log`, delete, or is not the `ls` that is drawn. */
const commands: Readonly<Record<string, string>> = {
  "an OSC sequence": `ls\x1b]0;; ${runs} #\x07`,
  "an OSC sequence that ST ends": `ls\x1b]0;; ${runs} #\x1b\\`,
  "hidden text": `ls\x1b[8m; ${runs} #\x1b[0m`,
  "an erased row": `${runs} #\x1b[2K\x1b[1Gls`,
  "a C1 sequence": `ls\u009d0;; ${runs} #\u009c`,
  "backspaces": `${runs} #${"\b".repeat(21)}ls${" ".repeat(19)}`,
  "a carriage return": `${runs} #\rls                       `,
  "a bell": "ls\x07",
  "a zero-width space": "l\u200bs",
  "a bidi override": `${runs} # \u202esl\u202c`,
  "a tab": "find . -name x\t-delete",
};

/**
 * Lets a client ask for commands that are not drawn as they are.
 *
 * @param client The client.
 * @param options Whether it reports by its hooks, and its release.
 */
export async function hiddenCommands(
  client: Client,
  options: { readonly hooks: boolean; readonly version?: string },
): Promise<void> {
  await using office = await Office.open(client, {
    columns: 100,
    rows: 40,
    ...options,
  });
  const { lab, journal } = office;
  await lab.started();
  for (const [name, command] of Object.entries(commands)) {
    const isRefused = () =>
      lab.model.results.some(({ call }) =>
        (call?.input.command ?? call?.input.cmd) === command
      );
    await lab.model.queue({ calls: [client.command(command, "Do it")] });
    await lab.say(`Go on with ${name}, please.`);
    // Some of these dialogs are drawn so badly that they are not read at all.
    const shows = (plain: string, escaped: string) =>
      isRefused()
        ? client.isIdle(plain, escaped)
        : client.mayAsk(plain, escaped);
    // Longer than orch waits for the record, and a key to be sent and to act.
    const shown = await lab.settled(shows, `the dialog of ${name}`, 2000);
    const answered = journal.requests.all().filter(({ by }) => by === "orch");
    assert.deepEqual(answered, [], name);
    if (!isRefused()) await lab.keys("Escape");
    await lab.settled(client.isIdle, `the end of ${name}\n${shown}`, 300);
  }
  const names = await folderNames(lab.project);
  assert.deepEqual(names.filter((name) => name.startsWith("ran")), []);
}

/**
 * Checks that a client whose dialogs hide something is left to a person where
 * nothing else tells the command.
 *
 * @param client The client; it keeps no record that tells of its calls before
 * they have ended.
 */
export async function untoldCommands(client: Client): Promise<void> {
  await using office = await Office.open(client, {
    columns: 100,
    rows: 40,
    hooks: false,
  });
  const { lab } = office;
  await lab.started();
  await lab.ask("touch a");
  const { id, verdict } = await office.waiting("touch a");
  const why = /its dialog does not draw .*, and neither .* tells the command/;
  assert.match(verdict!.reason, why);
  const { code, stderr } = await office.run("approve", String(id));
  assert.equal(code, 1);
  assert.match(stderr, why);
  assert.ok(lab.client.mayAsk(await lab.capture(false), await lab.capture()));
  const denied = await office.run("deny", String(id));
  assert.equal(denied.code, 0, denied.stderr);
  assert.equal((await office.closed(id)).outcome, "denied");
}
