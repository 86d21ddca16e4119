import assert from "node:assert/strict";
import { helperRecordFolder, recordedCalls, recordFile } from "./record.ts";

const line = (type: string, content: unknown, more: object = {}) =>
  JSON.stringify({ type, message: { content }, ...more });

const bash = (id: string, command: string, more: object = {}) =>
  line("assistant", [
    { type: "tool_use", id, name: "Bash", input: { command } },
  ], more);

const result = (id: string, content: unknown, failed = false) =>
  line("user", [
    { type: "tool_result", tool_use_id: id, content, is_error: failed },
  ]);

const refused = "The user doesn't want to proceed with this tool use. The " +
  "tool use was rejected (eg. if it was a file edit, the new_string was NOT " +
  "written to the file).";

Deno.test("recordFile names folders as Claude does", () => {
  const file = (project: string) => recordFile({ home: "/h", project }, "id");
  assert.equal(
    file("/a/wéb_Shop.x y"),
    "/h/.claude/projects/-a-w-b-Shop-x-y/id.jsonl",
  );
  // Seen with 2.1.330: long names are cut and end in a hash of the path.
  const long = "/tmp/orch-lab-12f3ba551c5d7d3b/" + "b".repeat(120) + "/" +
    "c".repeat(120);
  const folder = file(long).split("/")[4]!;
  assert.equal(folder.length, 207);
  assert.match(folder, /c{48}-aebugo$/);
  assert.equal(
    helperRecordFolder({ home: "/h", project: "/a" }, "id"),
    "/h/.claude/projects/-a/id/subagents",
  );
});

Deno.test("recordedCalls tells pending, approved and denied calls apart", () => {
  const tail = [
    bash("1", "npm test"),
    bash("2", "rm x"),
    bash("3", "false"),
    bash("4", "a\u0007"),
    bash("5", "sleep 9"),
    result("1", "ok"),
    result("2", refused, true),
    result("3", "Exit code 1", true),
    result("4", "<tool_use_error>InputValidationError: …", true),
  ].join("\n");
  assert.deepEqual(
    recordedCalls(tail).map(({ id, outcome }) => [id, outcome]),
    [
      ["1", "approved"],
      ["2", "denied"],
      ["3", "approved"],
      ["4", "unknown"],
      ["5", undefined],
    ],
  );
});

Deno.test("recordedCalls reads a refusal however its text is wrapped", () => {
  const tail = [
    bash("1", "x"),
    result("1", [{ type: "text", text: refused }], true),
  ];
  assert.equal(recordedCalls(tail.join("\n"))[0]?.outcome, "denied");
});

Deno.test("recordedCalls takes nothing from what is only quoted", () => {
  const quoted = bash("1", "rm x");
  const tail = [
    line("user", quoted),
    line("user", [{ type: "text", text: quoted }]),
    result("0", quoted),
    JSON.stringify({ type: "attachment", content: quoted }),
    line("user", [{ type: "tool_use", id: "2", name: "Bash", input: {} }]),
    line("assistant", [{ type: "tool_result", tool_use_id: "3" }]),
  ].join("\n");
  assert.deepEqual(recordedCalls(tail), []);
});

Deno.test("recordedCalls bears cut and strange lines", () => {
  const tail = [
    bash("0", "cut").slice(30),
    "null",
    '"tool_use"',
    '{"type":"assistant","message":{"content":[null,{"type":"tool_use"}]}}',
    bash("1", "npm test"),
    bash("2", "half").slice(0, -9),
  ].join("\n");
  assert.deepEqual(recordedCalls(tail), [
    { id: "1", kind: "command", command: "npm test" },
  ]);
});

Deno.test("recordedCalls marks what a helper asks for, and reads paths", () => {
  const write = line("assistant", [
    { type: "tool_use", id: "2", name: "Write", input: { file_path: "/a" } },
  ]);
  const tail = [bash("1", "x", { isSidechain: true }), write].join("\n");
  assert.deepEqual(recordedCalls(tail), [
    { id: "1", kind: "command", command: "x", helper: true },
    { id: "2", kind: "write", path: "/a" },
  ]);
});

Deno.test("recordedCalls tells that a command would leave the sandbox", () => {
  const called = (dangerouslyDisableSandbox: boolean) =>
    recordedCalls(line("assistant", [{
      type: "tool_use",
      id: "1",
      name: "Bash",
      input: { command: "ls", dangerouslyDisableSandbox },
    }]));
  const call = { id: "1", kind: "command", command: "ls" };
  const besides = "it would run outside of the sandbox";
  assert.deepEqual(called(true), [{ ...call, besides }]);
  assert.deepEqual(called(false), [call]);
});
