/**
 * The real OpenCode, started as orch says.
 */
import assert from "node:assert/strict";
import { opencode } from "../../../lib/agents/mod.ts";
import type { LaunchOptions } from "../../../lib/agents/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { opencodeClient } from "./client.ts";
import { possible } from "./desk.ts";

const words = (options: LaunchOptions) => {
  const { argv, environment } = opencode.launch(options);
  const set = Object.entries(environment).map(([name, value]) =>
    `${name}=${value}`
  );
  return ["env", ...set, ...argv];
};

Deno.test({
  name: "OpenCode: it starts as launch says, asks, and goes on afterwards",
  ignore: !possible,
  fn: async () => {
    await using lab = await AgentLab.start(opencodeClient, {
      columns: 100,
      rows: 40,
      // A person who has allowed everything.
      settings: { permission: "allow" },
      starter: (lab) =>
        Promise.resolve(words({
          project: lab.project,
          prompt: "--auto, please",
        })),
    });
    await using tmux = await Tmux.connect({ socket: lab.socket });
    await lab.until(
      (screen) => /Done\./.test(screen),
      "the answer to the first prompt",
      60_000,
    );
    assert.ok(lab.model.prompts.includes("--auto, please"));
    const { program } = await tmux.capture(lab.pane);
    assert.ok(opencode.programs.includes(program), program);
    await lab.model.queue({ calls: [opencodeClient.command("touch asked")] });
    await lab.say("Go on, please.");
    await lab.until(
      (_, text) => opencode.read({ text }).state === "asking",
      "a panel",
    );
    await lab.keys("Escape");
    await lab.settled(
      (plain, escaped) => lab.client.isIdle(plain, escaped),
      "the end of the turn",
    );

    // Ended and started anew, it knows what was said.
    await lab.tmux("set-option", "-g", "remain-on-exit", "on");
    await lab.keys("C-c");
    await lab.until((plain) => /opencode -s ses_/.test(plain), "the end");
    const gone = await tmux.capture(lab.pane);
    assert.equal(opencode.read(gone).state, "exited", gone.text);
    const resume = /-s (ses_\w+)/.exec(gone.text)?.[1];
    assert.ok(resume, gone.text);
    await lab.tmux(
      ...["respawn-pane", "-k", "-t", lab.pane, "-c", lab.project],
      ...["env", "-i", `HOME=${lab.home}`, `PATH=${lab.path}`],
      ...["TERM=tmux-256color", "LANG=C.UTF-8"],
      ...words({ project: lab.project, resume }),
    );
    await lab.until(
      (screen) => /--auto, please/.test(screen),
      "the earlier conversation",
      60_000,
    );
  },
});
