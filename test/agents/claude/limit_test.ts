/**
 * The real Claude Code at its usage limit: when it ends is read, its menu is
 * left, and it is told to go on.
 */
import assert from "node:assert/strict";
import {
  claude,
  leaveLimitMenu,
  resetTime,
  tell,
} from "../../../lib/agents/mod.ts";
import { systemClock } from "../../../lib/clock/mod.ts";
import type { AgentLab } from "../lab/agent_lab.ts";
import { atDesk } from "../lab/desk.ts";
import { claudeClient } from "./client.ts";

/** How long the limit lasts, in seconds. */
const lasts = 2 * 60 * 60;

/** Lets the next turn meet the limit. */
async function meetLimit(lab: AgentLab, times: number): Promise<number> {
  const end = Math.ceil(Date.now() / 1000) + lasts;
  const claim = "anthropic-ratelimit-unified";
  await lab.model.queue({
    error: {
      status: 429,
      message: "This request would exceed your account's rate limit.",
      times,
      headers: {
        [`${claim}-status`]: "rejected",
        [`${claim}-reset`]: String(end),
        [`${claim}-representative-claim`]: "five_hour",
        "x-should-retry": "false",
      },
    },
  });
  await lab.say("Begin.");
  return end * 1000;
}

for (const version of ["2.0.76", "2.1.197", "2.1.330"]) {
  atDesk(
    claudeClient,
    `${version} is told to go on after its usage limit`,
    {
      version,
      columns: 100,
      rows: 30,
      // A made-up login: usage limits are for subscribers.
      environment: {
        ANTHROPIC_AUTH_TOKEN: "",
        CLAUDE_CODE_OAUTH_TOKEN: "dummy",
      },
    },
    async (desk) => {
      const { lab, tmux } = desk;
      // The early one asks three times before it believes it.
      const end = await meetLimit(lab, version === "2.0.76" ? 3 : 1);
      await lab.settled(
        (_, screen) => claude.read({ text: screen }).state === "limited",
        "the limit",
      );
      const state = await desk.look();
      assert.ok(state.state === "limited");
      const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      const read = resetTime(state.resets!, { now: Date.now(), timeZone });
      // It leaves out the seconds.
      assert.ok(end - read! >= 0 && end - read! < 60_000, state.resets);
      const continues = version === "2.1.330" ? true : undefined;
      assert.equal(state.continues, continues);

      const where = { tmux, pane: lab.pane, agent: claude, clock: systemClock };
      const text = "Please go on.";
      if (state.menu) {
        const early = await tell({ ...where, text, limited: true });
        assert.equal(early, "asking", "a menu takes no text");
        assert.equal(await leaveLimitMenu({ ...where, marker: "menu" }), true);
      }
      // From here on the model answers again.
      const told = await tell({ ...where, text, limited: true });
      assert.equal(told, "typed");
      await lab.until(
        () => lab.model.prompts.some((prompt) => prompt.includes(text)),
        "the model to be told",
      );
      const before = lab.model.prompts.some((one) => one.includes("Begin."));
      assert.ok(before, "the conversation is the same");
    },
  );
}
