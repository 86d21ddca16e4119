import assert from "node:assert/strict";
import type { Agent } from "../agents/mod.ts";
import { asking, idle, withPane } from "./fake_pane_test.ts";
import { rowsOf, tell, wait } from "./testing_hooks.ts";

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
