/**
 * The real Codex, asked for a great many things by a model that says what the
 * test wants: whether its dialogs are read exactly, and answered.
 */
import assert from "node:assert/strict";
import { codex } from "../../../lib/agents/mod.ts";
import { folderNames } from "../../harness/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { codexClient } from "./client.ts";
import { longCommand } from "../lab/scenes.ts";
import { recording } from "./scenarios.ts";
import { lookAlike } from "./scenes.ts";

const x = (count: number) => "x".repeat(count);

const single = (text: string) => text.replace(/ +/g, " ");

/** Commands that are hard to read off a screen. */
const hard: readonly string[] = [
  "npm publish --access public",
  `git commit -m "fix: don't drop \\"it\\" (#12)"  --no-verify`,
  longCommand,
  "mkdir -p build\ncp -r src build/\n\ntouch build/done",
  "cat > deploy.sh <<'EOF'\n#!/bin/bash\nfor h in a b; do\n  ssh \"$h\" 'x'\n" +
  "done\nEOF\nchmod +x deploy.sh",
  `touch a; cat > sample.txt <<'EOF'\n${lookAlike}\nEOF`,
  "touch 'héllo wörld — 日本語 🎉.txt'",
  `node ${"漢字".repeat(40)}.js --flag ${x(70)} ${x(120)} end`,
  `node a.js ${x(60)}          ten-spaces-before ${x(30)}`,
  "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  "rm a\\ b \\\n  && touch c \\\n  && touch d",
  "find . -name x\t-delete",
  "cat > x <<-EOF\n\tindented by a tab\n\tEOF\ntouch y",
  "touch a\u200bb",
];

/** Commands that fill a row to the last cell, one less, and one more. */
const brims = (width: number): readonly string[] =>
  [-1, 0, 1].flatMap((more) => [
    `touch ${x(width - 8 + more)}`,
    `touch ${x(width - 30)} ${x(30)} ${x(width - 31 + more)}`,
    `touch ${x(width - 13 + more)} 日本 ${x(9)}`,
  ]);

for (
  const [columns, rows] of [
    ...[[60, 60]],
  ] as const
) {
  atDesk(
    codexClient,
    `commands are read exactly at ${columns}x${rows}`,
    { columns, rows },
    async (desk) => {
      const { lab } = desk;
      for (const command of [...hard, ...brims(columns - 4)]) {
        const shown = await desk.ask(command);
        const request = await desk.confirmed(shown);
        const what = `${JSON.stringify(command)}\n${await lab.capture(false)}`;
        assert.equal(shown.kind, "command", what);
        assert.ok(shown.rows, what);
        // Tabs and characters without a width are drawn as nothing.
        const drawn = !/[\t\u200b]/.test(command);
        if (shown.complete && drawn) {
          // Of several blanks at a break, none is drawn.
          const readings = shown.readings?.map(single) ?? [];
          assert.ok(readings.includes(single(command)), what);
        }
        if (shown.complete || shown.settledByRecord) {
          assert.equal(request.complete, true, what);
          assert.equal(request.command, command, what);
        }
        await desk.answers(request, "deny", what);
        await desk.ended();
        if (request.call !== undefined) {
          assert.equal(await desk.outcomeOf(request), "denied", what);
        }
        const screen = { text: await lab.capture(), columns };
        assert.notEqual(codex.outcome(request, screen), "approved", what);
      }
      assert.deepEqual(await folderNames(lab.project), []);
    },
  );
}

atDesk(
  codexClient,
  "a command runs once when it was approved once",
  { columns: 90, rows: 40 },
  async (desk) => {
    const { lab } = desk;
    for (const round of [1, 2]) {
      const request = await desk.confirmed(
        await desk.ask("echo ran >> ran.log"),
      );
      assert.equal(request.complete, true);
      await desk.answers(request, "once");
      await desk.ended();
      assert.equal(await desk.outcomeOf(request), "approved");
      const text = await Deno.readTextFile(`${lab.project}/ran.log`);
      assert.equal(text, "ran\n".repeat(round));
    }
    const screen = { text: await lab.capture(), columns: 90 };
    const request = await desk.confirmed(await desk.ask("touch never"));
    assert.equal(codex.outcome(request, screen), "unknown");
    await desk.answers(request, "deny");
    await desk.ended();
    const after = { text: await lab.capture(), columns: 90 };
    assert.equal(codex.outcome(request, after), "denied");
    assert.ok(!await desk.exists("never"));
  },
);

atDesk(
  codexClient,
  "a dialog that does not fit the pane is not read as whole",
  { columns: 90, rows: 14 },
  async (desk) => {
    const { lab } = desk;
    const lines = Array.from({ length: 30 }, (_, at) => `touch f${at}`);
    await lab.ask(lines.join("\n"));
    const request = await desk.shown();
    assert.equal(request.complete, false);
    assert.equal(request.settledByRecord, undefined);
    assert.equal((await desk.reply(request, "deny")).status, "sent");
    await desk.ended();
    assert.deepEqual(await folderNames(lab.project), []);
  },
);

atDesk(
  codexClient,
  "an edit outside what is writable is read and answered",
  { columns: 100, rows: 40 },
  async (desk) => {
    const { lab } = desk;
    await Deno.mkdir(`${lab.project}/.git`);
    for (const [meaning, ran] of [["deny", false], ["once", true]] as const) {
      await lab.model.queue({
        calls: [{
          tool: "apply_patch",
          input: {},
          raw: "*** Begin Patch\n*** Add File: .git/notes.txt\n+hello\n" +
            "*** End Patch",
        }],
      });
      await lab.say("Go on, please.");
      const request = await desk.shown();
      assert.equal(request.kind, "edit");
      assert.equal(request.path, `${lab.project}/.git/notes.txt`);
      assert.equal(request.complete, true);
      await desk.answers(request, meaning);
      await desk.ended();
      assert.equal(await desk.exists(".git/notes.txt"), ran);
    }
  },
);

atDesk(
  codexClient,
  "a call of an MCP server's tool is read and answered",
  {
    columns: 100,
    rows: 40,
    ...recording.scenarios.find(({ name }) => name === "mcp")!.options,
  },
  async (desk) => {
    const { lab } = desk;
    for (const [meaning, ran] of [["deny", false], ["once", true]] as const) {
      await lab.model.queue({
        calls: [{
          tool: "create_ticket",
          namespace: "mcp__tracker",
          input: { title: "Totals are wrong" },
        }],
      });
      await lab.say("Go on, please.");
      const request = await desk.shown();
      assert.deepEqual(
        [request.kind, request.server, request.tool],
        ["mcp", "tracker", "create_ticket"],
      );
      assert.equal(request.complete, true, request.incompleteBecause);
      await desk.answers(request, meaning);
      await desk.ended();
      assert.equal(await desk.exists("tickets.log"), ran);
    }
  },
);
