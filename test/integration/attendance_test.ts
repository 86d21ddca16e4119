import assert from "node:assert/strict";
import { agents } from "../../lib/agents/mod.ts";
import { type Clock, systemClock } from "../../lib/clock/mod.ts";
import { Journal } from "../../lib/journal/mod.ts";
import { Attendance } from "../../lib/monitor/attendance.ts";
import { RecordReader } from "../../lib/monitor/mod.ts";
import { serverKey } from "../../lib/presence/mod.ts";
import type { PaneId } from "../../lib/tmux/mod.ts";
import { eventually, TestTmux } from "../harness/mod.ts";

/** Says, in a pane, whether the pane stays when its program has ended. */
const keep = 'tmux set-option -pt "$TMUX_PANE" remain-on-exit';

/** Agents whose programs end in a pane that stays, each in its own way. */
async function withEnded(
  scripts: Readonly<Record<string, string>>,
  check: (seen: {
    readonly skip: (milliseconds: number) => void;
    readonly journal: Journal;
    readonly attendance: Attendance;
    readonly lost: readonly string[];
  }) => Promise<void>,
): Promise<void> {
  await using server = await TestTmux.start();
  // tmux takes its own time to learn how a program has ended.
  let skipped = 0;
  const { sleep } = systemClock;
  const clock: Clock = { now: () => Date.now() + skipped, sleep };
  using journal = Journal.open(`${server.directory}/journal.db`, { clock });
  const tmux = await server.connect();
  const lost: string[] = [];
  const attendance = new Attendance({
    journal,
    tmux,
    clock,
    lost: (name) => lost.push(name),
  });
  const place = { home: server.home, project: server.home };
  for (const [name, script] of Object.entries(scripts)) {
    const agent = journal.agents.setUp({
      name,
      kind: "rehearsal",
      project: server.home,
      autonomy: "assisted",
    });
    const pane = await server.tmux(
      ...["new-window", "-d", "-P", "-F", "#{pane_id}", "--"],
      ...["/bin/sh", "-c", `${keep} on; ${script}`],
    ) as PaneId;
    const kind = agents.rehearsal;
    const record = new RecordReader({
      agent: kind,
      place,
      session: `of-${name}`,
    });
    attendance.arrived({
      pane,
      server: await serverKey(tmux),
      agent,
      kind,
      record,
    });
    await eventually(`${name} ended`, async () => {
      const listed = await server.tmux(
        ...["list-panes", "-a", "-F", "#{pane_id} #{pane_dead}"],
      );
      return !listed.split("\n").includes(`${pane} 0`) || listed;
    });
    attendance.left(pane);
  }
  const skip = (milliseconds: number) => void (skipped += milliseconds);
  await check({ skip, journal, attendance, lost });
}

Deno.test("Attendance tells agents that crashed from those that ended", () =>
  withEnded({
    done: "exit 0",
    failed: "exit 3",
    killed: "kill -9 $$",
    closed: `${keep} off; exit 1`,
  }, async ({ skip, journal, attendance, lost }) => {
    for (const { name, place, session } of journal.agents.all()) {
      assert.match(place?.pane ?? "", /^%\d+$/, name);
      assert.equal(session, `of-${name}`);
    }
    // A machine that goes down takes the monitor along before that.
    await attendance.keep();
    assert.ok(journal.agents.all().every(({ ended }) => ended === undefined));
    assert.deepEqual(lost, []);
    skip(5000);
    await attendance.keep();
    assert.deepEqual([...lost].sort(), ["failed", "killed"]);
    const ended = journal.agents.all().filter((agent) =>
      agent.ended !== undefined
    );
    assert.deepEqual(ended.map(({ name }) => name), ["closed", "done"]);
  }));
