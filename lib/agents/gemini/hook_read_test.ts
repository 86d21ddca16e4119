import assert from "node:assert/strict";
import { readHook } from "./hook_read.ts";

const base = {
  session_id: "8943fecd-8ca3-410d-a4fd-bdba2affc83f",
  cwd: "/src/shop",
  timestamp: "2026-11-22T20:16:48.852Z",
};
const session = base.session_id;

const notified = (details: Record<string, unknown>) =>
  readHook({
    ...base,
    hook_event_name: "Notification",
    notification_type: "ToolPermission",
    details,
  });

const asked = { event: "permission", session, directory: "/src/shop" };

Deno.test("readHook reads what Gemini CLI is about to ask", () => {
  assert.deepEqual(notified({ type: "exec", command: "a\x1b[31mb" }), {
    ...asked,
    directory: "",
    unanswerable: true,
    request: { kind: "command", command: "a\x1b[31mb" },
  });
  const file = { type: "edit", filePath: "/src/shop/a.js" };
  assert.deepEqual(notified({ ...file, originalContent: "" }), {
    ...asked,
    unanswerable: true,
    request: { kind: "write", path: "/src/shop/a.js" },
  });
  assert.deepEqual(notified({ ...file, originalContent: "x" }), {
    ...asked,
    unanswerable: true,
    request: { kind: "edit", path: "/src/shop/a.js" },
  });
  const urls = ["https://example.com/"];
  assert.deepEqual(notified({ type: "info", urls }), {
    ...asked,
    unanswerable: true,
    request: { kind: "fetch", url: "https://example.com/" },
  });
});

Deno.test("readHook reads where a command that is called would run", () => {
  for (
    const [dir_path, directory] of [
      [undefined, "/src/shop"],
      ["web", "/src/shop/web"],
      ["../../etc", "/etc"],
      ["/tmp", "/tmp"],
    ]
  ) {
    const event = readHook({
      ...base,
      hook_event_name: "BeforeTool",
      tool_name: "run_shell_command",
      tool_input: { command: "npm test", dir_path },
    });
    assert.ok(event?.event === "call");
    assert.equal(event.call.directory, directory);
    assert.equal(event.call.command, "npm test");
    assert.equal(event.call.outcome, undefined);
  }
});

Deno.test("readHook reads how calls and turns go", () => {
  const command = "npm test";
  assert.deepEqual(
    readHook({
      ...base,
      hook_event_name: "AfterTool",
      tool_name: "run_shell_command",
      tool_input: { command },
    }),
    {
      event: "call",
      session,
      call: {
        id: `run_shell_command ${base.timestamp}`,
        kind: "command",
        command,
        directory: "/src/shop",
        outcome: "approved",
      },
    },
  );
  const record = "/home/ann/.gemini/tmp/shop/chats/session-1.jsonl";
  assert.deepEqual(
    readHook({
      ...base,
      hook_event_name: "SessionStart",
      transcript_path: record,
    }),
    { event: "session", session, record },
  );
  assert.deepEqual(
    readHook({ ...base, hook_event_name: "BeforeAgent", prompt: "Hello" }),
    { event: "prompt", session, text: "Hello" },
  );
  assert.deepEqual(
    readHook({ ...base, hook_event_name: "AfterAgent" }),
    { event: "turn-ended", session },
  );
});

Deno.test("readHook leaves alone what is not whole or not known", () => {
  const bodies = [
    undefined,
    null,
    7,
    "Notification",
    [],
    {},
    { hook_event_name: "Notification" },
    { hook_event_name: "Notification", notification_type: "ToolPermission" },
    { hook_event_name: "AfterTool", tool_name: "teleport" },
    { hook_event_name: "AfterTool", tool_name: 7, timestamp: {} },
    { hook_event_name: "SessionStart" },
    { hook_event_name: "BeforeAgent", prompt: 7 },
    { hook_event_name: "toString" },
  ];
  for (const body of bodies) assert.equal(readHook(body), undefined);
  const details = [
    {},
    { type: "exec" },
    { type: "exec", command: 7 },
    { type: "sandbox_expansion", command: "ls" },
    { type: "edit" },
  ];
  for (const one of details) assert.equal(notified(one), undefined);
});
