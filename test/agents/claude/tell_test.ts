/**
 * The real Claude Code: what reaches it as a message.
 */
import assert from "node:assert/strict";
import { claude, tell } from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import { ask, exists, inLab, reply, sent } from "./desk.ts";

const x = (count: number) => "x".repeat(count);

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
