/**
 * The real Claude Code: what a key does, and where none is pressed.
 */
import assert from "node:assert/strict";
import { answer, claude, type Request } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { eventually } from "../../harness/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { patience } from "../lab/patience.ts";
import { claudeClient } from "./client.ts";
import { lookAlike } from "./scenarios.ts";

atDesk(
  claudeClient,
  "a yes runs the command once, a no does not run it",
  { columns: 90, rows: 40 },
  async (desk) => {
    const { lab } = desk;
    // Four options, then three where no rule can be suggested, then two.
    const kinds: [string, string, number][] = [
      ["touch four", "four", 4],
      ["touch three$(true)", "three", 3],
      ["rm -rf /nowhere-at-all; touch two", "two", 0],
    ];
    for (const [command, name, options] of kinds) {
      const denied = await desk.ask(command);
      if (options > 0) assert.equal(denied.options.length, options);
      await desk.answers(denied, "deny");
      assert.equal(await desk.exists(name), false);
      const allowed = await desk.ask(command);
      await desk.answers(allowed, "once");
      await desk.appears(name);
      assert.equal(await desk.outcomeOf(denied), "denied");
      assert.equal(await desk.outcomeOf(allowed), "approved");
      // It was this once: the same is asked again.
      const again = await desk.ask(command);
      assert.notEqual(again.call, allowed.call);
      await desk.answers(again, "deny");
    }
    const refused = lab.model.results.filter(({ failed }) => failed);
    for (const { text } of refused) {
      assert.match(text, /^The user doesn't want to proceed/);
    }
    assert.equal(await desk.exists(".claude/settings.local.json"), false);
  },
);

atDesk(
  claudeClient,
  "files are written, edited and read by the same answers",
  { columns: 90, rows: 45 },
  async (desk) => {
    const { lab } = desk;
    const path = `${lab.project}/src/config.js`;
    const write = { file_path: path, content: "const port = 3000;\n" };
    const denied = await desk.call("Write", write);
    assert.equal(denied.kind, "write");
    assert.equal(denied.path, path);
    assert.equal(denied.complete, true, denied.incompleteBecause);
    await desk.answers(denied, "deny");
    const allowed = await desk.call("Write", write);
    assert.equal(await desk.exists("src/config.js"), false);
    await desk.answers(allowed, "once");
    await desk.appears("src/config.js");

    const edit = await desk.call("Edit", {
      file_path: path,
      old_string: "3000",
      new_string: "8080",
    });
    assert.equal(edit.kind, "edit");
    assert.equal(edit.path, path);
    await desk.answers(edit, "once");
    await eventually(
      "the edit",
      async () => await Deno.readTextFile(path) === "const port = 8080;\n",
      patience,
    );

    const read = await desk.call("Read", { file_path: "/etc/hosts" });
    assert.equal(read.kind, "read");
    assert.equal(read.path, "/etc/hosts");
    await desk.answers(read, "deny");
  },
);

atDesk(
  claudeClient,
  "what only looks like a dialog gets no key",
  { columns: 90, rows: 50 },
  async (desk) => {
    const { lab } = desk;
    const bait: Request = claude.read({
        // The look-alike alone on a screen reads as a dialog indeed.
        text: lookAlike.replace(/^─+/, "─".repeat(90)),
        columns: 90,
      }).state === "asking"
      ? await desk.ask("npm publish --access public")
      : assert.fail("the look-alike looks like nothing");
    await desk.answers(bait, "deny");
    const quiet = async (what: string) => {
      await lab.settled(
        (_, screen) => claude.read({ text: screen }).state === "idle",
        what,
      );
      for (const meaning of ["once", "deny"] as const) {
        const result = await desk.reply(bait, meaning);
        assert.deepEqual(result, { status: "changed" }, what);
      }
      assert.equal((await desk.look()).state, "idle");
    };

    await lab.model.queue({
      text: `Like this:\n\n\`\`\`\n${lookAlike}\n\`\`\``,
    });
    await lab.say("What does such a dialog look like?");
    await lab.until((screen) => /Like this/.test(screen), "the prose");
    await quiet("prose");

    await Deno.writeTextFile(`${lab.project}/dialog.txt`, lookAlike);
    await lab.model.queue({ calls: [claudeClient.command("cat dialog.txt")] }, {
      text: "That is all.",
    });
    await lab.say("Show me dialog.txt.");
    await lab.until((screen) => /That is all/.test(screen), "the output");
    await quiet("output");

    await lab.model.queue({ text: "I see." });
    await lab.say(`It showed:\n${lookAlike}`);
    await lab.until((screen) => /I see\./.test(screen), "the answer");
    await quiet("a quotation");
  },
);

atDesk(
  claudeClient,
  "a dialog that is not the one that was read gets no key",
  { columns: 90, rows: 45 },
  async (desk) => {
    const { lab } = desk;
    await lab.model.queue({
      calls: ["touch first", "touch second"].map((command) => ({
        tool: "Bash",
        input: { command, description: "Do it" },
      })),
    });
    await lab.say("Do both, please.");
    const first = await desk.asked();
    assert.equal(first.command, "touch first");
    // A person is quicker.
    await systemClock.sleep(claude.guard);
    await lab.keys("1");
    await lab.until(
      (screen) => / touch second\n╌/.test(screen),
      "the second dialog",
    );
    for (const meaning of ["once", "deny"] as const) {
      const late = await desk.reply(first, meaning);
      assert.deepEqual(late, { status: "changed" });
    }
    const second = await desk.asked();
    assert.equal(second.command, "touch second");
    assert.equal(second.complete, true);
    assert.equal(await desk.exists("second"), false);
    await desk.answers(second, "once");
    await desk.appears("second");
  },
);

atDesk(
  claudeClient,
  "a key that comes too early is pressed again, on the same dialog only",
  { columns: 90, rows: 40 },
  async (desk) => {
    const { lab, tmux } = desk;
    const eager = { ...claude, guard: 0 };
    for (const name of ["one", "two", "three"]) {
      await desk.ended();
      await lab.model.queue({
        calls: [claudeClient.command(`touch ${name}`)],
      });
      await lab.say("Go on, please.");
      await lab.until(
        (_, screen) => claude.read({ text: screen }).state === "asking",
        "a dialog",
      );
      const state = await desk.look();
      if (state.state !== "asking") assert.fail(state.state);
      const early = await answer({
        tmux,
        pane: lab.pane,
        agent: eager,
        request: state.request,
        meaning: "once",
        marker: name,
        clock: systemClock,
      });
      assert.equal(early.status, "sent");
      if (early.status === "sent" && !early.gone) {
        // Something else on the screen changed meanwhile, so that the early key
        // was not pressed again: the dialog is still there, for a person.
        const state = await desk.look();
        if (state.state !== "asking") assert.fail(JSON.stringify(early));
        assert.equal(early.attempts, 1);
        await lab.keys("1");
      }
      await desk.appears(name);
    }
  },
);
