/**
 * The real OpenCode: what a key does, and where none is pressed.
 */
import assert from "node:assert/strict";
import { opencode } from "../../../lib/agents/mod.ts";
import { opencodeClient } from "./client.ts";
import {
  appears,
  ask,
  asked,
  call,
  ended,
  eventually,
  exists,
  inLab,
  leave,
  look,
  reply,
  sent,
} from "./desk.ts";

inLab(
  "a yes runs the command once, a no does not run it",
  { columns: 100, rows: 40 },
  async (lab, tmux) => {
    const denied = await ask(lab, tmux, "touch asked");
    assert.partialDeepStrictEqual(await reply(lab, tmux, denied, "deny"), sent);
    await ended(lab);
    assert.equal(await exists(lab, "asked"), false);
    const after = { text: await lab.capture(), columns: 100 };
    assert.equal(opencode.outcome(denied, after), "denied");
    const allowed = await ask(lab, tmux, "touch asked");
    assert.partialDeepStrictEqual(
      await reply(lab, tmux, allowed, "once"),
      sent,
    );
    await appears(lab, "asked");
    await ended(lab);
    const ran = { text: await lab.capture(), columns: 100 };
    assert.equal(opencode.outcome(allowed, ran), "approved");
    // It was this once: the same is asked again.
    const again = await ask(lab, tmux, "touch asked");
    assert.partialDeepStrictEqual(await reply(lab, tmux, again, "deny"), sent);
  },
);

inLab(
  "the highlight is brought back to once before Enter",
  { columns: 80, rows: 24 },
  async (lab, tmux) => {
    for (const moves of [1, 2]) {
      const request = await ask(lab, tmux, `touch moved-${moves}`);
      for (let i = 0; i < moves; i++) await lab.keys("Right");
      await eventually(async () => {
        const state = await look(lab, tmux);
        return state.state === "asking" && state.request.selected === moves;
      }, "the highlight to move");
      const { status } = await reply(lab, tmux, request, "once");
      assert.equal(status, "sent");
      await appears(lab, `moved-${moves}`);
      await ended(lab);
      // Not for always: it is asked again.
      await ask(lab, tmux, `touch moved-${moves}`);
      await leave(lab);
    }
  },
);

inLab(
  "a key counts in the very frame in which the panel appears",
  { columns: 100, rows: 30 },
  async (lab) => {
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
    await appears(lab, "early");
  },
);

inLab(
  "nothing is pressed under a menu, or where the panel is cut",
  { columns: 100, rows: 30 },
  async (lab, tmux) => {
    await ask(lab, tmux, "touch covered");
    await lab.keys("C-p");
    await lab.settled((plain) => /Search/.test(plain), "the menu", 200);
    const covered = await asked(lab, tmux);
    assert.equal(covered.complete, false);
    for (const meaning of ["once", "deny"] as const) {
      const { status } = await reply(lab, tmux, covered, meaning);
      assert.equal(status, "refused");
    }
    await lab.keys("Escape");
    await lab.settled((plain) => !/Search/.test(plain), "the panel", 200);
    await leave(lab);
    const long = await ask(lab, tmux, `${"echo a\n".repeat(12)}touch cut`);
    assert.equal(long.complete, false);
    assert.equal((await reply(lab, tmux, long, "once")).status, "refused");
    await leave(lab);
    assert.equal(await exists(lab, "covered"), false);
    assert.equal(await exists(lab, "cut"), false);
  },
);

inLab(
  "files are written by the same answers",
  { columns: 100, rows: 40 },
  async (lab, tmux) => {
    const write = { filePath: "src/a.js", content: "const port = 1;\n" };
    const denied = await call(lab, tmux, "write", write);
    assert.equal(denied.path, "src/a.js");
    assert.equal(denied.complete, true, denied.incompleteBecause);
    assert.partialDeepStrictEqual(await reply(lab, tmux, denied, "deny"), sent);
    await ended(lab);
    const allowed = await call(lab, tmux, "write", write);
    assert.equal(await exists(lab, "src/a.js"), false);
    assert.partialDeepStrictEqual(
      await reply(lab, tmux, allowed, "once"),
      sent,
    );
    await appears(lab, "src/a.js");
  },
);

inLab(
  "a no to what a helper asks is brought to its end",
  { columns: 100, rows: 40 },
  async (lab, tmux) => {
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
      const state = await look(lab, tmux);
      if (state.state !== "asking") assert.fail(state.state);
      return state.request;
    };
    const denied = await helped("LOOK-AROUND", "touch looked");
    assert.equal(denied.command, "touch looked");
    assert.deepEqual(await reply(lab, tmux, denied, "deny"), {
      status: "sent",
      gone: true,
      // One key for the panel, one for the page behind it.
      attempts: 2,
    });
    await ended(lab);
    assert.equal(await exists(lab, "looked"), false);
    const allowed = await helped("LOOK-AGAIN", "touch looked");
    assert.deepEqual(await reply(lab, tmux, allowed, "once"), {
      status: "sent",
      gone: true,
      attempts: 1,
    });
    await appears(lab, "looked");
    await ended(lab);
  },
);
