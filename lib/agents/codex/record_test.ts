import assert from "node:assert/strict";
import { recordedCalls, recordHead, recordSearch } from "./record.ts";

const line = (type: string, payload: object) =>
  JSON.stringify({ timestamp: "2026-01-02T03:04:05.678Z", type, payload });

const item = (type: string, call_id: string, more: object) =>
  line("response_item", { type, call_id, ...more });

const called = (id: string, cmd: string, name = "exec_command") =>
  item("function_call", id, { name, arguments: JSON.stringify({ cmd }) });

const ended = (id: string, output: unknown) =>
  item("function_call_output", id, { output });

const outcomes = (lines: readonly string[]) =>
  recordedCalls(lines.join("\n")).map(({ id, outcome }) => [id, outcome]);

Deno.test("recordSearch looks where Codex writes, three folders down", () => {
  const place = { home: "/h", project: "/p" };
  const { folder, depth, name } = recordSearch(place);
  assert.deepEqual([folder, depth], ["/h/.codex/sessions", 3]);
  assert.match(
    "rollout-2026-11-22T20-19-27-01a204e9-e634-7523-8f47-1fbd1650eb1b.jsonl",
    name,
  );
  assert.doesNotMatch("rollout-x.jsonl.tmp", name);
  const own = recordSearch({ ...place, isolate: "/own" });
  assert.equal(own.folder, "/own/sessions");
});

Deno.test("recordHead tells a person's conversations from helpers'", () => {
  const payload = {
    id: "01a2",
    cwd: "/p",
    timestamp: "2026-01-02T03:04:05.678Z",
    cli_version: "0.169.0",
    source: "cli",
  };
  assert.deepEqual(recordHead(line("session_meta", payload)), {
    session: "01a2",
    project: "/p",
    version: "0.169.0",
    started: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
  });
  const helper = { ...payload, source: { subagent: "review" } };
  assert.equal(recordHead(line("session_meta", helper)), undefined);
  assert.equal(recordHead(line("turn_context", payload)), undefined);
  assert.equal(recordHead("{"), undefined);
});

Deno.test("recordedCalls tells pending, approved and denied calls apart", () => {
  const head = "Chunk ID: 8f5063\nWall time: 0.0 seconds\nProcess exited with ";
  const rejected = (by: string) =>
    `exec_command failed: CreateProcess { message: "Rejected(\\"${by}\\")" }`;
  assert.deepEqual(
    outcomes([
      called("1", "npm test"),
      ...["2", "3", "4", "5", "6", "7"].map((id) => called(id, `rm ${id}`)),
      ended("1", `${head}code 0\n`),
      ended("2", `${head}code 3\nOutput:\naborted by user`),
      ended("3", "Wall time: 0.9 seconds\naborted by user"),
      ended("4", rejected("rejected by user")),
      ended("5", rejected("Use npm ci instead.")),
      ended("6", "sandbox is not there"),
    ]),
    [
      ["1", "approved"],
      ["2", "approved"],
      ["3", "denied"],
      ["4", "denied"],
      ["5", "denied"],
      ["6", "unknown"],
      ["7", undefined],
    ],
  );
});

Deno.test("recordedCalls reads commands and files however they were asked for", () => {
  const tail = [
    '{"cut": "by the tail',
    line("turn_context", { cwd: "/src/shop" }),
    called("1", "printf 'a\tb'\n"),
    item("function_call", "2", {
      name: "shell",
      arguments: JSON.stringify({ command: ["bash", "-lc", "ls"] }),
    }),
    item("function_call", "3", {
      name: "shell",
      arguments: JSON.stringify({ command: ["ls", "a b"] }),
    }),
    item("custom_tool_call", "4", {
      name: "apply_patch",
      input: "*** Begin Patch\n*** Add File: a/b.txt\n+x\n*** End Patch",
    }),
    item("function_call", "5", {
      name: "create_ticket",
      namespace: "mcp__tracker",
      arguments: "{}",
    }),
    item("function_call", "6", { name: "update_plan", arguments: "{}" }),
    "",
  ].join("\n");
  assert.deepEqual(recordedCalls(tail), [
    { id: "1", kind: "command", command: "printf 'a\tb'\n" },
    { id: "2", kind: "command", command: "ls" },
    { id: "3", kind: "command" },
    { id: "4", kind: "edit", path: "/src/shop/a/b.txt" },
    { id: "5", kind: "mcp" },
  ]);
});

Deno.test("recordedCalls tells where a command would run that names a folder", () => {
  const line = (type: string, payload: unknown) =>
    JSON.stringify({ type, payload });
  const called = (workdir: string) =>
    line("response_item", {
      type: "function_call",
      name: "exec_command",
      call_id: "1",
      arguments: JSON.stringify({ cmd: "ls", workdir }),
    });
  const turn = line("turn_context", { cwd: "/src/shop" });
  for (const [workdir, directory] of [["web", "/src/shop/web"], ["/etc"]]) {
    const [call] = recordedCalls(`${turn}\n${called(workdir!)}`);
    assert.equal(call?.directory, directory ?? workdir);
  }
  // Not known: then nobody answers but a person.
  assert.equal(recordedCalls(called("web"))[0]?.directory, "web");
});
