import assert from "node:assert/strict";
import { readHook } from "./hook_read.ts";

const body = (event: string, more: object) => ({
  session_id: "01a2",
  turn_id: "01a3",
  transcript_path: "/h/.codex/sessions/2026/01/02/rollout-x.jsonl",
  cwd: "/src/shop",
  hook_event_name: event,
  model: "gpt-5.5",
  permission_mode: "default",
  ...more,
});

const asks = (tool_name: unknown, tool_input: unknown) =>
  readHook(body("PermissionRequest", { tool_name, tool_input }));

const patch = (...files: readonly string[]) => ({
  command: [
    "*** Begin Patch",
    ...files.flatMap((file) => [`*** Update File: ${file}`, "@@", "+x"]),
    "*** End Patch",
  ].join("\n"),
});

Deno.test("readHook reads what is asked for", () => {
  const event = {
    event: "permission",
    session: "01a2",
    directory: "/src/shop",
  };
  assert.deepEqual(
    asks("Bash", { command: "npm test\ttwo", description: "Run it?" }),
    {
      ...event,
      request: {
        kind: "command",
        command: "npm test\ttwo",
        description: "Run it?",
      },
    },
  );
  assert.deepEqual(asks("apply_patch", patch(".git/config")), {
    ...event,
    request: { kind: "edit", path: "/src/shop/.git/config" },
  });
  assert.deepEqual(asks("mcp__tracker__create_ticket", { title: "T" }), {
    ...event,
    request: {
      kind: "mcp",
      server: "tracker",
      tool: "create_ticket",
      input: { title: "T" },
    },
  });
});

Deno.test("readHook leaves to the dialog what it does not know whole", () => {
  assert.equal(asks("Bash", {}), undefined);
  assert.equal(asks("Bash", { command: ["ls"] }), undefined);
  assert.equal(asks("Bash", "ls"), undefined);
  assert.equal(asks("apply_patch", patch("a", "b")), undefined);
  assert.equal(asks("apply_patch", { command: "?" }), undefined);
  assert.equal(asks("write_stdin", { chars: "y\n" }), undefined);
  assert.equal(asks(undefined, { command: "ls" }), undefined);
  for (const other of [null, 7, "x", [], {}, body("PreToolUse", {})]) {
    assert.equal(readHook(other), undefined);
  }
});

Deno.test("readHook tells what happens besides", () => {
  assert.deepEqual(readHook(body("SessionStart", { source: "resume" })), {
    event: "session",
    session: "01a2",
    record: "/h/.codex/sessions/2026/01/02/rollout-x.jsonl",
  });
  assert.deepEqual(readHook(body("UserPromptSubmit", { prompt: "Hi" })), {
    event: "prompt",
    session: "01a2",
    text: "Hi",
  });
  assert.deepEqual(readHook(body("Stop", {})), {
    event: "turn-ended",
    session: "01a2",
  });
  assert.deepEqual(
    readHook(body("PostToolUse", {
      tool_name: "Bash",
      tool_input: { command: "ls" },
      tool_use_id: "call_1",
    })),
    {
      event: "call",
      session: "01a2",
      call: {
        id: "call_1",
        kind: "command",
        command: "ls",
        outcome: "approved",
      },
    },
  );
});
