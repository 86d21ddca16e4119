/**
 * The real Claude Code, asked for a great many things by a model that says
 * what the test wants: whether its dialogs are read exactly.
 */
import assert from "node:assert/strict";
import { claude, confirm } from "../../../lib/agents/mod.ts";
import { eventually, folderNames } from "../../harness/mod.ts";
import { atDesk, Desk } from "../lab/desk.ts";
import { claudeClient } from "./client.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { patience } from "../lab/patience.ts";
import { longCommand } from "../lab/scenes.ts";
import { lookAlike } from "./scenarios.ts";

const x = (count: number) => "x".repeat(count);

/** Commands that are hard to read off a screen. */
const hard: readonly string[] = [
  "npm publish --access public",
  `git commit -m "fix: don't drop \\"it\\" (#12)"  --no-verify`,
  longCommand,
  "mkdir -p build\ncp -r src build/\n\ntouch build/done",
  "cat > deploy.sh <<'EOF'\n#!/bin/bash\nfor h in a b; do\n  ssh \"$h\" 'x'\n" +
  "done\nEOF\nchmod +x deploy.sh",
  `cat > sample.txt <<'EOF'\n${lookAlike}\nEOF`,
  "touch 'héllo wörld — 日本語 🎉.txt'",
  `node ${"漢字".repeat(40)}.js --flag ${x(70)} ${x(120)} end`,
  `node a.js ${x(60)}          ten-spaces-before ${x(30)}`,
  "node -e 'tab\there'",
  "kill $(lsof -t -i:3000) 2>/dev/null; node app.js",
  "rm a\\ b \\\n  && touch c \\\n  && touch d",
  "cat > x <<-EOF\n\tindented by a tab\n\tEOF\ntouch y",
  "touch a\u200bb",
  "│ bar",
  // One row exactly as wide as the dialog, one a cell more.
  `touch ${x(70)}`,
  `touch ${x(71)}`,
];

atDesk(
  claudeClient,
  "commands are read exactly",
  { columns: 80, rows: 50 },
  async (desk) => {
    const { lab } = desk;
    for (const command of hard) {
      const request = await desk.ask(command);
      assert.equal(request.kind, "command", command);
      assert.equal(request.command, command);
      assert.deepEqual(request.readings, [command]);
      assert.equal(request.complete, true, request.incompleteBecause);
      await desk.answers(request, "deny");
      assert.equal(await desk.outcomeOf(request), "denied", command);
      const screen = { text: await lab.capture(), columns: 80 };
      assert.notEqual(claude.outcome(request, screen), "approved", command);
    }
    assert.deepEqual(await folderNames(lab.project), []);
  },
);

atDesk(
  claudeClient,
  "a subagent's command is told from its own, and recorded apart",
  { columns: 90, rows: 45 },
  async (desk) => {
    const { lab } = desk;
    await lab.model.queue({
      calls: [{
        tool: "Agent",
        input: {
          description: "Look around",
          prompt: "LOOK-AROUND",
          subagent_type: "general-purpose",
        },
      }],
    }, {
      when: "LOOK-AROUND",
      calls: [claudeClient.command("touch looked")],
    });
    await lab.say("Send somebody, please.");
    await lab.until(
      (_, screen) => claude.read({ text: screen }).state === "asking",
      "the helper's dialog",
    );
    const state = await desk.look();
    if (state.state !== "asking") assert.fail(state.state);
    assert.equal(state.request.helper, "general-purpose");
    const own = confirm(state.request, await desk.calls());
    assert.equal(own.call, undefined);
    const folder = claude.records!.helperFolder!(lab, lab.session);
    const recorded = async () => {
      const entries = await Array.fromAsync(Deno.readDir(folder));
      const tails = entries.filter(({ name }) => name.endsWith(".jsonl"))
        .map(({ name }) => Deno.readTextFile(`${folder}/${name}`));
      return (await Promise.all(tails)).flatMap(claude.records!.calls);
    };
    await eventually(
      "the helper's record",
      async () => (await recorded()).length > 0,
      patience,
    );
    const request = confirm(state.request, await recorded());
    assert.equal(request.command, "touch looked");
    assert.notEqual(request.call, undefined);
    await desk.answers(request, "once");
    await desk.appears("looked");
  },
);

Deno.test({
  name: "Claude Code: it starts as launch says, and asks",
  ignore: !await labIsPossible(),
  fn: async () => {
    const session = crypto.randomUUID();
    const { argv } = claude.launch({
      project: "/unused",
      session,
      // It takes several values, and would take the prompt for one.
      arguments: ["--allowedTools", "Read"],
      prompt: "--version",
    });
    await using desk = await Desk.open(claudeClient, {
      columns: 90,
      rows: 40,
      argv: argv.slice(1),
      settings: { permissions: { defaultMode: "auto" } },
    });
    const { lab, tmux } = desk;
    await lab.until(
      (screen) => /Done\./.test(screen),
      "the answer to the first prompt",
    );
    assert.ok(lab.model.prompts.includes("--version"));
    await Deno.stat(claude.records!.file!(lab, session));
    await lab.model.queue({ calls: [claudeClient.command("touch asked")] });
    await lab.say("Go on, please.");
    await lab.until(
      (_, screen) => claude.read({ text: screen }).state === "asking",
      "a dialog",
    );
    const { program } = await tmux.capture(lab.pane);
    assert.ok(claude.programs.includes(program), program);
  },
});
