import assert from "node:assert/strict";
import { readHook } from "./hook_read.ts";

const session = "ses_1";
const directory = "/src/shop";
const ask = (more: Record<string, unknown>) =>
  readHook({ event: "permission", session, directory, servers: [], ...more });

const requestOf = (more: Record<string, unknown>) => {
  const event = ask(more);
  assert.equal(event?.event, "permission");
  return event?.event === "permission" ? event.request : undefined;
};

Deno.test("readHook reads a command with the folder it runs in", () => {
  assert.deepEqual(
    ask({
      permission: "bash",
      metadata: { command: "npm test" },
      call: {
        id: "call_1",
        tool: "bash",
        input: { command: "npm test", description: "Test", workdir: "web" },
      },
    }),
    {
      event: "permission",
      session,
      request: {
        kind: "command",
        command: "npm test",
        description: "Test",
        call: "call_1",
      },
      directory: "/src/shop/web",
    },
  );
});

Deno.test("readHook tells no command where two tellings differ", () => {
  const request = requestOf({
    permission: "bash",
    metadata: { command: "npm test" },
    call: { id: "call_1", tool: "bash", input: { command: "rm -rf /" } },
  });
  assert.equal(request?.command, undefined);
});

Deno.test("readHook reads files, and none where there are several", () => {
  const call = { id: "1", tool: "write", input: {} };
  const metadata = { filepath: "/src/shop/a.js" };
  assert.deepEqual(requestOf({ permission: "edit", metadata, call }), {
    kind: "write",
    path: "/src/shop/a.js",
    call: "1",
  });
  const patch = { id: "2", tool: "apply_patch", input: {} };
  assert.deepEqual(
    requestOf({
      permission: "edit",
      metadata: { filepath: "a.js, b.js", files: 2 },
      call: patch,
    }),
    { kind: "edit", call: "2" },
  );
  assert.deepEqual(
    requestOf({
      permission: "edit",
      metadata: { filepath: "src/a.js", files: 1 },
      call: patch,
    }),
    { kind: "edit", path: "/src/shop/src/a.js", call: "2" },
  );
});

Deno.test("readHook takes a folder outside for what is read there, or for itself", () => {
  const metadata = { filepath: "/etc/hosts", parentDir: "/etc" };
  const permission = "external_directory";
  const request = (tool: string | undefined, more = {}) =>
    requestOf({
      permission,
      metadata: { ...metadata, ...more },
      call: { id: "1", tool, input: {} },
    });
  assert.equal(request("read")?.kind, "read");
  assert.equal(request("read")?.path, "/etc/hosts");
  // These are asked for by themselves, once the folder is allowed.
  assert.equal(request("write")?.kind, "trust");
  const command = request("bash", { command: "cat /etc/hosts" });
  assert.equal(command?.kind, "trust");
  assert.equal(command?.command, undefined);
  assert.equal(request(undefined)?.path, "/etc");
});

Deno.test("readHook tells a tool's server by the longest name that fits", () => {
  const request = requestOf({
    permission: "my_tracker_create_issue",
    servers: ["my", "my tracker"],
    call: { id: "1", tool: "my_tracker_create_issue", input: {} },
  });
  assert.equal(request?.server, "my tracker");
  assert.equal(request?.tool, "create_issue");
});

Deno.test("readHook reads what became of a call", () => {
  assert.deepEqual(
    readHook({
      event: "call",
      session,
      directory,
      permission: "bash",
      metadata: { command: "npm test" },
      call: { id: "call_1", tool: "bash", input: {} },
      outcome: "denied",
      helper: "explore",
    }),
    {
      event: "call",
      session,
      call: {
        id: "call_1",
        kind: "command",
        command: "npm test",
        helper: true,
        outcome: "denied",
      },
    },
  );
});

Deno.test("readHook reads prompts, sessions and ends of turns", () => {
  assert.deepEqual(readHook({ event: "prompt", session, text: "go" }), {
    event: "prompt",
    session,
    text: "go",
  });
  assert.deepEqual(readHook({ event: "session", session }), {
    event: "session",
    session,
  });
  assert.deepEqual(readHook({ event: "turn-ended", session }), {
    event: "turn-ended",
    session,
  });
});

Deno.test("readHook is silent about what is not whole", () => {
  const nothing: unknown[] = [
    undefined,
    null,
    [],
    "permission",
    {},
    { event: "permission" },
    { event: "permission", permission: 1 },
    { event: "session", session: 1 },
    { event: "call", permission: "bash", call: {}, outcome: "approved" },
    { event: "call", permission: "bash", call: { id: "1" }, outcome: "?" },
    { event: "prompt", text: {} },
  ];
  for (const body of nothing) assert.equal(readHook(body), undefined);
});
