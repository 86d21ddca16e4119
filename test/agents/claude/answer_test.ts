/**
 * The real Claude Code: what a key does, and where none is pressed.
 */
import assert from "node:assert/strict";
import { answer, claude, type Request } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import {
  appears,
  ask,
  asked,
  bash,
  eventually,
  exists,
  inLab,
  look,
  outcomeOf,
  reply,
  sent,
} from "./desk.ts";
import { lookAlike } from "./scenarios.ts";

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
      if (early.status === "sent" && !early.gone) {
        // Something else on the screen changed meanwhile, so that the early key
        // was not pressed again: the dialog is still there, for a person.
        const state = await look(lab, tmux);
        if (state.state !== "asking") assert.fail(JSON.stringify(early));
        assert.equal(early.attempts, 1);
        await lab.keys("1");
      }
      await appears(lab, name);
    }
  },
);
