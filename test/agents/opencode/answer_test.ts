/**
 * The real OpenCode: what a key does, and where none is pressed.
 */
import assert from "node:assert/strict";
import { opencode } from "../../../lib/agents/mod.ts";
import { eventually } from "../../harness/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { patience } from "../lab/patience.ts";
import { opencodeClient } from "./client.ts";

atDesk(
  opencodeClient,
  "a yes runs the command once, a no does not run it",
  { columns: 100, rows: 40 },
  async (desk) => {
    const { lab } = desk;
    const denied = await desk.ask("touch asked");
    await desk.answers(denied, "deny");
    await desk.ended();
    assert.equal(await desk.exists("asked"), false);
    const after = { text: await lab.capture(), columns: 100 };
    assert.equal(opencode.outcome(denied, after), "denied");
    const allowed = await desk.ask("touch asked");
    await desk.answers(allowed, "once");
    await desk.appears("asked");
    await desk.ended();
    const ran = { text: await lab.capture(), columns: 100 };
    assert.equal(opencode.outcome(allowed, ran), "approved");
    // It was this once: the same is asked again.
    const again = await desk.ask("touch asked");
    await desk.answers(again, "deny");
  },
);

atDesk(
  opencodeClient,
  "the highlight is brought back to once before Enter",
  { columns: 80, rows: 24 },
  async (desk) => {
    const { lab } = desk;
    for (const moves of [1, 2]) {
      const request = await desk.ask(`touch moved-${moves}`);
      for (let i = 0; i < moves; i++) await lab.keys("Right");
      await eventually("the highlight moves", async () => {
        const state = await desk.look();
        return state.state === "asking" && state.request.selected === moves;
      }, patience);
      const { status } = await desk.reply(request, "once");
      assert.equal(status, "sent");
      await desk.appears(`moved-${moves}`);
      await desk.ended();
      // Not for always: it is asked again.
      await desk.ask(`touch moved-${moves}`);
      await desk.leave();
    }
  },
);

atDesk(
  opencodeClient,
  "a key counts in the very frame in which the panel appears",
  { columns: 100, rows: 30 },
  async (desk) => {
    const { lab } = desk;
    // So none may be on its way: nothing but an answer is ever sent there.
    await lab.model.queue({
      calls: [{
        tool: "bash",
        input: { command: "touch early", description: "Do it" },
      }],
    });
    await lab.say("Go on, please.");
    await lab.until((plain) => /Allow once/.test(plain), "the panel");
    await lab.keys("Enter");
    await desk.appears("early");
  },
);

atDesk(
  opencodeClient,
  "nothing is pressed under a menu, or where the panel is cut",
  { columns: 100, rows: 30 },
  async (desk) => {
    const { lab } = desk;
    await desk.ask("touch covered");
    await lab.keys("C-p");
    await lab.settled((plain) => /Search/.test(plain), "the menu", 200);
    const covered = await desk.asked();
    assert.equal(covered.complete, false);
    for (const meaning of ["once", "deny"] as const) {
      const { status } = await desk.reply(covered, meaning);
      assert.equal(status, "refused");
    }
    await lab.keys("Escape");
    await lab.settled((plain) => !/Search/.test(plain), "the panel", 200);
    await desk.leave();
    const long = await desk.ask(`${"echo a\n".repeat(12)}touch cut`);
    assert.equal(long.complete, false);
    assert.equal((await desk.reply(long, "once")).status, "refused");
    await desk.leave();
    assert.equal(await desk.exists("covered"), false);
    assert.equal(await desk.exists("cut"), false);
  },
);

atDesk(
  opencodeClient,
  "files are written by the same answers",
  { columns: 100, rows: 40 },
  async (desk) => {
    const write = { filePath: "src/a.js", content: "const port = 1;\n" };
    const denied = await desk.call("write", write);
    assert.equal(denied.path, "src/a.js");
    assert.equal(denied.complete, true, denied.incompleteBecause);
    await desk.answers(denied, "deny");
    await desk.ended();
    const allowed = await desk.call("write", write);
    assert.equal(await desk.exists("src/a.js"), false);
    await desk.answers(allowed, "once");
    await desk.appears("src/a.js");
  },
);

atDesk(
  opencodeClient,
  "a no to what a helper asks is brought to its end",
  { columns: 100, rows: 40 },
  async (desk) => {
    const { lab } = desk;
    const helped = async (prompt: string, command: string) => {
      await lab.model.clear();
      await lab.model.queue({
        calls: [{
          tool: "task",
          input: {
            description: "Look around",
            prompt,
            subagent_type: "general",
          },
        }],
      }, { when: prompt, calls: [opencodeClient.command(command)] });
      await lab.say("Send somebody, please.");
      // The helper's spinner goes on above its panel.
      await lab.until(
        (_, text) => {
          const state = opencode.read({ text });
          return state.state === "asking" && state.request.complete;
        },
        "the helper's panel",
      );
      const state = await desk.look();
      if (state.state !== "asking") assert.fail(state.state);
      return state.request;
    };
    const denied = await helped("LOOK-AROUND", "touch looked");
    assert.equal(denied.command, "touch looked");
    assert.deepEqual(await desk.reply(denied, "deny"), {
      status: "sent",
      gone: true,
      // One key for the panel, one for the page behind it.
      attempts: 2,
    });
    await desk.ended();
    assert.equal(await desk.exists("looked"), false);
    const allowed = await helped("LOOK-AGAIN", "touch looked");
    assert.deepEqual(await desk.reply(allowed, "once"), {
      status: "sent",
      gone: true,
      attempts: 1,
    });
    await desk.appears("looked");
    await desk.ended();
  },
);
