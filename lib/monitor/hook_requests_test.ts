import assert from "node:assert/strict";
import { asking, type FakePane, idle, withPane } from "./fake_pane_test.ts";
import { here, rowsOf, tell, wait } from "./testing_hooks.ts";

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
