import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { Monitor, type Notice } from "../../lib/monitor/mod.ts";
import {
  eventually,
  HookClient,
  RunningMonitor,
  spawnOrch,
  Stage,
  TestTmux,
} from "../harness/mod.ts";

const hooks = { hooks: true } as const;

const steps = [
  { wait: "message" },
  { run: "echo ran >> ran.txt" },
  { say: "That was all." },
] as const;

/** Something else that listens where the monitor should. */
async function inPlaceOfMonitor(
  stage: Stage,
  reply: () => Response | Promise<Response>,
): Promise<Deno.HttpServer> {
  const port = Number(await Deno.readTextFile(stage.paths.hookPort));
  return Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    reply,
  );
}

Deno.test("whatever replies instead of the monitor, the agent shows its dialog", async () => {
  const replies = [
    () => new Response("garbage"),
    () => new Response("{", { status: 500 }),
    () => new Response(null, { status: 404 }),
    () => Response.json({ answer: ["allow"] }),
    () => Response.json("allow"),
    () => new Response("x".repeat(1_000_000)),
    () => Response.redirect("http://127.0.0.1:1/"),
  ];
  await using stage = await Stage.start([
    { wait: "message" },
    ...replies.map((_, i) => ({ run: `echo ${i} >> ran.txt` })),
    { say: "That was all." },
  ], { ...hooks, rows: 50 });
  let asked = 0;
  await using _server = await inPlaceOfMonitor(stage, () => {
    const reply = replies[asked % replies.length]!();
    asked++;
    return reply;
  });
  await stage.until(/❯ /);
  await stage.press("Begin", "Enter");
  for (const i of replies.keys()) {
    await stage.until(new RegExp(`^ echo ${i} >> ran.txt$`, "m"));
    await stage.press("1");
  }
  await stage.until(/That was all/);
  assert.ok(asked >= replies.length);
});

Deno.test("without a monitor, or with a slow one, the agent shows its dialog", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "echo without >> ran.txt" },
    { run: "echo slow >> ran.txt" },
    { say: "That was all." },
  ], { ...hooks, script: { hookPatience: 200 } });
  await stage.until(/❯ /);
  await stage.press("Begin", "Enter");
  await stage.until(/^ echo without/m);
  const ever = Promise.withResolvers<Response>();
  await using _server = await inPlaceOfMonitor(stage, () => ever.promise);
  await stage.press("1");
  await stage.until(/^ echo slow/m);
  await stage.press("1");
  await stage.until(/That was all/);
  ever.resolve(new Response());
});

Deno.test("a monitor says that another program has the port, and takes it after", async () => {
  await using stage = await Stage.start(steps, hooks);
  const server = await inPlaceOfMonitor(stage, () => new Response("garbage"));
  await using monitor = await stage.monitor();
  const trouble = await monitor.until("trouble");
  assert.match(trouble.message, /has the port/);
  await server.shutdown();
  const client = new HookClient(stage);
  await eventually("the monitor answers", async () => {
    try {
      return await client.ask("ls") === "allow";
    } catch (error) {
      return error;
    }
  });
  const told = monitor.notices.filter(({ type }) => type === "trouble");
  assert.equal(told.length, 1);
});

Deno.test("of two monitors of a person one answers, and the other takes over", async () => {
  await using stage = await Stage.start(steps, hooks);
  await using other = await TestTmux.start();
  using journal = Journal.open(stage.paths.journal);
  const notices: Notice[] = [];
  const client = new HookClient(stage);
  {
    // It follows another server, and has the port.
    const tmux = await other.connect();
    await using _first = new RunningMonitor((notify) =>
      new Monitor({
        tmux,
        journal,
        paths: stage.paths,
        notify: (notice) => {
          notices.push(notice);
          notify(notice);
        },
      })
    );
    await eventually("the first has the port", async () => {
      const { status } = await client.send({}).catch(() => ({ status: 0 }));
      return status === 200;
    });
    await using second = await stage.monitor();
    await second.until("state", (n) => n.state === "idle");
    assert.notEqual(await client.ask("ls"), "allow");
    await stage.press("Begin", "Enter");
    await second.until("closed", (n) => n.by === "orch");
    await stage.until(/That was all/);
    assert.deepEqual(second.notices.filter((n) => n.type === "trouble"), []);
    await _first[Symbol.asyncDispose]();
    await eventually("the second takes over", async () => {
      try {
        return await client.ask("ls") === "allow";
      } catch (error) {
        return error;
      }
    });
  }
  assert.deepEqual(notices.filter((n) => n.type === "trouble"), []);
});

Deno.test("a monitor killed while it answers hooks forgets and repeats nothing", async () => {
  const moments = [
    "request-claimed",
    "request-seen",
    "request-decided",
    "request-claimed",
    "request-closed",
    "request-claimed",
  ];
  const commands = moments.map((_, i) => `echo ${i} >> log.txt`);
  const push = "git push --force";
  await using stage = await Stage.start(
    [...commands, push].flatMap((run) => [{ wait: "message" }, { run }]),
    hooks,
  );
  using journal = Journal.open(stage.paths.journal);
  const client = new HookClient(stage);
  const place = { ...stage.place, directory: stage.project };
  const log = (count: number) =>
    commands.slice(0, count).map((_, i) => `${i}\n`).join("");
  /** Starts a monitor, and the next command once all before have run. */
  const begin = async (number: number) => {
    const monitor = spawnOrch(["monitor", "--json"], place);
    await eventually(
      "it listens",
      () => client.send({}).then(() => true, (error) => error),
      20_000,
    );
    await eventually(
      "what was asked before has run",
      async () => (await stage.file("log.txt") ?? "") === log(number) || number,
      20_000,
    );
    const last = journal.events().at(-1)!.id;
    await stage.press("-l", `Go on with ${number}`);
    await stage.press("Enter");
    return { monitor, last };
  };
  const end = async (monitor: Deno.ChildProcess, signal: Deno.Signal) => {
    monitor.kill(signal);
    await Promise.all([monitor.stdout.cancel(), monitor.stderr.cancel()]);
    await monitor.status;
  };
  await stage.until(/❯ /);
  for (const [number, moment] of moments.entries()) {
    const { monitor, last } = await begin(number);
    await eventually(
      moment,
      () =>
        Promise.resolve(
          journal.events(last).some(({ type, request }) =>
            type === moment && request === number + 1
          ),
        ),
      20_000,
    );
    await end(monitor, "SIGKILL");
  }
  const { monitor } = await begin(commands.length);
  try {
    await eventually(
      "only the push waits",
      () => {
        const left = journal.requests.all({ unfinished: true })
          .map(({ summary, status }) => `${status} ${summary}`);
        return Promise.resolve(
          left.join() === `waiting ${push}` || left.join(),
        );
      },
      20_000,
    );
  } finally {
    await end(monitor, "SIGTERM");
  }
  assert.equal(
    await stage.file("log.txt"),
    log(commands.length),
    "each ran once, in order",
  );
  const rows = journal.requests.all();
  assert.deepEqual(
    rows.map((row) => row.summary),
    [...commands, push],
    "each request is written down once",
  );
  assert.deepEqual(
    rows.filter((row) => row.by === "pane" && row.outcome !== "unknown"),
    [],
    "nothing is taken for a person's answer",
  );
  assert.equal(rows.at(-1)?.status, "waiting");
  assert.deepEqual(journal.requests.all({ toLearn: true }), []);
  const file = JSON.parse(
    await Deno.readTextFile(stage.paths.agentFile(stage.name)),
  );
  const learned = file.rules.filter((rule: { origin: string }) =>
    rule.origin === "approval"
  );
  assert.deepEqual(learned, [], "and nothing was learned");
});
