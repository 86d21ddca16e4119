import assert from "node:assert/strict";
import type { RecordedCall, Request } from "./agent.ts";
import { confirm } from "./confirm.ts";

const command: Request = {
  kind: "command",
  command: "echo a b",
  readings: ["echo a b", "echo a\nb"],
  rows: ["echo a", "b"],
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "f",
  evidence: ["echo a"],
};

const call = (text: string, id = "1"): RecordedCall => ({
  id,
  kind: "command",
  command: text,
});

const differ = "the screen and the agent's own record differ";

Deno.test("confirm takes the exact command from the record", () => {
  const exact = confirm(command, [call("echo a\nb")]);
  assert.equal(exact.command, "echo a\nb");
  assert.deepEqual(exact.readings, ["echo a\nb"]);
  assert.equal(exact.call, "1");
  assert.equal(exact.complete, true);
});

Deno.test("confirm leaves a request alone while the record says nothing", () => {
  const done = { ...call("echo a b"), outcome: "approved" as const };
  assert.equal(confirm(command, []), command);
  assert.equal(confirm(command, [done]), command);
});

Deno.test("confirm distrusts a dialog that no pending call fits", () => {
  for (const other of ["echo a bc", "echo a b; rm x", "echo a"]) {
    const result = confirm(command, [call(other)]);
    assert.equal(result.complete, false);
    assert.equal(result.incompleteBecause, differ);
  }
  const write: RecordedCall = { id: "1", kind: "write", path: "/p/a" };
  assert.equal(confirm(command, [write]).complete, false);
});

Deno.test("confirm does not choose between calls that look alike", () => {
  const both = [call("echo a b", "1"), call("echo a\nb", "2")];
  assert.equal(confirm(command, both).complete, false);
  const twice = confirm(command, [
    call("echo a b", "1"),
    call("echo a b", "2"),
  ]);
  assert.equal(twice.complete, true);
  assert.equal(twice.call, "1");
});

Deno.test("confirm takes the folder from the call, and chooses none", () => {
  const there = { ...call("echo a b"), directory: "/etc" };
  assert.equal(confirm(command, [there]).directory, "/etc");
  const both = confirm(command, [there, call("echo a b", "2")]);
  assert.equal(both.complete, false);
});

Deno.test("confirm holds back what a call would do besides", () => {
  const besides = "it would run outside of the sandbox";
  const held = confirm(command, [{ ...call("echo a b"), besides }]);
  assert.equal(held.complete, false);
  assert.equal(held.incompleteBecause, besides);
  assert.equal(held.call, "1", "what becomes of it can still be told");
  const settled = {
    ...command,
    complete: false,
    settledByRecord: true,
  } as const;
  const open = confirm(settled, [{ ...call("echo a b"), besides }]);
  assert.equal(open.complete, false);
});

Deno.test("confirm says that the command was told", () => {
  assert.equal(confirm(command, [call("echo a b")]).told, true);
  assert.equal(confirm(command, []).told, undefined);
  assert.equal(confirm(command, [call("echo c")]).told, undefined);
});

Deno.test("confirm asks when another call may be drawn like this one", () => {
  const hidden = [
    "echo a b\x1b]0;; rm -rf c\x07",
    "echo a b\t-delete",
    "echo a b\u00a0c",
    "echo a b\x00c",
    "echo a b\u202ec",
  ];
  for (const text of hidden) {
    const both = [call(text, "1"), call("echo a b", "2")];
    for (const calls of [both, both.toReversed()]) {
      const result = confirm(command, calls);
      assert.equal(result.complete, false, JSON.stringify(text));
      assert.equal(result.told, undefined);
    }
    const done = { ...both[0]!, outcome: "denied" as const };
    assert.equal(confirm(command, [done, both[1]!]).complete, true);
  }
  const plain = [call("npm test", "1"), call("echo a b", "2")];
  assert.equal(confirm(command, plain).complete, true);
});

Deno.test("confirm never completes what is not all on the screen", () => {
  const cut = {
    ...command,
    complete: false,
    incompleteBecause: "its top is out of view",
  };
  const result = confirm(cut, [call("echo a b")]);
  assert.equal(result.complete, false);
  assert.equal(result.incompleteBecause, "its top is out of view");
});

Deno.test("confirm settles what only the rows left open", () => {
  const open: Request = {
    ...command,
    complete: false,
    incompleteBecause: "its rows can be read in too many ways",
    settledByRecord: true,
  };
  const settled = confirm(open, [call("echo a\nb")]);
  assert.equal(settled.complete, true);
  assert.equal(settled.incompleteBecause, undefined);
  assert.equal(settled.settledByRecord, undefined);
  const differing = confirm(open, [call("echo c")]);
  assert.equal(differing.complete, false);
  assert.equal(differing.incompleteBecause, differ);
});

Deno.test("confirm keeps an agent's calls and its helpers' apart", () => {
  const helped: Request = { ...command, helper: "general-purpose" };
  const own = call("echo a b");
  const helpers: RecordedCall = { ...call("echo a\nb", "2"), helper: true };
  assert.equal(confirm(helped, [own, helpers]).call, "2");
  assert.equal(confirm(command, [own, helpers]).call, "1");
  assert.equal(confirm(helped, [own]), helped);
});

Deno.test("confirm takes the whole path from the record", () => {
  const write = (path: string): Request => ({
    kind: "write",
    path,
    complete: true,
    options: [],
    selected: undefined,
    fingerprint: "f",
    evidence: [path],
  });
  const recorded: RecordedCall = {
    id: "1",
    kind: "write",
    path: "/p/src/a.ts",
  };
  for (const shown of ["src/a.ts", "/p/src/a.ts", "../../p/src/a.ts"]) {
    const result = confirm(write(shown), [recorded]);
    assert.equal(result.path, "/p/src/a.ts", shown);
    assert.equal(result.complete, true, shown);
  }
  for (const shown of ["rc/a.ts", "b/src/a.ts", "src/a.t"]) {
    assert.equal(confirm(write(shown), [recorded]).complete, false, shown);
  }
});
