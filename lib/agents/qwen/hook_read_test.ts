import assert from "node:assert/strict";
import { readHook } from "./hook_read.ts";

const base = {
  session_id: "fd43c4be-6c4c-4c50-9fea-3bb90517db47",
  cwd: "/src/shop",
};
const session = base.session_id;

const asking = (tool_name: unknown, tool_input: unknown) =>
  readHook({
    ...base,
    hook_event_name: "PermissionRequest",
    tool_name,
    tool_input,
  });

const asked = { event: "permission", session, directory: "/src/shop" };

Deno.test("readHook reads what Qwen Code is about to ask", () => {
  const input = { command: "a\x1b[31mb", description: "Do it" };
  assert.deepEqual(asking("run_shell_command", input), {
    ...asked,
    request: { kind: "command", ...input },
  });
  assert.deepEqual(asking("write_file", { file_path: "/src/shop/a.js" }), {
    ...asked,
    request: { kind: "write", path: "/src/shop/a.js" },
  });
  assert.deepEqual(asking("web_fetch", { url: "https://example.com/" }), {
    ...asked,
    request: { kind: "fetch", url: "https://example.com/" },
  });
  assert.deepEqual(asking("mcp__tracker__create_ticket", {}), {
    ...asked,
    request: {
      kind: "mcp",
      server: "tracker",
      tool: "create_ticket",
      input: {},
    },
  });
});

Deno.test("readHook says where a command is to run", () => {
  const input = { command: "rm -rf dist", directory: "/src/other" };
  assert.deepEqual(asking("run_shell_command", input), {
    ...asked,
    directory: "/src/other",
    request: { kind: "command", command: "rm -rf dist" },
  });
});

Deno.test("readHook reads how calls and turns go", () => {
  const call = {
    ...base,
    tool_use_id: "toolu_1",
    tool_name: "run_shell_command",
    tool_input: { command: "npm test" },
  };
  const ended = (outcome: string) => ({
    event: "call",
    session,
    call: { id: "toolu_1", kind: "command", command: "npm test", outcome },
  });
  assert.deepEqual(
    readHook({ ...call, hook_event_name: "PostToolUse" }),
    ended("approved"),
  );
  const failed = { ...call, hook_event_name: "PostToolUseFailure" };
  assert.deepEqual(readHook(failed), ended("approved"));
  assert.deepEqual(
    readHook({ ...failed, is_interrupt: true }),
    ended("unknown"),
  );
  const prompt = { ...base, hook_event_name: "UserPromptSubmit" };
  assert.deepEqual(readHook({ ...prompt, prompt: "Hello" }), {
    event: "prompt",
    session,
    text: "Hello",
  });
  // It goes on after a call.
  assert.equal(readHook({ ...prompt, prompt: "" }), undefined);
  assert.deepEqual(
    readHook({ ...base, hook_event_name: "Stop" }),
    { event: "turn-ended", session },
  );
});

Deno.test("readHook leaves alone what is not whole or not known", () => {
  const bodies = [
    undefined,
    null,
    7,
    [],
    {},
    { hook_event_name: "PermissionRequest" },
    { hook_event_name: "PostToolUse", tool_name: "run_shell_command" },
    { hook_event_name: "SessionStart" },
    { hook_event_name: "toString" },
  ];
  for (const body of bodies) assert.equal(readHook(body), undefined);
  assert.equal(asking("run_shell_command", {}), undefined);
  assert.equal(asking("run_shell_command", { command: 7 }), undefined);
  assert.equal(asking("write_file", { content: "x" }), undefined);
  assert.equal(asking("teleport", { command: "x" }), undefined);
  assert.equal(asking("toString", {}), undefined);
});
