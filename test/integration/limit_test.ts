import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { Monitor } from "../../lib/monitor/mod.ts";
import { eventually, RunningMonitor, Stage } from "../harness/mod.ts";
import { laterClock } from "../harness/later_monitor.ts";

const hour = 60 * 60_000;
const goOn = "The usage limit is over: please go on.";

/** A monitor whose time is ahead. */
async function laterMonitor(stage: Stage, ahead: number) {
  const clock = laterClock(ahead);
  const tmux = await stage.server.connect({ clock });
  const journal = Journal.open(stage.paths.journal, { clock });
  const { paths } = stage;
  const running = new RunningMonitor((notify) =>
    new Monitor({ tmux, journal, paths, clock, notify })
  );
  const end = running[Symbol.asyncDispose].bind(running);
  return Object.assign(running, {
    journal,
    [Symbol.asyncDispose]: async () => {
      await end();
      journal.close();
    },
  });
}

/** How often the agent was told to go on, by its own screen. */
async function timesTold(stage: Stage): Promise<number> {
  const screen = await stage.server.screen(stage.pane);
  return screen.split(`❯ ${goOn}`).length - 1;
}

Deno.test("an agent goes on after its usage limit, and is told once", async () => {
  await using stage = await Stage.start([
    { limit: "in 2 hours 30 minutes" },
    { say: "Going on now." },
    { wait: "message" },
  ]);
  {
    await using monitor = await stage.monitor();
    const limited = await monitor.until("limited");
    assert.equal(limited.wording, "in 2 hours 30 minutes");
    const { stdout } = await stage.orch("status");
    assert.match(
      stdout,
      /actor: usage limit for \d+s, resets in 2 hours 30 minutes; it goes on by itself in 2h/,
    );
    const json = await stage.orch("status", "--json");
    const [agent] = JSON.parse(json.stdout).agents;
    assert.equal(agent.state, "limited");
    assert.equal(agent.limit.resets, limited.resets);
  }
  {
    await using early = await laterMonitor(stage, 2 * hour);
    await early.until("state", (notice) => notice.state === "limited");
    assert.equal(await timesTold(stage), 0);
  }
  await using monitor = await laterMonitor(stage, 3 * hour);
  await monitor.until("woken");
  await stage.until(/Going on now/);
  await monitor.until("state", (notice) => notice.state === "idle");
  assert.equal(await timesTold(stage), 1);
  assert.deepEqual(monitor.journal.limits.open(), []);
  assert.equal(
    monitor.notices.filter(({ type }) => type === "limited").length,
    0,
    "it was told of the limit before",
  );
});

Deno.test("a draft in the composer is left alone after a limit", async () => {
  await using stage = await Stage.start([{ limit: "in 1 hour 5 minutes" }]);
  {
    await using monitor = await stage.monitor();
    await monitor.until("limited");
  }
  await stage.press("-l", "half a thought");
  await stage.until(/❯ half a thought/);
  await using monitor = await laterMonitor(stage, 2 * hour);
  const trouble = await monitor.until("trouble");
  assert.match(trouble.message, /somebody's text stands in its composer/);
  const screen = await stage.until(/❯ half a thought$/m);
  assert.doesNotMatch(screen, /please go on/);
  const { stdout } = await stage.orch("status");
  assert.match(stdout, /tell it to go on: somebody's text stands/);
});

Deno.test("a limit without a known end is a person's", async () => {
  await using stage = await Stage.start([{ limit: "when it does" }]);
  await using monitor = await laterMonitor(stage, 0);
  const limited = await monitor.until("limited");
  assert.equal(limited.resets, undefined);
  const { stdout } = await stage.orch("status");
  assert.match(stdout, /tell it to go on: when it ends is not known/);
  assert.equal(await timesTold(stage), 0);
});

const program = new URL("../harness/later_monitor.ts", import.meta.url);

/** Starts a monitor as a process of its own, whose time is ahead. */
function spawnLater(stage: Stage, ahead: number): Deno.ChildProcess {
  const { socket, home } = stage.server;
  return new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt", "-A", program.pathname],
      ...[socket, home, String(ahead)],
    ],
    env: { ORCH_TEST: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

Deno.test("a monitor killed while it wakes an agent neither forgets nor repeats", async () => {
  // From the claim to the end of the waking takes about a quarter of a second.
  const delays = [0, 20, 60, 100, 120, 150, 200, 300];
  await using stage = await Stage.start(
    delays.map((_, index) => ({ limit: `in ${60 + index} minutes` })),
    { rows: 60 },
  );
  using journal = Journal.open(stage.paths.journal);
  const latest = () => journal.limits.latest("actor");
  /** Lets a monitor run until the agent meets the limit of its next step. */
  const follow = async (ahead: number, index: number) => {
    await using _monitor = await laterMonitor(stage, ahead);
    await eventually("the agent meets its limit", () => {
      const now = latest();
      const met = now?.wording === `in ${60 + index} minutes`;
      return Promise.resolve(
        met && now?.status === "waiting" ||
          JSON.stringify([now, _monitor.notices]),
      );
    }, 10_000);
  };
  await follow(0, 0);
  for (const [index, delay] of delays.entries()) {
    const ahead = (index + 1) * 2 * hour;
    const doomed = spawnLater(stage, ahead);
    await eventually("the waking begins", () => {
      const { status } = latest()!;
      return Promise.resolve(status !== "waiting" || status);
    }, 20_000);
    await new Promise((resolve) => setTimeout(resolve, delay));
    doomed.kill("SIGKILL");
    await doomed.status;
    if (index + 1 < delays.length) await follow(ahead, index + 1);
    else {
      await using _monitor = await laterMonitor(stage, ahead);
      await eventually(
        "the last waking ends",
        () => Promise.resolve(latest()?.woken !== undefined || latest()),
      );
    }
    assert.equal(await timesTold(stage), index + 1, `killed after ${delay} ms`);
  }
  {
    await using monitor = await laterMonitor(stage, 24 * hour);
    await monitor.until("state", (notice) => notice.state === "idle");
  }
  assert.equal(await timesTold(stage), delays.length);
  const types = journal.events().map((event) => event.type);
  const count = (type: string) => types.filter((one) => one === type).length;
  assert.equal(count("limit-claimed"), delays.length);
  assert.equal(count("limit-woken"), delays.length);
});
