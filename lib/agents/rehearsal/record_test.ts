import assert from "node:assert/strict";
import { recordedCalls, recordFileOf, stepsDone } from "./record.ts";

const line = (id: string, state: string, command = "ls") =>
  JSON.stringify({ at: "", id, kind: "command", command, state });

Deno.test("recordedCalls gives each call as its last line has it", () => {
  const record = [
    line("a", "pending", "make"),
    '{"at":"","turn":"started"}',
    line("b", "pending"),
    line("a", "approved", "make"),
    line("c", "pending"),
    line("c", "withdrawn"),
    '{"at":"","message":"id"}',
    "",
  ].join("\n");
  assert.deepEqual(recordedCalls(record), [
    { id: "a", kind: "command", command: "make", outcome: "approved" },
    { id: "b", kind: "command", command: "ls" },
    { id: "c", kind: "command", command: "ls", outcome: "unknown" },
  ]);
});

Deno.test("recordedCalls bears a cut first line and a half-written last", () => {
  const record = [
    line("a", "pending").slice(20),
    "null",
    line("a", "denied"),
    line("b", "pending").slice(0, 20),
  ].join("\n");
  assert.deepEqual(recordedCalls(record), [
    { id: "a", kind: "command", command: "ls", outcome: "denied" },
  ]);
});

Deno.test("recordFileOf stays in its folder", () => {
  assert.equal(
    recordFileOf("/home/dev", "../../x"),
    "/home/dev/.local/state/orch/rehearsals/______x.jsonl",
  );
});

Deno.test("stepsDone() finds how far a rehearsal had come", () => {
  const lines = [
    { at: "", turn: "started" },
    { at: "", done: 1 },
    { at: "", done: 2 },
    { at: "", turn: "ended" },
  ].map((entry) => JSON.stringify(entry));
  assert.equal(stepsDone([...lines, '{"at":"","do'].join("\n")), 2);
  assert.equal(stepsDone(lines[0]!), 0);
});
