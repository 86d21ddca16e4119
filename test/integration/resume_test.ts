import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import {
  eventually,
  orch,
  processEnded,
  spawnOrch,
  Stage,
  TestTmux,
} from "../harness/mod.ts";

/** Does a step, asks for another, and waits. */
const work = [
  { run: "echo one >> steps.txt" },
  { run: "git push origin main" },
  { wait: "message" },
] as const;

interface Status {
  readonly state: string;
  readonly resume?: string;
  readonly pane: string | null;
}

async function statusOf(stage: Stage): Promise<Status> {
  const { code, stdout, stderr } = await stage.orch("status", "--json");
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout).agents[0];
}

async function resumed(stage: Stage, ...names: string[]) {
  const { code, stdout, stderr } = await stage.orch(
    "resume",
    "--json",
    ...names,
  );
  assert.equal(code, 0, stdout + stderr);
  return JSON.parse(stdout).agents;
}

/** Approves the first step, and waits for the second one's dialog. */
async function firstStepDone(stage: Stage): Promise<void> {
  await stage.until(/echo one[^]*❯ 1\. Yes/);
  await stage.press("1");
  await stage.until(/git push[^]*❯ 1\. Yes/);
}

/** Waits until the agent's program has ended and its pane is left. */
function paneDead(stage: Stage): Promise<void> {
  return eventually(
    "the pane is dead",
    async () =>
      await stage.server.tmux(
          ...["display-message", "-pt", stage.pane, "#{pane_dead}"],
        ) === "1" || await stage.server.screen(stage.pane),
  );
}

function agentPanes(stage: Stage): Promise<string> {
  return stage.server.tmux(
    ...["list-panes", "-a", "-F", "#{pane_id} #{@orch_agent} #{pane_dead}"],
    ...["-f", "#{@orch_agent}"],
  );
}

Deno.test("orch resume goes on after the tmux server was killed", async () => {
  await using stage = await Stage.start(work);
  await firstStepDone(stage);
  const { session } = agent(stage);
  assert.match(session ?? "", /^[0-9a-f-]{36}$/);

  await stage.server.halt();
  assert.deepEqual(await statusOf(stage), {
    ...await statusOf(stage),
    state: "lost",
    pane: null,
    resume: "orch resume actor",
  });
  await stage.server.boot();
  assert.equal((await statusOf(stage)).state, "lost");
  {
    // A monitor says so as well.
    await using monitor = await stage.monitor();
    const { resume } = await monitor.until("lost");
    assert.equal(resume, "orch resume actor");
  }

  const [line, ...others] = await resumed(stage);
  assert.deepEqual(others, []);
  const { pane, ...rest } = line;
  assert.deepEqual(rest, { agent: "actor", continues: "session", session });
  stage.pane = pane;
  await stage.until(/Resumed after step 1/);
  assert.equal((await statusOf(stage)).state, "idle");

  // Never a second one, and no step twice.
  const again = await stage.orch("resume", "actor");
  assert.equal(again.code, 1);
  assert.match(again.stderr, /actor runs already in pane %/);
  assert.equal((await stage.orch("resume")).stdout, "No agent was lost.\n");
  await stage.press("-l", "go on");
  await stage.press("Enter");
  await stage.until(/git push[^]*❯ 1\. Yes/);
  assert.equal(await stage.file("steps.txt"), "one\n");
});

Deno.test("orch resume takes the place of an agent that was killed", async () => {
  await using stage = await Stage.start(work);
  await firstStepDone(stage);
  const shell = await stage.server.tmux(
    ...["new-window", "-d", "-P", "-F", "#{pane_id}", "-t", "=actor:"],
  );
  const pid = Number(
    await stage.server.tmux(
      "display-message",
      "-pt",
      stage.pane,
      "#{pane_pid}",
    ),
  );
  Deno.kill(pid, "SIGKILL");
  await processEnded(pid);
  await paneDead(stage);
  assert.equal((await statusOf(stage)).resume, "orch resume actor");

  // Two at once start one.
  const both = await Promise.all([
    stage.orch("resume", "actor"),
    stage.orch("resume", "actor"),
  ]);
  assert.deepEqual(both.map(({ code }) => code).sort(), [0, 1]);
  const listed = (await agentPanes(stage)).split("\n");
  assert.equal(listed.length, 1, listed.join());
  const [pane, name, dead] = listed[0]!.split(" ");
  assert.deepEqual([name, dead], ["actor", "0"]);
  stage.pane = pane as Stage["pane"];
  await stage.until(/Resumed after step 1/);
  // The person's own window in the agent's session is still there.
  const there = await stage.server.tmux("list-panes", "-s", "-t", "=actor:");
  assert.match(there, new RegExp(`${shell} `));
});

Deno.test("an agent that ended as it should is resumed by name only", async () => {
  await using stage = await Stage.start([{ wait: "message" }], {
    script: { then: "exit" },
  });
  await stage.until(/❯/);
  await stage.press("-l", "that is all");
  await stage.press("Enter");
  await paneDead(stage);
  const { state, resume } = await statusOf(stage);
  assert.deepEqual([state, resume], ["exited", undefined]);
  assert.deepEqual(await resumed(stage), []);
  const [line] = await resumed(stage, "actor");
  assert.equal(line.continues, "session");
});

Deno.test("orch resume starts anew where nothing was said yet", async () => {
  await using stage = await Stage.start(work);
  await firstStepDone(stage);
  using journal = Journal.open(stage.paths.journal);
  await stage.server.halt();
  await stage.server.boot();
  // A conversation that never got a record.
  journal.agents.setSession("actor", crypto.randomUUID());
  const { stdout } = await stage.orch("resume");
  assert.match(stdout, /^actor begins anew: no conversation of it is known/);
  const { session } = agent(stage);
  assert.match(session ?? "", /^[0-9a-f-]{36}$/);
});

Deno.test("orch resume finds the latest conversation, if it can only be this agent's", async () => {
  await using server = await TestTmux.start();
  const bin = `${server.directory}/bin`;
  await Deno.mkdir(bin);
  await Deno.mkdir(`${server.home}/shop`);
  // Says what it was started with, under the name that tmux shows.
  await Deno.writeTextFile(
    `${bin}/claude`,
    '#!/bin/bash\n[ "$1" = --version ] && exec echo "2.1.330 (Claude Code)"\n' +
      `[ "$SHOWN" ] || SHOWN=1 exec -a claude bash "$0" "$@"\n` +
      'echo "with: $*"\ncat\n',
    { mode: 0o755 },
  );
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await spawnOrch(args, {
      home: server.home,
      socket: server.socket,
      directory: `${server.home}/shop`,
      path: `${bin}:${server.environment["PATH"]}`,
    }).output();
    const decoder = new TextDecoder();
    assert.equal(code, 0, decoder.decode(stderr));
    return decoder.decode(stdout);
  };
  await run("setup", `${server.home}/shop`, "shop", "--no-hooks");
  using journal = Journal.open(`${server.home}/.local/state/orch/journal.db`);
  const gone = { server: `${server.socket} 1 1000000000`, pane: "%7" };
  journal.agents.attach("shop", gone);
  assert.match(await run("resume"), /^shop goes on with the latest/);
  await server.until("=shop:", /^with: .*--continue$/m);

  // With two of them in one folder, nobody knows whose it is.
  await run("setup", `${server.home}/shop`, "other", "--no-hooks");
  journal.agents.attach("other", gone);
  assert.match(await run("resume"), /^other begins anew/);
  await server.until("=other:", /^with: .*--session-id/m);
});

Deno.test("orch resume names the agents there are", async () => {
  await using server = await TestTmux.start();
  const place = { home: server.home, socket: server.socket };
  const { code, stderr } = await orch(["resume", "nobody"], place);
  assert.equal(code, 3);
  assert.match(stderr, /No agent is called 'nobody'/);
});

function agent(stage: Stage) {
  using journal = Journal.open(stage.paths.journal);
  return journal.agents.require(stage.name);
}
