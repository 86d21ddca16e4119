import assert from "node:assert/strict";
import { type EventType, Journal } from "../../lib/journal/mod.ts";
import { spawnOrch, Stage } from "../harness/mod.ts";

/** After which entry in the journal the monitor is killed, in turn. */
const moments: EventType[] = [
  "request-claimed",
  "request-seen",
  "request-decided",
  "request-closed",
  "request-claimed",
  "request-claimed",
  "request-seen",
  "request-closed",
];

/** Waits for an entry of this type that is newer than the given one. */
async function untilEvent(
  journal: Journal,
  type: EventType,
  after: number,
): Promise<number> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const event = journal.events(after).find((event) => event.type === type);
    if (event) return event.id;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`no ${type} in: ${JSON.stringify(journal.events())}`);
}

Deno.test("monitor killed at any point answers once and forgets nothing", async () => {
  const count = 12;
  const commands = Array.from(
    { length: count },
    (_, i) => `echo ${i} >> log.txt`,
  );
  await using stage = await Stage.start([
    ...commands.map((run) => ({ run })),
    { run: "git push --force" },
    // Long enough that a key pressed late would find a dialog to land on.
  ], { script: { guard: 100 } });
  using journal = Journal.open(stage.paths.journal);
  const place = { ...stage.place, directory: stage.project };
  let last = 0;
  for (const moment of moments) {
    const monitor = spawnOrch(["monitor", "--json"], place);
    last = await untilEvent(journal, moment, last);
    monitor.kill("SIGKILL");
    await Promise.all([monitor.stdout.cancel(), monitor.stderr.cancel()]);
    await monitor.status;
    last = journal.events().at(-1)!.id;
  }
  const monitor = spawnOrch(["monitor", "--json"], place);
  try {
    await stage.until(/git push --force/);
    const deadline = Date.now() + 20_000;
    while (journal.requests.all({ waiting: true }).length === 0) {
      assert.ok(Date.now() < deadline, JSON.stringify(journal.requests.all()));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    monitor.kill("SIGTERM");
    await Promise.all([monitor.stdout.cancel(), monitor.stderr.cancel()]);
    await monitor.status;
  }
  const wanted = commands.map((_, i) => `${i}\n`).join("");
  assert.equal(await stage.file("log.txt"), wanted);
  const rows = journal.requests.all();
  assert.deepEqual(
    rows.map((row) => row.summary),
    [...commands, "git push --force"],
    "each request is written down once",
  );
  assert.deepEqual(
    rows.map((row) => `${row.status} ${row.by} ${row.outcome}`),
    [
      ...commands.map(() => "closed orch approved"),
      "waiting undefined undefined",
    ],
  );
});

Deno.test("a second monitor on the same server is refused", async () => {
  await using stage = await Stage.start([{ run: "git push" }]);
  const place = { ...stage.place, directory: stage.project };
  using journal = Journal.open(stage.paths.journal);
  const first = spawnOrch(["monitor", "--json"], place);
  try {
    await untilEvent(journal, "monitor-started", 0);
    const second = await stage.orch("monitor", "--once");
    assert.equal(second.code, 1);
    assert.match(second.stderr, /Another orch monitor/);
  } finally {
    first.kill("SIGTERM");
    const { code } = await first.output();
    assert.equal(code, 130);
  }
});
