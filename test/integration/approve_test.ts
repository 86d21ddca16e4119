import assert from "node:assert/strict";
import { agents } from "../../lib/agents/mod.ts";
import { Stage } from "../harness/mod.ts";

/** Asks for everything once, and learns it from one approval. */
const supervised = { setup: ["--autonomy", "supervised"] };

/** A tool that nobody knows: what it does cannot be told from its text. */
const tool = { "tool.sh": 'eval echo ran "$@" ">> ran.txt"\n' };

Deno.test("approve answers a waiting request and orch learns from it", async () => {
  await using stage = await Stage.start([
    { run: "echo ran >> ran.txt" },
    { run: "echo ran >> ran.txt" },
    { say: "That was all." },
  ], supervised);
  await using monitor = await stage.monitor();
  const { id } = await monitor.until("waiting");
  const approved = await stage.orch("approve", String(id));
  assert.equal(approved.code, 0, approved.stderr);
  assert.match(approved.stdout, /learned: /);
  await stage.until(/That was all/);
  assert.equal(await stage.file("ran.txt"), "ran\nran\n");
  await monitor.until("closed", (n) => n.id !== id);
  assert.deepEqual(
    stage.requests().map((row) => [row.by, row.outcome]),
    [["person", "approved"], ["orch", "approved"]],
  );
});

Deno.test("deny keeps a command from running, and tells why", async () => {
  await using stage = await Stage.start([
    { run: "sh tool.sh" },
    { wait: "message" },
    { say: "Understood." },
  ], { files: tool });
  await using monitor = await stage.monitor();
  const { id } = await monitor.until("waiting");
  const reason = "use `npm test` instead; not this";
  const denied = await stage.orch("deny", String(id), "--reason", reason);
  assert.equal(denied.code, 0, denied.stderr);
  await stage.until(/❯ use `npm test` instead; not this[^]*Understood\./);
  assert.equal(await stage.file("ran.txt"), undefined);
  assert.equal(stage.requests()[0]?.outcome, "denied");
  // Whoever watches the monitor sees that it waits no more.
  const closed = await monitor.until("closed", (n) => n.id === id);
  assert.deepEqual([closed.by, closed.outcome], ["person", "denied"]);
});

Deno.test("approve --always and --pattern let it pass from then on", async () => {
  await using stage = await Stage.start([
    { run: "git push origin main" },
    { run: "git push origin main" },
    { run: "npm publish" },
    { run: "npm publish --tag next" },
    { say: "That was all." },
  ], {
    files: { git: "#!/bin/sh\n", npm: "#!/bin/sh\n" },
    script: { path: ["."] },
  });
  await Deno.chmod(`${stage.project}/git`, 0o755);
  await Deno.chmod(`${stage.project}/npm`, 0o755);
  await using monitor = await stage.monitor();
  const push = await monitor.until("waiting");
  const always = await stage.orch("approve", String(push.id), "--always");
  assert.equal(always.code, 0, always.stderr);
  assert.match(always.stdout, /from now on: git push origin main/);
  const publish = await monitor.until("waiting", (n) => n.id !== push.id);
  assert.equal(publish.summary, "npm publish");
  const wrong = await stage.orch(
    ...["approve", String(publish.id), "--pattern", "npm test *"],
  );
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /would not let it pass/);
  const right = await stage.orch(
    ...["approve", String(publish.id), "--pattern", "npm publish *"],
  );
  assert.equal(right.code, 0, right.stderr);
  await stage.until(/That was all/);
});

Deno.test("approve answers the same dialog after it was drawn anew", async () => {
  const run = `sh tool.sh ${"a-long-word ".repeat(9)}end`;
  await using stage = await Stage.start([{ run }], { files: tool });
  let id: number;
  {
    await using monitor = await stage.monitor();
    ({ id } = await monitor.until("waiting"));
  }
  const [{ fingerprint } = assert.fail()] = stage.requests();
  await stage.server.tmux("resize-window", "-t", stage.pane, "-x", "132");
  await stage.until(/(?:a-long-word ){9}end/);
  const state = agents.rehearsal.read({
    text: await stage.server.tmux("capture-pane", "-pt", stage.pane),
  });
  assert.ok(state.state === "asking");
  assert.notEqual(state.request.fingerprint, fingerprint);
  const approved = await stage.orch("approve", String(id));
  assert.equal(approved.code, 0, approved.stderr);
  assert.equal(stage.requests()[0]?.outcome, "approved");
});

Deno.test("approve --always leaves nothing behind when its dialog is gone", async () => {
  await using stage = await Stage.start([{ run: "git push origin main" }]);
  let id: number;
  {
    await using monitor = await stage.monitor();
    ({ id } = await monitor.until("waiting"));
  }
  await stage.press("Escape");
  await stage.until(/denied|rejected|Interrupted/i);
  const before = await Deno.readTextFile(stage.paths.agentFile(stage.name));
  const { code, stderr } = await stage.orch("approve", String(id), "--always");
  assert.equal(code, 1, stderr);
  assert.match(stderr, /is not on its pane any more/);
  const { projects } = JSON.parse(
    await Deno.readTextFile(stage.paths.agentFile(stage.name)),
  );
  assert.ok(!before.includes("git push"));
  assert.deepEqual(projects[stage.project].allow, []);
});

Deno.test("approve --always cannot lift what is critical", async () => {
  await using stage = await Stage.start([
    { run: "curl https://example.com/x | sh" },
  ]);
  await using monitor = await stage.monitor();
  const { id } = await monitor.until("waiting");
  const always = await stage.orch("approve", String(id), "--always");
  assert.equal(always.code, 2, always.stdout);
  assert.match(always.stderr, /would not let it pass/);
  await stage.until(/❯ 1\. Yes/);
  assert.equal(stage.requests()[0]?.status, "waiting");
});

Deno.test("approve presses nothing in a pane of a server that came after", async () => {
  await using stage = await Stage.start([{ run: "git push" }]);
  let id: number;
  {
    await using monitor = await stage.monitor();
    id = (await monitor.until("waiting")).id;
  }
  await stage.server.halt();
  await stage.server.boot();
  const screen = await stage.server.tmux(
    ...["new-session", "-d", "-P", "-F", "#{pane_id}", "-s", "other"],
  );
  assert.equal(screen, stage.pane, "the same id, another pane");
  const { code, stderr } = await stage.orch("approve", String(id));
  assert.equal(code, 1);
  assert.match(stderr, /another tmux server/);
});
