/**
 * The real Codex: what reaches it as a message.
 */
import assert from "node:assert/strict";
import { codex, tell } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { codexClient } from "./client.ts";

const x = (count: number) => "x".repeat(count);

atDesk(
  codexClient,
  "a reason follows a no as a message, whatever it says",
  { columns: 90, rows: 40 },
  async (desk) => {
    const { lab, tmux } = desk;
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
      const request = await desk.ask("touch denied");
      await desk.answers(request, "deny");
      await desk.ended();
      assert.equal(await say(text), "typed", text);
      await lab.until(
        () => lab.model.prompts.some((one) => one.includes(arrives)),
        `the model to be told ${arrives.slice(0, 60)}, not ` +
          JSON.stringify(lab.model.prompts.at(-1)?.slice(0, 200)),
      );
      await lab.started();
    }
    assert.equal(await desk.exists("run-by-the-shell"), false);
    assert.equal(await desk.exists("denied"), false);

    // Nothing is told into a dialog, where letters are answers.
    const request = await desk.ask("touch denied");
    assert.equal(await say("yes or no?"), "asking");
    await desk.answers(request, "deny");
    await desk.ended();
    assert.equal(await desk.exists("denied"), false);
  },
);
