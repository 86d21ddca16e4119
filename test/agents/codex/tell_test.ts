/**
 * The real Codex: what reaches it as a message.
 */
import assert from "node:assert/strict";
import { codex, tell } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { ask, exists, inLab, reply, sent } from "./desk.ts";

const x = (count: number) => "x".repeat(count);

inLab(
  "a reason follows a no as a message, whatever it says",
  { columns: 90, rows: 40 },
  async (lab, tmux) => {
    const say = (text: string) =>
      tell({ tmux, pane: lab.pane, agent: codex, text, clock: systemClock });
    const reasons: readonly (readonly [string, string])[] = [
      ["Use npm instead.", "Use npm instead."],
      ["Two lines:\n\n- first\n- second", "Two lines:\n\n- first\n- second"],
      ["!touch run-by-the-shell", "Message: !touch run-by-the-shell"],
      ["/quit", "Message: /quit"],
      ["exit", "Message: exit"],
      ["Look at @src", "Look at @src"],
      ["? what", "Message: ? what"],
      ["$skill", "Message: $skill"],
      ["ends in a backslash\\", "ends in a backslash\\"],
      [x(3000), x(3000)],
      ["日本語 🎉 “quoted”", "日本語 🎉 “quoted”"],
    ];
    for (const [text, arrives] of reasons) {
      const { request } = await ask(lab, tmux, "touch denied");
      assert.deepEqual(await reply(lab, tmux, request, "deny"), sent);
      assert.equal(await say(text), "typed", text);
      await lab.until(
        () => lab.model.prompts.some((one) => one.includes(arrives)),
        `the model to be told ${arrives.slice(0, 60)}, not ` +
          JSON.stringify(lab.model.prompts.at(-1)?.slice(0, 200)),
      );
      await lab.started();
    }
    assert.equal(await exists(lab, "run-by-the-shell"), false);
    assert.equal(await exists(lab, "denied"), false);

    // Nothing is told into a dialog, where letters are answers.
    const { request } = await ask(lab, tmux, "touch denied");
    assert.equal(await say("yes or no?"), "asking");
    assert.deepEqual(await reply(lab, tmux, request, "deny"), sent);
    assert.equal(await exists(lab, "denied"), false);
  },
);
