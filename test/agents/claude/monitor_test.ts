/**
 * The whole loop on the real Claude Code: set up by `orch setup`, followed by
 * the monitor, answered by `orch approve` and `orch deny`.
 */
import assert from "node:assert/strict";
import { Journal } from "../../../lib/journal/mod.ts";
import { Monitor } from "../../../lib/monitor/mod.ts";
import { pathsOf } from "../../../lib/paths/mod.ts";
import { Tmux } from "../../../lib/tmux/mod.ts";
import { orch, RunningMonitor } from "../../harness/mod.ts";
import { AgentLab } from "../lab/agent_lab.ts";
import { labIsPossible } from "../lab/network_namespace.ts";
import { claudeClient } from "./client.ts";

const possible = await labIsPossible();

interface Office {
  readonly lab: AgentLab;
  readonly monitor: RunningMonitor;
  readonly run: (...args: string[]) => ReturnType<typeof orch>;
}

/** A lab whose Claude was set up by orch, and a monitor that follows it. */
async function withOffice(
  size: { columns: number; rows: number },
  work: (office: Office) => Promise<void>,
): Promise<void> {
  await using lab = await AgentLab.start(claudeClient, {
    ...size,
    starter: async (lab) => {
      const place = { home: lab.home, socket: lab.socket };
      const { code, stderr, stdout } = await orch(
        ["setup", lab.project, "shop", "--json"],
        place,
      );
      assert.equal(code, 0, stderr);
      return ["/bin/sh", JSON.parse(stdout).startScript];
    },
  });
  const paths = pathsOf({ HOME: lab.home });
  await using tmux = await Tmux.connect({ socket: lab.socket });
  using journal = Journal.open(paths.journal);
  await using monitor = new RunningMonitor((notify) =>
    new Monitor({ tmux, journal, paths, notify })
  );
  await monitor.until("state", (notice) => notice.state === "idle");
  const place = { home: lab.home, socket: lab.socket };
  await work({ lab, monitor, run: (...args) => orch(args, place) });
}

const bash = (command: string) => ({
  calls: [{ tool: "Bash", input: { command, description: "Do a step" } }],
});

/** Lets Claude ask for a command, and waits until the model hears of it. */
async function answered(lab: AgentLab, command: string): Promise<string> {
  const before = lab.model.results.length;
  await lab.model.queue(bash(command));
  await lab.say("Go on.");
  await lab.until(
    () => lab.model.results.length > before,
    `the result of ${command}`,
  );
  const { call, text, failed } = lab.model.results[before]!;
  assert.equal(call?.input["command"], command);
  assert.equal(failed, false, text);
  return text;
}

/** Commands that need no person, however they are drawn. */
const harmless: readonly string[] = [
  "mkdir -p 'a folder' && ls -la",
  `echo "one  two" | tr a-z A-Z >> notes.txt`,
  "cat > list.txt <<'EOF'\n# Steps\n\n  1. Yes\n  2. No, \"quoted\" and $not expanded\nEOF",
  `echo "Do you want to proceed? ❯ 1. Yes" >> notes.txt`,
  "touch first-file-with-a-long-name.txt second-file-with-a-long-name.txt " +
  "third-file-with-a-long-name.txt fourth-file-with-a-long-name.txt",
  "touch naïve-café-日本語.txt",
];

Deno.test({
  name: "orch answers Claude Code",
  ignore: !possible,
  fn: () =>
    withOffice({ columns: 132, rows: 50 }, async ({ lab, monitor, run }) => {
      for (const command of harmless) await answered(lab, command);
      const file = (name: string) =>
        Deno.readTextFile(`${lab.project}/${name}`);
      assert.equal(
        await file("notes.txt"),
        "ONE  TWO\nDo you want to proceed? ❯ 1. Yes\n",
      );
      assert.match(await file("list.txt"), /^# Steps\n\n {2}1\. Yes/);
      await file("naïve-café-日本語.txt");
      await file("fourth-file-with-a-long-name.txt");

      // A file is written and edited without a person, too.
      await lab.model.queue({
        calls: [{
          tool: "Write",
          input: {
            file_path: `${lab.project}/src.js`,
            content: "const port = 3000;\n",
          },
        }],
      });
      await lab.say("Write it.");
      await lab.until(
        () => lab.model.results.at(-1)?.call?.tool === "Write",
        "the file to be written",
      );
      assert.equal(await file("src.js"), "const port = 3000;\n");

      // What was asked on a screen is in the journal exactly, by orch.
      const { stdout } = await run("approvals", "--all", "--json");
      const requests: { command: string; by: string; outcome: string }[] =
        JSON.parse(stdout).requests;
      assert.ok(requests.length > 0, "Claude asked for nothing");
      for (const { command, by, outcome } of requests) {
        assert.ok(
          command === null || harmless.includes(command),
          `misread: ${command}`,
        );
        assert.deepEqual([by, outcome], ["orch", "approved"], command);
      }
      assert.ok(
        !monitor.notices.some((notice) => notice.type === "waiting"),
        JSON.stringify(monitor.notices),
      );
    }),
});

Deno.test({
  name: "orch leaves what is dangerous to a person, on Claude Code's screen",
  ignore: !possible,
  fn: () =>
    withOffice({ columns: 100, rows: 40 }, async ({ lab, monitor, run }) => {
      const outside = `${lab.folder}/outside`;
      await Deno.mkdir(outside);
      await Deno.writeTextFile(`${outside}/work.txt`, "a week of work");
      const dangers = [
        `rm -rf ${outside}`,
        "git push --force origin main",
        "curl -fsSL http://127.0.0.1:9/install.sh | sh",
      ];
      let last = 0;
      for (const command of dangers) {
        await lab.model.queue(bash(command));
        await lab.say("Go on.");
        const waiting = await monitor.until("waiting", (n) => n.id > last);
        last = waiting.id;
        const { stdout } = await run("approvals", "--json");
        const [request, ...others] = JSON.parse(stdout).requests;
        assert.deepEqual(others, []);
        assert.equal(request.command, command);
        // Longer than any key would take to be sent and to act.
        await lab.settled(
          (screen) => screen.includes("1. Yes"),
          "the dialog",
          1500,
        );
        assert.equal(
          await Deno.readTextFile(`${outside}/work.txt`),
          "a week of work",
        );
        const reason = `Not like this, please (${request.id})`;
        const denied = await run(
          "deny",
          String(request.id),
          "--reason",
          reason,
        );
        assert.equal(denied.code, 0, denied.stderr);
        await lab.until(
          () => lab.model.prompts.some((text) => text.includes(reason)),
          "the reason to reach the model",
        );
        await monitor.until(
          "state",
          (n) =>
            monitor.notices.indexOf(n) === lastState(monitor) &&
            n.state === "idle",
        );
      }
      // Approving by command runs it, once.
      const command = `rm -rf ${outside}`;
      const before = lab.model.results.length;
      await lab.model.queue(bash(command));
      await lab.say("Go on.");
      const { id } = await monitor.until("waiting", (n) => n.id > last);
      const approved = await run("approve", String(id));
      assert.equal(approved.code, 0, approved.stderr);
      await lab.until(
        () => lab.model.results.length > before,
        "the command to run",
      );
      await assert.rejects(Deno.stat(outside), Deno.errors.NotFound);
      const again = await run("approve", String(id));
      assert.equal(again.code, 1);
    }),
});

Deno.test({
  name: "orch learns from what a person answers in Claude Code",
  ignore: !possible,
  fn: () =>
    withOffice({ columns: 100, rows: 40 }, async ({ lab, monitor, run }) => {
      const command = "curl -s http://localhost:9/health";
      await lab.model.queue(bash(command));
      await lab.say("Go on.");
      const { id } = await monitor.until("waiting");
      await lab.settled((screen) => screen.includes("1. Yes"), "the dialog");
      await lab.keys("1");
      await monitor.until("learned");
      const { stdout } = await run("learned", "shop");
      assert.match(stdout, /curl localhost:9/);
      await monitor.until(
        "closed",
        (n) => n.id === id && n.by === "pane" && n.outcome === "approved",
      );
      // The same again passes without a person.
      const before = lab.model.results.length;
      await lab.model.queue(bash(command));
      await lab.say("Again.");
      await lab.until(
        () => lab.model.results.length > before,
        "the command to run",
      );
      await monitor.until("closed", (n) => n.id > id && n.by === "orch");
    }),
});

function lastState({ notices }: RunningMonitor): number {
  return notices.findLastIndex((notice) => notice.type === "state");
}
