/**
 * The real Claude Code, asked for a great many things by a model that says
 * what the test wants: whether its dialogs are read exactly.
 */
import assert from "node:assert/strict";
import { claude, confirm } from "../../../lib/agents/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { folderNames } from "../../harness/mod.ts";
import {
  appears,
  ask,
  bash,
  calls,
  eventually,
  inLab,
  look,
  outcomeOf,
  possible,
  reply,
  sent,
} from "./desk.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { claudeClient } from "./client.ts";
import { longCommand, lookAlike } from "./scenarios.ts";

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
  // One row exactly as wide as the dialog, one a cell more, at both widths.
  `touch ${x(70)}`,
  `touch ${x(71)}`,
  `touch ${x(90)}`,
  `touch ${x(91)}`,
];

for (const columns of [80, 100]) {
  inLab(
    `commands are read exactly at ${columns} columns`,
    { columns, rows: 50 },
    async (lab, tmux) => {
      for (const command of hard) {
        const request = await ask(lab, tmux, command);
        assert.equal(request.kind, "command", command);
        assert.equal(request.command, command);
        assert.deepEqual(request.readings, [command]);
        assert.equal(request.complete, true, request.incompleteBecause);
        assert.deepEqual(await reply(lab, tmux, request, "deny"), sent);
        assert.equal(await outcomeOf(lab, request), "denied", command);
        const screen = { text: await lab.capture(), columns };
        assert.notEqual(claude.outcome(request, screen), "approved", command);
      }
      assert.deepEqual(await folderNames(lab.project), []);
    },
  );
}

inLab(
  "a subagent's command is told from its own, and recorded apart",
  { columns: 90, rows: 45 },
  async (lab, tmux) => {
    await lab.model.queue({
      calls: [{
        tool: "Agent",
        input: {
          description: "Look around",
          prompt: "LOOK-AROUND",
          subagent_type: "general-purpose",
        },
      }],
    }, { ...bash("touch looked"), when: "LOOK-AROUND" });
    await lab.say("Send somebody, please.");
    await lab.until(
      (_, screen) => claude.read({ text: screen }).state === "asking",
      "the helper's dialog",
    );
    const state = await look(lab, tmux);
    if (state.state !== "asking") assert.fail(state.state);
    assert.equal(state.request.helper, "general-purpose");
    const own = confirm(state.request, await calls(lab));
    assert.equal(own.call, undefined);
    const folder = claude.records!.helperFolder!(lab, lab.session);
    const recorded = async () => {
      const entries = await Array.fromAsync(Deno.readDir(folder));
      const tails = entries.filter(({ name }) => name.endsWith(".jsonl"))
        .map(({ name }) => Deno.readTextFile(`${folder}/${name}`));
      return (await Promise.all(tails)).flatMap(claude.records!.calls);
    };
    await eventually(
      async () => (await recorded()).length > 0,
      "the helper's record",
    );
    const request = confirm(state.request, await recorded());
    assert.equal(request.command, "touch looked");
    assert.notEqual(request.call, undefined);
    assert.deepEqual(await reply(lab, tmux, request, "once"), sent);
    await appears(lab, "looked");
  },
);

Deno.test({
  name: "Claude Code: it starts as launch says, and asks",
  ignore: !possible,
  fn: async () => {
    const session = crypto.randomUUID();
    const { argv } = claude.launch({
      project: "/unused",
      session,
      // It takes several values, and would take the prompt for one.
      arguments: ["--allowedTools", "Read"],
      prompt: "--version",
    });
    await using lab = await AgentLab.start(claudeClient, {
      columns: 90,
      rows: 40,
      argv: argv.slice(1),
      settings: { permissions: { defaultMode: "auto" } },
    });
    await using tmux = await Tmux.connect({ socket: lab.socket });
    await lab.until(
      (screen) => /Done\./.test(screen),
      "the answer to the first prompt",
    );
    assert.ok(lab.model.prompts.includes("--version"));
    await Deno.stat(claude.records!.file!(lab, session));
    await lab.model.queue(bash("touch asked"));
    await lab.say("Go on, please.");
    await lab.until(
      (_, screen) => claude.read({ text: screen }).state === "asking",
      "a dialog",
    );
    const { program } = await tmux.capture(lab.pane);
    assert.ok(claude.programs.includes(program), program);
  },
});
