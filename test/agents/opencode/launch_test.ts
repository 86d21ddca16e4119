/**
 * The real OpenCode, started as orch says.
 */
import assert from "node:assert/strict";
import { opencode } from "../../../lib/agents/mod.ts";
import type { LaunchOptions } from "../../../lib/agents/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { opencodeClient } from "./client.ts";

const possible = await labIsPossible();

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
      // A person who has no rules.
      settings: { permission: {} },
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

/** What a person's rules make of calls, beside those that orch starts with. */
const persons: readonly {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly project?: unknown;
  readonly calls: readonly (readonly [
    tool: string,
    input: Readonly<Record<string, unknown>>,
    becomes: "asked" | "denied" | "allowed",
  ])[];
}[] = [
  {
    name: "no rules",
    settings: { permission: {} },
    calls: [
      ["bash", { command: "touch a", description: "Do it" }, "asked"],
      ["write", { filePath: "b.js", content: "1" }, "asked"],
      ["webfetch", { url: "http://127.0.0.1:9/", format: "text" }, "asked"],
      ["read", { filePath: "/etc/hosts" }, "asked"],
      ["glob", { pattern: "*.js" }, "allowed"],
    ],
  },
  {
    name: "rules for some commands",
    settings: {
      permission: {
        bash: { "touch no*": "deny", "touch yes*": "allow" },
        edit: "deny",
      },
    },
    calls: [
      ["bash", { command: "touch no-1", description: "Do it" }, "denied"],
      ["bash", { command: "touch yes-1", description: "Do it" }, "allowed"],
      ["bash", { command: "touch a", description: "Do it" }, "asked"],
      ["write", { filePath: "b.js", content: "1" }, "denied"],
    ],
  },
  {
    name: "rules of the project",
    settings: { permission: {} },
    project: { permission: { bash: { "touch no*": "deny" } } },
    calls: [
      ["bash", { command: "touch no-1", description: "Do it" }, "denied"],
      ["bash", { command: "touch a", description: "Do it" }, "asked"],
      ["write", { filePath: "b.js", content: "1" }, "asked"],
    ],
  },
  {
    name: "no to whole tools",
    settings: { permission: { bash: "deny", webfetch: "deny" } },
    calls: [
      ["bash", { command: "touch a", description: "Do it" }, "denied"],
      ["webfetch", { url: "http://127.0.0.1:9/", format: "text" }, "denied"],
    ],
  },
  {
    name: "everything allowed",
    settings: { permission: "allow" },
    calls: [
      ["bash", { command: "touch a", description: "Do it" }, "allowed"],
    ],
  },
];

for (const { name, settings, project, calls } of persons) {
  Deno.test({
    name:
      `OpenCode: a person's own rules win over those of the launch: ${name}`,
    ignore: !possible,
    fn: async () => {
      await using lab = await AgentLab.start(opencodeClient, {
        columns: 100,
        rows: 40,
        settings,
        starter: async (lab) => {
          if (project !== undefined) {
            await Deno.writeTextFile(
              `${lab.project}/opencode.json`,
              JSON.stringify(project),
            );
          }
          return words({ project: lab.project });
        },
      });
      await lab.started();
      for (const [number, [tool, input, becomes]] of calls.entries()) {
        await lab.model.clear();
        const before = lab.model.results.length;
        const end = `End of ${number}.`;
        await lab.model.queue({ calls: [{ tool, input }] }, { text: end });
        await lab.say(`Go on with ${number}, please.`);
        const what = `${tool} ${JSON.stringify(input)}`;
        // A spinner can go on above a panel.
        const screen = await lab.until(
          (plain, text) =>
            opencode.read({ text }).state === "asking" ||
            plain.includes(end) && lab.client.isIdle(plain, text),
          what,
        );
        const asks = opencode.read({ text: screen }).state === "asking";
        assert.equal(asks, becomes === "asked", what);
        if (asks) {
          await lab.keys("Escape");
          await lab.settled(
            (plain, text) => lab.client.isIdle(plain, text),
            "the end of the turn",
            200,
          );
          continue;
        }
        // What was turned down by key before is told only now, too.
        const result = lab.model.results.slice(before).at(-1);
        // A tool that is denied whole is not even offered.
        const denied = /prevents you from|unavailable tool/.test(
          result?.text ?? "",
        );
        assert.equal(denied, becomes === "denied", `${what}: ${result?.text}`);
      }
    },
  });
}
