/**
 * The real Claude Code: what reaches it as a message.
 */
import assert from "node:assert/strict";
import { claude, tell } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { atDesk } from "../lab/desk.ts";
import { claudeClient } from "./client.ts";

const x = (count: number) => "x".repeat(count);

atDesk(
  claudeClient,
  "a reason follows a no as a message, whatever it says",
  { columns: 90, rows: 40 },
  async (desk) => {
    const { lab, tmux } = desk;
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
      const request = await desk.ask("touch denied");
      await desk.answers(request, "deny");
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
    assert.equal(await desk.exists("run-by-the-shell"), false);
    assert.equal(await desk.exists("denied"), false);

    // Nothing is told into a dialog, where it would be a yes.
    const open = await desk.ask("touch denied");
    const told = await tell({
      tmux,
      pane: lab.pane,
      agent: claude,
      text: "Yes or no?",
      clock: systemClock,
    });
    assert.equal(told, "asking");
    await desk.answers(open, "deny");
    assert.equal(await desk.exists("denied"), false);
  },
);
