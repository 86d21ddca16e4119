import assert from "node:assert/strict";
import { Journal, type RequestRecord } from "../../lib/journal/mod.ts";
import { eventually, spawnOrch, Stage } from "../harness/mod.ts";

/** A monitor in a process of its own. */
class MonitorProcess implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;

  constructor(stage: Stage) {
    const place = { ...stage.place, directory: stage.project };
    this.#process = spawnOrch(["monitor", "--json"], place);
  }

  async end(signal: Deno.Signal): Promise<void> {
    this.#process.kill(signal);
    const { stdout, stderr, status } = this.#process;
    await Promise.all([stdout.cancel(), stderr.cancel()]);
    await status;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.end("SIGTERM");
  }
}

/** Waits until the journal says something of a request. */
async function untilRequest(
  stage: Stage,
  summary: string,
  wanted: (row: RequestRecord) => boolean,
): Promise<RequestRecord> {
  using journal = Journal.open(stage.paths.journal);
  let found: RequestRecord | undefined;
  await eventually(summary, () => {
    found = journal.requests.all().find((row) => row.summary === summary);
    const holds = found !== undefined && wanted(found);
    return Promise.resolve(holds || JSON.stringify(found));
  }, 15_000);
  return found!;
}

for (const hooks of [true, false]) {
  const how = hooks ? "told by hooks" : "seen on the screen";
  Deno.test(`an agent's own files outlive a killed monitor, ${how}`, async () => {
    const write = (path: string) => ({ write: { path, text: "1\n" } });
    await using stage = await Stage.start([
      ...["first.py", "second.py", "third.py", "last.py"].map(write),
      { wait: "message" },
      ...["first.py", "second.py", "third.py"].map((name) => ({
        run: `rm ${name}`,
      })),
    ], { hooks });
    const closed = (row: RequestRecord) => row.status === "closed";
    const waits = (row: RequestRecord) => row.status === "waiting";
    const first = new MonitorProcess(stage);
    await untilRequest(stage, "write last.py", closed);
    await first.end("SIGKILL");
    const path = `${stage.project}/third.py`;
    await Deno.writeTextFile(path, "mine\n", { append: true });

    await using _second = new MonitorProcess(stage);
    await stage.press("Go on", "Enter");
    const asked = await untilRequest(stage, "rm first.py", waits);
    assert.equal(asked.verdict?.tier, "project");
    assert.match(asked.verdict.reason, /deletes what the agent made itself/);
    const { code, stderr } = await stage.orch("approve", String(asked.id));
    assert.equal(code, 0, stderr);

    const learned = await untilRequest(stage, "rm second.py", closed);
    assert.equal(learned.verdict?.decision, "allow");
    assert.match(learned.verdict.reason, /you approved `rm \*` once/);
    assert.equal(await stage.file("second.py"), undefined);

    const mine = await untilRequest(stage, "rm third.py", waits);
    assert.equal(mine.verdict?.tier, "remote");
    assert.equal(await stage.file("third.py"), "1\nmine\n");
  });
}
