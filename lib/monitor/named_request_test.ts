import assert from "node:assert/strict";
import type { HookRequest, Request } from "../agents/mod.ts";
import { asking, type FakePane, idle, withPane } from "./fake_pane_test.ts";
import { asTold, mayBeDrawnAs, nameOf } from "./named_request.ts";

const here = new AbortController().signal;

const dialog: Request = {
  kind: "fetch",
  url: "https://example.com/a",
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: ["Fetch?"],
};

const call = {
  kind: "mcp",
  server: "tracker",
  tool: "get_issue",
  input: { id: 7 },
} as const;

/** Lays down what passes, and gives the pane of an agent that asks. */
async function withPolicy(
  run: (pane: FakePane) => Promise<void>,
): Promise<void> {
  await withPane(async (pane) => {
    const home = pane.supervisor.supervised.agent.project;
    await Deno.mkdir(`${home}/.config/orch`, { recursive: true });
    await Deno.writeTextFile(
      `${home}/.config/orch/config.yaml`,
      "allow:\n  - fetch https://docs.example.com/*\n  - mcp tracker get_*\n" +
        "deny:\n  - mcp tracker delete_*\n",
    );
    await run(pane);
  });
}

function tell({ supervisor }: FakePane, request: HookRequest) {
  return supervisor.hooks.answer({ event: "permission", request }, here);
}

function rowsOf({ journal }: FakePane): string[] {
  return journal.requests.all().map((
    { summary, channel, status, by, outcome },
  ) => [summary, channel, status, by, outcome].join(" "));
}

Deno.test("asTold() lets only count what a hook has told", () => {
  const hides = "tabs";
  assert.equal(asTold(undefined, dialog), dialog);
  assert.equal(asTold(hides, dialog).complete, false);
  const told: Request = { ...dialog, told: true };
  assert.equal(asTold(hides, told), told);
  const command: Request = { ...dialog, kind: "command" };
  assert.equal(asTold(hides, command), command);
});

Deno.test("nameOf() says all that would be done, or nothing", () => {
  assert.equal(nameOf(dialog), dialog.url);
  assert.equal(nameOf({ kind: "fetch", query: "deno" }), "deno");
  assert.notEqual(nameOf(call), nameOf({ ...call, input: { id: 8 } }));
  const { input: _, ...bare } = call;
  assert.equal(nameOf(bare), undefined);
});

Deno.test("mayBeDrawnAs() knows a tool by the name that it gives itself", () => {
  const drawn = { ...dialog, kind: "mcp", server: "Tracker" } as const;
  const told: Request = { ...dialog, ...call };
  assert.ok(mayBeDrawnAs({ ...drawn, tool: "Get Issue" }, told));
  assert.ok(!mayBeDrawnAs({ ...drawn, tool: "Get Issues" }, told));
  assert.ok(!mayBeDrawnAs(dialog, told));
  assert.ok(!mayBeDrawnAs(dialog, { ...dialog, url: "https://example.com/" }));
});

Deno.test("an address and a tool that a hook has told are answered", () =>
  withPolicy(async (pane) => {
    const url = "https://docs.example.com/a";
    const fetched = await tell(pane, { kind: "fetch", url });
    assert.deepEqual(fetched, { answer: "allow" });
    assert.deepEqual(await tell(pane, call), { answer: "allow" });
    const denied = await tell(pane, { ...call, tool: "delete_issue" });
    assert.equal(denied.answer, "deny");
    const other = await tell(pane, { ...call, server: "other" });
    assert.deepEqual(other, { answer: "none" });
    assert.deepEqual(rowsOf(pane).map((row) => row.replace(/ hook.*/, "")), [
      `fetch ${url}`,
      'mcp tracker get_issue {"id":7}',
      'mcp tracker delete_issue {"id":7}',
      'mcp other get_issue {"id":7}',
    ]);
  }));

Deno.test("the dialog of a call that was told is that of its request", () =>
  withPolicy(async (pane) => {
    const told: HookRequest = { ...call, server: "other" };
    assert.deepEqual(await tell(pane, told), { answer: "none" });
    await pane.show(asking("", {
      kind: "mcp",
      server: "Other",
      tool: "Get Issue",
    }));
    const [row, ...more] = pane.journal.requests.all();
    assert.equal(more.length, 0);
    const request = row!.request as Request;
    assert.deepEqual([request.told, request.input], [true, { id: 7 }]);
    assert.equal(row!.status, "waiting");
  }));

Deno.test("what was answered already is not what the next dialog is for", () =>
  withPolicy(async (pane) => {
    assert.deepEqual(await tell(pane, call), { answer: "allow" });
    const other: HookRequest = { ...call, server: "other", input: { id: 9 } };
    assert.deepEqual(await tell(pane, other), { answer: "none" });
    await pane.show(asking("", {
      kind: "mcp",
      server: "other",
      tool: "Get Issue",
    }));
    assert.equal(pane.journal.requests.all().length, 2);
    const request = pane.journal.requests.find(2)!.request as Request;
    assert.deepEqual([request.told, request.input], [true, { id: 9 }]);
    assert.deepEqual(request.evidence, [""]);
  }));

Deno.test("a dialog by another name is not taken for what was told", () =>
  withPolicy(async (pane) => {
    await tell(pane, { ...call, server: "other" });
    await pane.show(asking("", { kind: "mcp", server: "x", tool: "y" }));
    const [row, ...more] = pane.journal.requests.all();
    assert.equal(more.length, 0, "it is the only one that it can be");
    const request = row!.request as Request;
    assert.deepEqual([request.told, request.input], [undefined, undefined]);
    assert.equal(row!.status, "waiting");
  }));

Deno.test("a dialog that was seen first is answered once its call is told", () =>
  withPolicy(async (pane) => {
    const dialog = {
      kind: "mcp",
      server: "tracker",
      tool: "Get Issue",
    } as const;
    await pane.show(asking("", dialog));
    assert.equal(pane.journal.requests.find(1)?.status, "waiting");
    await tell(pane, call);
    await pane.show(asking("", { ...dialog, selected: undefined }));
    assert.deepEqual(pane.journal.requests.all().length, 1);
    const request = pane.journal.requests.find(1)!.request as Request;
    assert.deepEqual(request.input, { id: 7 });
  }));

Deno.test("the end of another call of the same kind ends no request", () =>
  withPolicy(async (pane) => {
    await pane.show(idle);
    await tell(pane, { ...call, server: "other" });
    pane.supervisor.hooks.ended({ ...call, id: "1", outcome: "approved" });
    assert.match(rowsOf(pane)[0]!, / waiting /);
    pane.supervisor.hooks.ended({
      ...call,
      server: "other",
      id: "2",
      outcome: "approved",
    });
    assert.match(rowsOf(pane)[0]!, / closed /);
  }));
