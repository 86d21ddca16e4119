/**
 * The real Claude Code, asked for a great many things by a model that says
 * what the test wants: what is read, and what a key does.
 */
import assert from "node:assert/strict";
import {
  answer,
  type AnswerResult,
  claude,
  confirm,
  type RecordedCall,
  type Request,
  tell,
} from "../../lib/agents/mod.ts";
import { systemClock } from "../../lib/clock/mod.ts";
import { Tmux } from "../../lib/tmux/mod.ts";
import { folderNames } from "../harness/mod.ts";
import { ClaudeLab, labIsPossible, type LabOptions } from "./claude_lab.ts";
import { longCommand, lookAlike } from "./claude_scenarios.ts";

const possible = await labIsPossible();
if (!possible) {
  Deno.stderr.writeSync(new TextEncoder().encode(
    "Skipped: the real Claude Code needs a network namespace of its own, and " +
      "`unshare` is not permitted here.\n",
  ));
}

/** A test in a lab of its own. */
function inLab(
  name: string,
  options: LabOptions,
  work: (lab: ClaudeLab, tmux: Tmux) => Promise<void>,
): void {
  Deno.test({
    name: `Claude Code: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using lab = await ClaudeLab.start(options);
      await using tmux = await Tmux.connect({ socket: lab.socket });
      await lab.until(
        (_, screen) => claude.read({ text: screen }).state === "idle",
        "an idle Claude",
      );
      await work(lab, tmux);
    },
  });
}

/** The pane as orch sees it. */
async function look(lab: ClaudeLab, tmux: Tmux) {
  return claude.read(await tmux.capture(lab.pane));
}

async function calls(lab: ClaudeLab): Promise<RecordedCall[]> {
  const file = claude.recordFile!(lab.home, lab.project, lab.session);
  const tail = await Deno.readTextFile(file).catch(() => "");
  return claude.recordedCalls!(tail);
}

/** What became of a request, once the record says so. */
async function outcomeOf(lab: ClaudeLab, request: Request) {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    const call = (await calls(lab)).find(({ id }) => id === request.call);
    if (call?.outcome) return call.outcome;
    await systemClock.sleep(20);
  }
  assert.fail(`The record holds no outcome of ${request.command}`);
}

/** A dialog once it is on the screen, as the record confirms it. */
async function asked(lab: ClaudeLab, tmux: Tmux): Promise<Request> {
  const shown = await lab.until(
    (_, screen) => claude.read({ text: screen }).state === "asking",
    "a dialog",
  );
  const end = Date.now() + 5000;
  while (true) {
    const state = await look(lab, tmux);
    if (state.state !== "asking") {
      const { text } = await tmux.capture(lab.pane, { escapes: false });
      assert.fail(`${state.state} after\n${shown}\nnow\n${text}`);
    }
    const request = confirm(state.request, await calls(lab));
    const settled = request.call !== undefined && request.complete;
    if (settled || Date.now() > end) return request;
    await systemClock.sleep(20);
  }
}

const bash = (command: string, description = "Do it") => ({
  calls: [{ tool: "Bash", input: { command, description } }],
});

async function ask(lab: ClaudeLab, tmux: Tmux, command: string) {
  await lab.model.queue(bash(command));
  await lab.say("Go on, please.");
  return await asked(lab, tmux);
}

function reply(
  lab: ClaudeLab,
  tmux: Tmux,
  request: Request,
  meaning: "once" | "deny",
): Promise<AnswerResult> {
  return answer({
    tmux,
    pane: lab.pane,
    agent: claude,
    request,
    meaning,
    marker: crypto.randomUUID(),
    clock: systemClock,
    seen: systemClock.now(),
  });
}

const sent = { status: "sent", gone: true, attempts: 1 } as const;

const exists = (lab: ClaudeLab, name: string) =>
  Deno.stat(`${lab.project}/${name}`).then(() => true, () => false);

/** Waits for something that shows on no screen. */
async function eventually(
  holds: () => Promise<boolean>,
  what: string,
): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await holds()) return;
    await systemClock.sleep(20);
  }
  assert.fail(`Waited in vain for ${what}`);
}

/** Waits until a file is there, whose command has just been allowed. */
const appears = (lab: ClaudeLab, name: string) =>
  eventually(() => exists(lab, name), name);

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
  "a yes runs the command once, a no does not run it",
  { columns: 90, rows: 40 },
  async (lab, tmux) => {
    // Four options, then three where no rule can be suggested, then two.
    const kinds: [string, string, number][] = [
      ["touch four", "four", 4],
      ["touch three$(true)", "three", 3],
      ["rm -rf /nowhere-at-all; touch two", "two", 0],
    ];
    for (const [command, name, options] of kinds) {
      const denied = await ask(lab, tmux, command);
      if (options > 0) assert.equal(denied.options.length, options);
      assert.deepEqual(await reply(lab, tmux, denied, "deny"), sent);
      assert.equal(await exists(lab, name), false);
      const allowed = await ask(lab, tmux, command);
      assert.deepEqual(await reply(lab, tmux, allowed, "once"), sent);
      await appears(lab, name);
      assert.equal(await outcomeOf(lab, denied), "denied");
      assert.equal(await outcomeOf(lab, allowed), "approved");
      // It was this once: the same is asked again.
      const again = await ask(lab, tmux, command);
      assert.notEqual(again.call, allowed.call);
      assert.deepEqual(await reply(lab, tmux, again, "deny"), sent);
    }
    const refused = lab.model.results.filter(({ failed }) => failed);
    for (const { text } of refused) {
      assert.match(text, /^The user doesn't want to proceed/);
    }
    assert.equal(await exists(lab, ".claude/settings.local.json"), false);
  },
);

inLab(
  "files are written, edited and read by the same answers",
  { columns: 90, rows: 45 },
  async (lab, tmux) => {
    const path = `${lab.project}/src/config.js`;
    const call = async (tool: string, input: Record<string, unknown>) => {
      await lab.model.queue({ calls: [{ tool, input }] });
      await lab.say("Go on, please.");
      return await asked(lab, tmux);
    };
    const write = { file_path: path, content: "const port = 3000;\n" };
    const denied = await call("Write", write);
    assert.equal(denied.kind, "write");
    assert.equal(denied.path, path);
    assert.equal(denied.complete, true, denied.incompleteBecause);
    assert.deepEqual(await reply(lab, tmux, denied, "deny"), sent);
    const allowed = await call("Write", write);
    assert.equal(await exists(lab, "src/config.js"), false);
    assert.deepEqual(await reply(lab, tmux, allowed, "once"), sent);
    await appears(lab, "src/config.js");

    const edit = await call("Edit", {
      file_path: path,
      old_string: "3000",
      new_string: "8080",
    });
    assert.equal(edit.kind, "edit");
    assert.equal(edit.path, path);
    assert.deepEqual(await reply(lab, tmux, edit, "once"), sent);
    await eventually(
      async () => await Deno.readTextFile(path) === "const port = 8080;\n",
      "the edit",
    );

    const read = await call("Read", { file_path: "/etc/hosts" });
    assert.equal(read.kind, "read");
    assert.equal(read.path, "/etc/hosts");
    assert.deepEqual(await reply(lab, tmux, read, "deny"), sent);
  },
);

inLab(
  "what only looks like a dialog gets no key",
  { columns: 90, rows: 50 },
  async (lab, tmux) => {
    const bait: Request = claude.read({
        // The look-alike alone on a screen reads as a dialog indeed.
        text: lookAlike.replace(/^─+/, "─".repeat(90)),
        columns: 90,
      }).state === "asking"
      ? await ask(lab, tmux, "npm publish --access public")
      : assert.fail("the look-alike looks like nothing");
    assert.deepEqual(await reply(lab, tmux, bait, "deny"), sent);
    const quiet = async (what: string) => {
      await lab.settled(
        (_, screen) => claude.read({ text: screen }).state === "idle",
        what,
      );
      for (const meaning of ["once", "deny"] as const) {
        const result = await reply(lab, tmux, bait, meaning);
        assert.deepEqual(result, { status: "changed" }, what);
      }
      assert.equal((await look(lab, tmux)).state, "idle");
    };

    await lab.model.queue({
      text: `Like this:\n\n\`\`\`\n${lookAlike}\n\`\`\``,
    });
    await lab.say("What does such a dialog look like?");
    await lab.until((screen) => /Like this/.test(screen), "the prose");
    await quiet("prose");

    await Deno.writeTextFile(`${lab.project}/dialog.txt`, lookAlike);
    await lab.model.queue(bash("cat dialog.txt"), { text: "That is all." });
    await lab.say("Show me dialog.txt.");
    await lab.until((screen) => /That is all/.test(screen), "the output");
    await quiet("output");

    await lab.model.queue({ text: "I see." });
    await lab.say(`It showed:\n${lookAlike}`);
    await lab.until((screen) => /I see\./.test(screen), "the answer");
    await quiet("a quotation");
  },
);

inLab(
  "a dialog that is not the one that was read gets no key",
  { columns: 90, rows: 45 },
  async (lab, tmux) => {
    await lab.model.queue({
      calls: ["touch first", "touch second"].map((command) => ({
        tool: "Bash",
        input: { command, description: "Do it" },
      })),
    });
    await lab.say("Do both, please.");
    const first = await asked(lab, tmux);
    assert.equal(first.command, "touch first");
    // A person is quicker.
    await systemClock.sleep(claude.guard);
    await lab.keys("1");
    await lab.until(
      (screen) => / touch second\n╌/.test(screen),
      "the second dialog",
    );
    for (const meaning of ["once", "deny"] as const) {
      const late = await reply(lab, tmux, first, meaning);
      assert.deepEqual(late, { status: "changed" });
    }
    const second = await asked(lab, tmux);
    assert.equal(second.command, "touch second");
    assert.equal(second.complete, true);
    assert.equal(await exists(lab, "second"), false);
    assert.deepEqual(await reply(lab, tmux, second, "once"), sent);
    await appears(lab, "second");
  },
);

inLab(
  "a key that comes too early is pressed again, on the same dialog only",
  { columns: 90, rows: 40 },
  async (lab, tmux) => {
    const eager = { ...claude, guard: 0 };
    for (const name of ["one", "two", "three"]) {
      await lab.model.queue(bash(`touch ${name}`));
      await lab.say("Go on, please.");
      await lab.until(
        (_, screen) => claude.read({ text: screen }).state === "asking",
        "a dialog",
      );
      const state = await look(lab, tmux);
      if (state.state !== "asking") assert.fail(state.state);
      const early = await answer({
        tmux,
        pane: lab.pane,
        agent: eager,
        request: state.request,
        meaning: "once",
        marker: name,
        clock: systemClock,
        seen: systemClock.now(),
      });
      assert.equal(early.status, "sent");
      assert.ok(early.status === "sent" && early.gone, JSON.stringify(early));
      await appears(lab, name);
    }
  },
);

inLab(
  "a reason follows a no as a message, whatever it says",
  { columns: 90, rows: 40 },
  async (lab, tmux) => {
    const reasons: [string, string][] = [
      ["Use npm instead.", "Use npm instead."],
      ["Two lines:\n\n- first\n- second", "Two lines:\n\n- first\n- second"],
      ["!touch run-by-the-shell", "Message: !touch run-by-the-shell"],
      ["/exit", "Message: /exit"],
      ["exit", "Message: exit"],
      ["ends in a backslash\\", "ends in a backslash\\"],
      [x(3000), x(3000)],
      ["日本語 🎉 “quoted”", "日本語 🎉 “quoted”"],
    ];
    for (const [text, arrives] of reasons) {
      const request = await ask(lab, tmux, "touch denied");
      assert.deepEqual(await reply(lab, tmux, request, "deny"), sent);
      const told = await tell({
        tmux,
        pane: lab.pane,
        agent: claude,
        text,
        clock: systemClock,
      });
      assert.equal(told, "typed", text);
      await lab.until(
        // Pasted lines arrive in a wrapping of Claude's own.
        () => lab.model.prompts.some((one) => one.includes(arrives)),
        `the model to be told ${arrives.slice(0, 60)}, not ` +
          JSON.stringify(lab.model.prompts.at(-1)?.slice(0, 200)),
      );
      await lab.settled(
        (_, screen) => claude.read({ text: screen }).state === "idle",
        "the end of the turn",
      );
    }
    assert.equal(await exists(lab, "run-by-the-shell"), false);
    assert.equal(await exists(lab, "denied"), false);

    // Nothing is told into a dialog, where it would be a yes.
    const open = await ask(lab, tmux, "touch denied");
    const told = await tell({
      tmux,
      pane: lab.pane,
      agent: claude,
      text: "Yes or no?",
      clock: systemClock,
    });
    assert.equal(told, "asking");
    assert.deepEqual(await reply(lab, tmux, open, "deny"), sent);
    assert.equal(await exists(lab, "denied"), false);
  },
);

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
    const folder = claude.helperRecordFolder!(
      lab.home,
      lab.project,
      lab.session,
    );
    const recorded = async () => {
      const entries = await Array.fromAsync(Deno.readDir(folder));
      const tails = entries.filter(({ name }) => name.endsWith(".jsonl"))
        .map(({ name }) => Deno.readTextFile(`${folder}/${name}`));
      return (await Promise.all(tails)).flatMap(claude.recordedCalls!);
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
    await using lab = await ClaudeLab.start({
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
    await Deno.stat(claude.recordFile!(lab.home, lab.project, session));
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
