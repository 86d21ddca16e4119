import assert from "node:assert/strict";
import type { Agent, HookAnswer } from "../agents/mod.ts";
import { asking, type FakePane, idle, withPane } from "./fake_pane_test.ts";
import type { PermissionReport } from "./told_request.ts";

const here = new AbortController().signal;

function tell(
  { supervisor }: FakePane,
  command: string,
  more: Partial<PermissionReport> = {},
): Promise<HookAnswer> {
  return supervisor.hooks.answer({
    event: "permission",
    request: { kind: "command", command },
    ...more,
  }, here);
}

function rowsOf({ journal }: FakePane): string[] {
  return journal.requests.all().map((row) =>
    [row.summary, row.channel, row.status, row.by, row.outcome].join(" ")
  );
}

/** Lets time pass, and has a look. */
async function wait(pane: FakePane, milliseconds: number): Promise<void> {
  pane.clock.time += milliseconds;
  pane.supervisor.reconsider();
  await pane.supervisor.settled();
}

Deno.test("HookRequests answers at once, and closes when no dialog has come", () =>
  withPane(async (pane) => {
    await pane.show(idle);
    assert.deepEqual(await tell(pane, "ls"), { answer: "allow" });
    assert.deepEqual(rowsOf(pane), ["ls hook answering orch "]);
    await wait(pane, 1000);
    assert.deepEqual(rowsOf(pane), ["ls hook answering orch "]);
    await wait(pane, 600);
    assert.deepEqual(rowsOf(pane), ["ls hook closed orch approved"]);
  }));

Deno.test("HookRequests leaves a dialog that is about to go, and no longer", () =>
  withPane(async (pane) => {
    await tell(pane, "ls");
    await pane.show(asking("ls"));
    assert.equal(
      pane.journal.requests.find(1)?.note,
      "the agent asks although its hook was answered",
    );
    assert.deepEqual(rowsOf(pane), ["ls hook waiting  "]);
    assert.equal(pane.notices.filter((n) => n.type === "waiting").length, 1);
    await wait(pane, 5000);
    assert.deepEqual(rowsOf(pane), ["ls hook waiting  "], "it is a person's");
  }));

Deno.test("HookRequests answers a dialog that was seen before its hook", () =>
  withPane(async (pane) => {
    // Not all of it could be read.
    await pane.show(asking("ls", { complete: false, settledByRecord: true }));
    assert.equal(pane.journal.requests.find(1)?.status, "waiting");
    assert.deepEqual(await tell(pane, "ls"), { answer: "allow" });
    await pane.show(idle);
    await wait(pane, 2000);
    assert.deepEqual(rowsOf(pane), ["ls hook closed orch approved"]);
  }));

Deno.test("HookRequests settles how a dialog reads, and only by what fits", () =>
  withPane(async (pane) => {
    await tell(pane, "git push\necho a");
    const readings = ["git push echo a", "git push\necho a"];
    await pane.show(asking("git push echo a", { readings }));
    assert.deepEqual(rowsOf(pane), ["git push ⏎ echo a hook waiting  "]);
    assert.deepEqual(
      (pane.journal.requests.find(1)?.request as { readings: string[] })
        .readings,
      ["git push\necho a"],
    );
  }));

Deno.test("HookRequests asks a person when two reports would look the same", () =>
  withPane(async (pane) => {
    const unanswerable = { unanswerable: true } as const;
    await tell(pane, "echo a ls", unanswerable);
    await tell(pane, "echo a\nls", unanswerable);
    const readings = ["echo a ls", "echo a\nls"];
    await pane.show(asking("echo a ls", { readings }));
    const row = pane.journal.requests.find(3);
    assert.equal(row?.status, "waiting");
    assert.match(
      row?.verdict?.reason ?? "",
      /what the agent.s hook told differ/,
    );
  }));

Deno.test("HookRequests has what takes no answer answered by key", () =>
  withPane(async (pane) => {
    const told = await tell(pane, "ls", { unanswerable: true });
    assert.deepEqual(told, { answer: "none" });
    await pane.show(asking("ls"));
    assert.deepEqual(rowsOf(pane), ["ls hook closed orch approved"]);
  }));

Deno.test("HookRequests answers nothing that nobody waits for any more", () =>
  withPane(async (pane) => {
    const { supervisor } = pane;
    const request = { kind: "command", command: "ls" } as const;
    const answer = await supervisor.hooks.answer(
      { event: "permission", request },
      AbortSignal.abort(),
    );
    assert.deepEqual(answer, { answer: "none" });
    await pane.show(asking("ls"));
    assert.deepEqual(rowsOf(pane), ["ls hook closed orch approved"]);
  }));

Deno.test("HookRequests leaves what is not judged to its dialog", () =>
  withPane(async (pane) => {
    const requests = [
      { kind: "fetch" },
      { kind: "mcp", server: "s", tool: "t" },
      { kind: "plan" },
      { kind: "question" },
      { kind: "command" },
      { kind: "command", command: "" },
      { kind: "write", command: "ls" },
    ] as const;
    for (const request of requests) {
      const { hooks } = pane.supervisor;
      const answer = await hooks.answer({ event: "permission", request }, here);
      assert.deepEqual(answer, { answer: "none" });
    }
    assert.deepEqual(rowsOf(pane), []);
  }));

Deno.test("HookRequests judges in the folder that was told", () =>
  withPane(async (pane) => {
    const etc = { directory: "/etc" };
    assert.equal((await tell(pane, "ls > list.txt", etc)).answer, "none");
    assert.equal((await tell(pane, "ls > list.txt")).answer, "allow");
  }));

Deno.test("HookRequests takes the folder from the call that has begun", async () => {
  const command = "ls > list.txt";
  const report = { unanswerable: true, directory: "" } as const;
  const begin = ({ supervisor }: FakePane, directory: string) =>
    supervisor.hooks.ended({ id: "b", kind: "command", command, directory });
  const cases: readonly (readonly [readonly string[], number, string])[] = [
    [["/srv/shop"], 1, "closed"],
    [["/srv/shop", "/srv/shop"], 1, "closed"],
    [["/etc"], 1, "waiting"],
    // Not known, or not which: nothing is told then.
    [["/etc", "/srv/shop"], 0, ""],
    [[], 0, ""],
  ];
  for (const [folders, rows, status] of cases) {
    await withPane(async (pane) => {
      const project = pane.supervisor.supervised.agent.project;
      for (const folder of folders) {
        begin(pane, folder.replace("/srv/shop", project));
      }
      await tell(pane, command, report);
      assert.equal(pane.journal.requests.all().length, rows);
      if (rows === 0) return;
      await pane.show(asking(command));
      assert.equal(pane.journal.requests.find(1)?.status, status, `${folders}`);
    });
  }
  await withPane(async (pane) => {
    begin(pane, "/etc");
    pane.supervisor.hooks.turnEnded();
    await tell(pane, command, report);
    assert.deepEqual(rowsOf(pane), []);
  });
});

Deno.test("HookRequests judges nothing in a folder that is not known", () =>
  withPane(async (pane) => {
    const { answer } = await tell(pane, "ls", { directory: "src" });
    assert.equal(answer, "none");
    assert.deepEqual(rowsOf(pane), []);
  }));

Deno.test("HookRequests forgets what was asked and never shown", () =>
  withPane(async (pane) => {
    await pane.show(idle);
    await tell(pane, "git push");
    await wait(pane, 2500);
    assert.equal(pane.notices.filter((n) => n.type === "waiting").length, 1);
    await wait(pane, 3000);
    assert.deepEqual(rowsOf(pane), ["git push hook closed pane unknown"]);
    await tell(pane, "git push -f");
    pane.supervisor.hooks.turnEnded();
    assert.equal(
      pane.journal.requests.find(2)?.status,
      "waiting",
      "the report of an earlier turn's end may have been overtaken",
    );
    await wait(pane, 1000);
    pane.supervisor.hooks.turnEnded();
    assert.equal(pane.journal.requests.find(2)?.status, "closed");
    assert.deepEqual(pane.journal.requests.all({ toLearn: true }), []);
  }));

Deno.test("HookRequests learns a person's answer from a hook that nothing contradicts", () =>
  withPane(async (pane) => {
    const call = { id: "c", kind: "command", command: "make all" } as const;
    await tell(pane, "make all");
    await pane.show(asking("make all"));
    await pane.show(idle);
    pane.supervisor.outcomes.hear({ ...call, outcome: "approved" });
    await wait(pane, 500);
    assert.equal(pane.journal.requests.find(1)?.outcome, "unknown");
    pane.supervisor.outcomes.hear({ ...call, outcome: "denied" });
    await wait(pane, 1500);
    assert.equal(
      pane.journal.requests.find(1)?.outcome,
      "unknown",
      "both were told",
    );
    await tell(pane, "make docs");
    await pane.show(asking("make docs"));
    await pane.show(idle);
    const docs = {
      ...call,
      command: "make docs",
      outcome: "approved",
    } as const;
    pane.supervisor.outcomes.hear(docs);
    await wait(pane, 500);
    await wait(pane, 600);
    assert.equal(pane.journal.requests.find(2)?.outcome, "approved");
    assert.equal(pane.journal.requests.find(2)?.learned, true);
  }));

Deno.test("HookRequests knows what a dialog is for that shows something else", () =>
  withPane(async (pane) => {
    await tell(pane, "rm -rf ../shop", { shownAs: "trust" });
    await pane.show(asking("Leave the folder?", { kind: "trust" }));
    assert.deepEqual(rowsOf(pane), ["rm -rf ../shop hook waiting  "]);
    const { verdict } = pane.journal.requests.find(1)!;
    assert.match(verdict!.reason, /shows something else/);
    // Then for what is to be done there.
    await tell(pane, "rm -rf ../shop");
    await pane.show(asking("rm -rf ../shop"));
    await tell(pane, "git push");
    await pane.show(asking("Which one?", { kind: "question" }));
    assert.deepEqual(rowsOf(pane), [
      "rm -rf ../shop hook closed pane unknown",
      "rm -rf ../shop hook closed pane unknown",
      "git push hook waiting  ",
      "Which one? screen waiting  ",
    ]);
  }));

Deno.test("HookRequests never takes a late effect of its answer for a person's", () =>
  withPane(async (pane) => {
    await tell(pane, "mkdir -p made");
    await pane.show(asking("mkdir -p made"));
    assert.equal(pane.journal.requests.find(1)?.status, "waiting");
    await pane.show(idle);
    pane.supervisor.outcomes.hear({
      id: "c",
      kind: "command",
      command: "mkdir -p made",
      outcome: "approved",
    });
    await wait(pane, 500);
    await wait(pane, 600);
    assert.deepEqual(rowsOf(pane), [
      "mkdir -p made hook closed orch approved",
    ]);
    assert.deepEqual(pane.journal.requests.all({ toLearn: true }), []);
  }));

/** Nothing but its hooks tells of its calls. */
const unrecorded = { records: undefined } as unknown as Partial<Agent>;

Deno.test("HookRequests knows the dialog of a call again however it is drawn", () =>
  withPane(async (pane) => {
    const push = { kind: "command", command: "git push", call: "c" } as const;
    await tell(pane, "git push", { request: push });
    await pane.show(asking("git push"));
    const more = { fingerprint: "with a tip", evidence: ["Tip", "git push"] };
    await pane.show(asking("git push", more));
    assert.deepEqual(rowsOf(pane), ["git push hook waiting  "]);
    assert.equal(pane.journal.requests.find(1)?.fingerprint, "with a tip");
    // The next call for the same is another request.
    pane.supervisor.supervised.record
      .tell({ ...push, id: "c", outcome: "denied" });
    await tell(pane, "git push", { request: { ...push, call: "d" } });
    await pane.show(asking("git push"));
    assert.deepEqual(rowsOf(pane), [
      "git push hook closed pane unknown",
      "git push hook waiting  ",
    ]);
  }, unrecorded));

Deno.test("HookRequests takes no screen from before the end of a call for a dialog", () =>
  withPane(async (pane) => {
    const call = { id: "c", kind: "command", command: "touch a" } as const;
    const { hooks, outcomes, supervised } = pane.supervisor;
    await tell(pane, "touch a", { request: { ...call, call: "c" } });
    hooks.ended({ ...call, outcome: "approved" });
    // The record knows the call, and not yet that it has ended.
    supervised.record.tell(call);
    let looks = 0;
    pane.looked = (screen) => ++looks > 5 ? idle : screen;
    await pane.show(asking("touch a"));
    outcomes.hear({ ...call, outcome: "approved" });
    await wait(pane, 3000);
    assert.deepEqual(rowsOf(pane), ["touch a hook closed orch approved"]);
    assert.deepEqual(pane.journal.requests.all({ toLearn: true }), []);
  }, unrecorded));

Deno.test("PaneSupervisor knows the dialog of a call again without hooks", () =>
  withPane(async (pane) => {
    const { record } = pane.supervisor.supervised;
    record.tell({ id: "c", kind: "command", command: "git push" });
    await pane.show(asking("git push"));
    await pane.show(asking("git push", { fingerprint: "with a tip" }));
    assert.deepEqual(rowsOf(pane), ["git push screen waiting  "]);
    assert.equal(pane.journal.requests.find(1)?.fingerprint, "with a tip");
  }, unrecorded));

Deno.test("HookRequests finds its dialog again once it is drawn whole", () =>
  withPane(async (pane) => {
    await tell(pane, "git push");
    const { readings: _, ...half } = JSON.parse(asking("").text).request;
    const drawn = { ...half, complete: false, fingerprint: "half" };
    delete drawn.command;
    const screen = {
      text: JSON.stringify({ state: "asking", request: drawn }),
    };
    await pane.show(screen as Parameters<typeof pane.show>[0]);
    await pane.show(asking("git push"));
    assert.deepEqual(rowsOf(pane), ["git push hook waiting  "]);
    const { complete } = pane.journal.requests.find(1)!.request as {
      complete: boolean;
    };
    assert.equal(complete, true);
  }));
