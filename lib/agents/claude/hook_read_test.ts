import assert from "node:assert/strict";
import { readHook } from "./hook_read.ts";

/** A report as 2.1.330 makes it. */
function permission(
  tool: string,
  input: unknown,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    session_id: "0f3c",
    transcript_path: "/home/ann/.claude/projects/-src-shop/0f3c.jsonl",
    cwd: "/src/shop",
    permission_mode: "default",
    hook_event_name: "PermissionRequest",
    tool_name: tool,
    tool_input: input,
    ...more,
  };
}

Deno.test("readHook reads what each tool asks for", () => {
  const about = (tool: string, input: unknown, more = {}) => {
    const event = readHook(permission(tool, input, more));
    assert.equal(event?.event, "permission");
    return event.event === "permission" && event.request;
  };
  assert.deepEqual(
    about("Bash", { command: "npm test\n", description: "Run the tests" }),
    { kind: "command", command: "npm test\n", description: "Run the tests" },
  );
  assert.deepEqual(
    about("Bash", { command: "ls" }, {
      agent_id: "a0d9f648",
      agent_type: "reviewer",
    }),
    { kind: "command", command: "ls", helper: "reviewer" },
  );
  assert.deepEqual(about("Write", { file_path: "/src/a", content: "" }), {
    kind: "write",
    path: "/src/a",
  });
  assert.deepEqual(about("NotebookEdit", { notebook_path: "/src/n.ipynb" }), {
    kind: "edit",
    path: "/src/n.ipynb",
  });
  assert.deepEqual(about("Read", { file_path: "/etc/hosts" }), {
    kind: "read",
    path: "/etc/hosts",
  });
  assert.deepEqual(about("WebFetch", { url: "https://a.b/c", prompt: "x" }), {
    kind: "fetch",
    url: "https://a.b/c",
  });
  assert.deepEqual(about("WebSearch", { query: "deno" }), {
    kind: "fetch",
    query: "deno",
  });
  assert.deepEqual(about("mcp__tracker__create_ticket", { title: "x" }), {
    kind: "mcp",
    server: "tracker",
    tool: "create_ticket",
    input: { title: "x" },
  });
  assert.deepEqual(about("ExitPlanMode", { plan: "# Plan" }), { kind: "plan" });
  assert.deepEqual(about("AskUserQuestion", { questions: [] }), {
    kind: "question",
  });
});

Deno.test("readHook does not read what it does not know whole", () => {
  const unread = [
    permission("Bash", { command: "ls", dangerouslyDisableSandbox: true }),
    permission("Bash", { command: ["ls"] }),
    permission("Bash", { command: "" }),
    permission("Bash", "ls"),
    permission("Bash", null),
    permission("Write", { content: "x" }),
    permission("WebFetch", { prompt: "x" }),
    permission("Teleport", { to: "moon" }),
    permission("constructor", {}),
    permission("mcp__tracker", {}),
    { ...permission("Bash", { command: "ls" }), hook_event_name: "Unheard" },
    { ...permission("Bash", { command: "ls" }), tool_name: 7 },
    { hook_event_name: "SessionStart" },
    { hook_event_name: "UserPromptSubmit", prompt: 1 },
    { hook_event_name: "PostToolUse", tool_name: "Bash" },
    [],
    null,
    7,
    "x",
    undefined,
  ];
  for (const body of unread) assert.equal(readHook(body), undefined);
});

Deno.test("readHook tells how calls end", () => {
  const call = (event: string, more: Record<string, unknown>) => {
    const read = readHook({
      hook_event_name: event,
      session_id: "0f3c",
      tool_name: "Bash",
      tool_input: { command: "ls" },
      tool_use_id: "toolu_1",
      ...more,
    });
    return read?.event === "call" ? read.call : undefined;
  };
  const made = { id: "toolu_1", kind: "command", command: "ls" };
  assert.deepEqual(call("PostToolUse", {}), { ...made, outcome: "approved" });
  assert.deepEqual(
    call("PostToolUseFailure", { error: "Exit code 2", is_interrupt: false }),
    { ...made, outcome: "approved" },
  );
  assert.deepEqual(
    call("PostToolUseFailure", { error: "x", is_interrupt: true }),
    { ...made, outcome: "unknown" },
  );
  assert.deepEqual(call("PostToolUse", { agent_id: "a0d9" }), {
    ...made,
    helper: true,
    outcome: "approved",
  });
});

Deno.test("readHook tells of conversations and turns", () => {
  assert.deepEqual(
    readHook({
      hook_event_name: "SessionStart",
      session_id: "0f3c",
      transcript_path: "/r/0f3c.jsonl",
      source: "clear",
    }),
    { event: "session", session: "0f3c", record: "/r/0f3c.jsonl" },
  );
  assert.deepEqual(
    readHook({
      hook_event_name: "UserPromptSubmit",
      session_id: "0f3c",
      prompt: "go on",
    }),
    { event: "prompt", session: "0f3c", text: "go on" },
  );
  for (const event of ["Stop", "StopFailure"]) {
    assert.deepEqual(
      readHook({ hook_event_name: event, session_id: "0f3c" }),
      { event: "turn-ended", session: "0f3c" },
    );
  }
});
