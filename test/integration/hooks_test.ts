import assert from "node:assert/strict";
import { Journal } from "../../lib/journal/mod.ts";
import { HookClient, Stage } from "../harness/mod.ts";

const hooks = { hooks: true } as const;

/** What stands in the journal of each request. */
function rowsOf(stage: Stage): string[] {
  return stage.requests().map((row) =>
    [row.summary, row.channel, row.status, row.by, row.outcome].join(" ")
  );
}

/** Lets a person deny a command by policy. */
async function denyByPolicy(stage: Stage, pattern: string): Promise<void> {
  const path = stage.paths.agentFile(stage.name);
  const file = JSON.parse(await Deno.readTextFile(path));
  file.projects[stage.project] = {
    ...file.projects[stage.project],
    deny: [pattern],
  };
  await Deno.writeTextFile(path, JSON.stringify(file));
}

Deno.test("a hook is allowed what may pass, and no dialog is drawn", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "echo ran > ran.txt" },
    { write: { path: "new.txt", text: "new" } },
    { say: "That was all." },
  ], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.press("Begin", "Enter");
  const screen = await stage.until(/That was all/);
  assert.doesNotMatch(screen, /❯ 1\. Yes/);
  assert.equal(await stage.file("ran.txt"), "ran\n");
  assert.equal(await stage.file("new.txt"), "new");
  await monitor.until("closed", (n) => n.summary === "write new.txt");
  assert.deepEqual(rowsOf(stage), [
    "echo ran > ran.txt hook closed orch approved",
    "write new.txt hook closed orch approved",
  ]);
  const events = monitor.journal.events()
    .filter((event) => event.request === 1)
    .map((event) => event.type);
  assert.deepEqual(events, [
    "request-seen",
    "request-decided",
    "request-claimed",
    "request-closed",
  ]);
  assert.deepEqual(
    monitor.journal.requests.all({ toLearn: true }),
    [],
    "nothing is learned from what orch has answered",
  );
  await monitor.until("prompt", (n) => n.text === "Begin");
});

Deno.test("a hook is denied what a person has denied, and told why", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "echo ran > ran.txt" },
    { say: "That was all." },
  ], hooks);
  await denyByPolicy(stage, "echo *");
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.press("Begin", "Enter");
  assert.match(
    await stage.until(/That was all/),
    /Denied because the policy denies `echo \*`/,
  );
  assert.equal(await stage.file("ran.txt"), undefined);
  await monitor.until("closed");
  assert.deepEqual(rowsOf(stage), [
    "echo ran > ran.txt hook closed orch denied",
  ]);
});

Deno.test("what a hook may not be told waits in its dialog, as one request", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "git push origin main" },
    { run: "sh tool.sh" },
    { run: "sh tool.sh" },
    { say: "That was all." },
  ], { ...hooks, files: { "tool.sh": "eval 'echo ran >> ran.txt'\n" } });
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.press("Begin", "Enter");
  const push = await monitor.until("waiting");
  assert.equal(push.summary, "git push origin main");
  const { code, stderr } = await stage.orch("approve", String(push.id));
  assert.equal(code, 0, stderr);
  const tool = await monitor.until("waiting", (n) => n.id !== push.id);
  await stage.until(/❯ 1\. Yes/);
  await stage.press("1");
  await stage.until(/That was all/);
  await monitor.until("learned");
  await monitor.until("closed", (n) => n.by === "orch");
  assert.equal(await stage.file("ran.txt"), "ran\nran\n");
  // The hook of the last may be faster than the lesson.
  assert.deepEqual(rowsOf(stage).slice(0, 2), [
    "git push origin main hook closed person approved",
    "sh tool.sh hook closed pane approved",
  ]);
  assert.equal(stage.requests().length, 3);
  assert.equal(stage.requests()[1]?.id, tool.id);
});

Deno.test("a person is asked when hook and screen differ", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "echo harmless", hook: { tells: "git push --force" } },
    { say: "That was all." },
  ], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.press("Begin", "Enter");
  const { id } = await monitor.until(
    "waiting",
    (n) => n.summary === "echo harmless",
  );
  const row = stage.requests().find((row) => row.id === id);
  const { incompleteBecause } = row?.request as { incompleteBecause?: string };
  assert.match(incompleteBecause ?? "", /what the agent's hook told differ/);
  const { code, stderr } = await stage.orch("approve", String(id));
  assert.equal(code, 1);
  assert.match(stderr, /differ/);
  await stage.until(/❯ 1\. Yes/);
});

Deno.test("a person is asked when the agent asks although it was answered", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "echo ran > ran.txt", hook: { ignored: true } },
    { say: "That was all." },
  ], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.press("Begin", "Enter");
  const { reason, id } = await monitor.until("waiting");
  assert.match(reason, /asks although its hook was answered/);
  assert.equal(await stage.file("ran.txt"), undefined);
  await stage.press("1");
  await stage.until(/That was all/);
  await monitor.until("closed", (n) => n.id === id);
  assert.deepEqual(rowsOf(stage), [
    "echo ran > ran.txt hook closed orch approved",
  ]);
  assert.deepEqual(
    monitor.notices.filter(({ type }) => type === "learned"),
    [],
    "it may have been orch's answer that took effect",
  );
});

Deno.test("reports of another conversation, or of no pane, get no answer", async () => {
  await using stage = await Stage.start([{ wait: "message" }], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  const client = new HookClient(stage);
  assert.equal(await client.ask("ls"), "allow");
  assert.equal(await client.ask("ls", crypto.randomUUID()), "none");
  assert.equal(await client.ask("ls", "../../etc/passwd"), "none");
  await client.send({ hook: "session", session: "another" });
  assert.equal(await client.session(), "another");
  assert.equal(await client.ask("ls"), "allow");
  await stage.server.tmux("kill-session", "-t", "=actor");
  await monitor.until("gone");
  assert.equal(await client.ask("ls", "another"), "");
  assert.equal(stage.requests().length, 2);
});

Deno.test("the hooks' address takes reports from its agent and nobody else", async () => {
  await using stage = await Stage.start([{ wait: "message" }], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  const client = new HookClient(stage);
  const report = {
    hook: "permission",
    kind: "command",
    command: "ls",
    session: await client.session(),
  };
  const nothing = { status: 401, text: "" };
  for (const secret of ["", "x", "0".repeat(64)]) {
    assert.deepEqual(await client.send(report, { secret }), nothing);
  }
  for (const path of ["/", "/agents/", "/agents/other", "/agents/../actor"]) {
    assert.deepEqual(await client.send(report, { path }), nothing, path);
  }
  for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
    assert.equal((await client.send(report, { method })).status, 405, method);
  }
  const headers = { origin: "http://127.0.0.1" };
  assert.equal((await client.send(report, { headers })).status, 403);
  assert.deepEqual(
    await client.send("{", {}),
    { status: 400, text: "" },
  );
  for (const body of [null, 7, [], {}, { hook: "permission" }, '"ls"']) {
    assert.deepEqual(await client.send(body), { status: 200, text: "" });
  }
  const large = `"${"x".repeat(9 * 1024 * 1024)}"`;
  assert.equal((await client.send(large)).status, 413);
  assert.deepEqual(stage.requests(), []);
  assert.equal((await client.send(report)).text, '{"answer":"allow"}');
});

Deno.test("the hooks' address answers to its own name only", async () => {
  await using stage = await Stage.start([{ wait: "message" }], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  const port = Number(await Deno.readTextFile(stage.paths.hookPort));
  for (const host of ["evil.example", `localhost:${port}`, "127.0.0.1"]) {
    using socket = await Deno.connect({ hostname: "127.0.0.1", port });
    await socket.write(new TextEncoder().encode(
      `POST /agents/actor HTTP/1.1\r\nHost: ${host}\r\n` +
        "Content-Length: 2\r\nConnection: close\r\n\r\n{}",
    ));
    const reply = new Uint8Array(100);
    const length = await socket.read(reply) ?? 0;
    const [line] = new TextDecoder().decode(reply.subarray(0, length))
      .split("\r\n");
    assert.equal(line, "HTTP/1.1 403 Forbidden", host);
  }
});

Deno.test("too many reports are left to the dialogs", async () => {
  await using stage = await Stage.start([{ wait: "message" }], hooks);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  const client = new HookClient(stage);
  const session = await client.session();
  const answers = new Map<string, number>();
  for (let i = 0; i < 30; i++) {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => client.ask("git push", session)),
    );
    for (const one of all) answers.set(one, (answers.get(one) ?? 0) + 1);
  }
  assert.equal(answers.get("allow"), undefined);
  assert.ok(stage.requests().length <= 16, String(stage.requests().length));
  await using other = await Stage.start([{ wait: "message" }], hooks);
  using journal = Journal.open(other.paths.journal);
  assert.deepEqual(journal.requests.all(), []);
});
