import assert from "node:assert/strict";
import { agents } from "../agents/mod.ts";
import { asking, type FakePane, withPane } from "./fake_pane_test.ts";
import { onlyTold } from "./only_told.ts";
import { RecordReader } from "./record_reader.ts";

const hides = { hides: "tabs and control characters" };

/** The agent's hook tells a command, and takes no answer. */
function tell({ supervisor }: FakePane, command: string) {
  return supervisor.hooks.answer({
    event: "permission",
    unanswerable: true,
    request: { kind: "command", command },
  }, new AbortController().signal);
}

/** What became of the requests, and why the last of them waits. */
function fates({ journal }: FakePane): [string, string | undefined][] {
  return journal.requests.all().map(({ status, by, outcome, verdict }) => [
    [status, by, outcome].join(" ").trim(),
    status === "waiting" ? verdict?.reason : undefined,
  ]);
}

const answered = ["closed orch approved", undefined];

Deno.test("PaneSupervisor leaves to a person what only such a screen tells", () =>
  withPane(async (pane) => {
    const before = pane.clock.time;
    await pane.show(asking("ls"));
    assert.deepEqual(fates(pane), [[
      "waiting",
      "Asks because its dialog does not draw tabs and control characters, " +
      "and neither the agent's record nor a hook tells the command.",
    ]]);
    const { request } = pane.journal.requests.find(1)!;
    assert.equal((request as { complete: boolean }).complete, false);
    assert.ok(pane.clock.time - before >= 500, "the record had its time");
  }, hides));

Deno.test("PaneSupervisor answers it once a hook tells the command", async () => {
  await withPane(async (pane) => {
    await tell(pane, "ls");
    await pane.show(asking("ls"));
    assert.deepEqual(fates(pane), [answered]);
  }, hides);
  // While the dialog waits for it, at any of its steps.
  for (let steps = 0; steps < 400; steps += 5) {
    await withPane(async (pane) => {
      const shown = pane.show(asking("ls"));
      for (let step = 0; step < steps; step++) await Promise.resolve();
      await tell(pane, "ls");
      await shown;
      pane.supervisor.reconsider();
      await pane.supervisor.settled();
      assert.deepEqual(fates(pane), [answered], `after ${steps} steps`);
    }, hides);
  }
  // Long after the dialog.
  await withPane(async (pane) => {
    await pane.show(asking("ls"));
    await tell(pane, "ls");
    assert.equal(pane.journal.requests.find(1)?.status, "waiting");
    pane.supervisor.reconsider();
    await pane.supervisor.settled();
    assert.deepEqual(fates(pane), [answered]);
  }, hides);
});

Deno.test("PaneSupervisor judges what was told, not what is drawn", async () => {
  const told = ["ls\t; rm -rf /srv", "ls\x07", "ls\x1b", "l\u200bs", "ls\0"];
  for (const command of told) {
    const row = command.replaceAll(/[^ -~]/g, "");
    const drawn = asking(row, { rows: [row] });
    const text = JSON.stringify(command);
    await withPane(async (pane) => {
      await tell(pane, command);
      await pane.show(drawn);
      assert.equal(pane.journal.requests.find(1)?.status, "waiting", text);
    }, hides);
    await withPane(async (pane) => {
      await pane.show(drawn);
      await tell(pane, command);
      pane.supervisor.reconsider();
      await pane.supervisor.settled();
      const unanswered = pane.journal.requests.all().every(({ by, status }) =>
        by === undefined && status === "waiting"
      );
      assert.ok(unanswered, text);
      const { summary } = pane.journal.requests.all().at(-1)!;
      assert.match(summary, /<U\+[0-9A-F]{4}>/, "a person sees what it is");
    }, hides);
  }
});

Deno.test("PaneSupervisor asks when what was told is drawn as something else", () =>
  withPane(async (pane) => {
    await tell(pane, "ls\x1b]0;; rm -rf /srv\x07");
    await pane.show(asking("ls"));
    assert.match(fates(pane).at(-1)![1]!, /what the agent.s hook told differ/);
  }, hides));

Deno.test("PaneSupervisor does not take one told command for another", async () => {
  const hidden = "ls\x1b]0;; rm -rf /srv\x07";
  for (const order of [[hidden, "ls"], ["ls", hidden]]) {
    await withPane(async (pane) => {
      for (const command of order) await tell(pane, command);
      await pane.show(asking("ls"));
      assert.ok(
        pane.journal.requests.all().every(({ by }) => by === undefined),
      );
    }, hides);
  }
});

Deno.test("RecordReader.confirm() waits for a hook only until it tells", async () => {
  const reader = new RecordReader({
    agent: { ...agents.rehearsal, ...hides },
    place: { home: "/home/dev", project: "/srv/shop" },
  });
  const request = {
    kind: "command",
    command: "ls",
    complete: true,
    options: [],
    selected: undefined,
    fingerprint: "",
    evidence: [],
  } as const;
  let time = 0;
  const clock = {
    now: () => time,
    sleep: (milliseconds: number) => {
      time += milliseconds;
      return Promise.resolve();
    },
  };
  const { signal } = new AbortController();
  const held = await reader.confirm(request, clock, signal, () => time >= 100);
  assert.equal(held.complete, false);
  assert.equal(time, 100);
  const told = { ...request, told: true } as const;
  assert.equal(await reader.confirm(told, clock, signal), told);
  assert.equal(time, 100);
});

Deno.test("onlyTold() holds files back as well, and questions not", () => {
  const request = {
    path: "src/a.ts",
    complete: true,
    options: [],
    selected: undefined,
    fingerprint: "",
    evidence: [],
  } as const;
  const agent = { ...agents.rehearsal, ...hides };
  for (const kind of ["write", "edit", "read"] as const) {
    const drawn = onlyTold(agent, { ...request, kind });
    assert.equal(drawn.complete, false);
    assert.match(drawn.incompleteBecause!, /tells the file$/);
    assert.ok(onlyTold(agent, { ...request, kind, told: true }).complete);
  }
  assert.ok(onlyTold(agent, { ...request, kind: "trust" }).complete);
});
