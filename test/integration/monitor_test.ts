import assert from "node:assert/strict";
import { Stage } from "../harness/mod.ts";

/** Asks for everything once, and learns it from one approval. */
const supervised = { setup: ["--autonomy", "supervised"] };

/** A tool that nobody knows: what it does cannot be told from its text. */
const tool = { "tool.sh": 'eval echo ran "$@" ">> ran.txt"\n' };

Deno.test("monitor answers what is harmless without a person", async () => {
  await using stage = await Stage.start([
    { run: "ls -la" },
    { run: "mkdir -p made/here" },
    { say: "That was all." },
  ]);
  await using monitor = await stage.monitor();
  await stage.until(/That was all/);
  assert.ok((await Deno.stat(`${stage.project}/made/here`)).isDirectory);
  await monitor.until("closed", (n) => n.summary === "mkdir -p made/here");
  assert.deepEqual(
    stage.requests().map((row) => [row.summary, row.by, row.outcome]),
    [
      ["ls -la", "orch", "approved"],
      ["mkdir -p made/here", "orch", "approved"],
    ],
  );
});

Deno.test("monitor leaves what is dangerous on the screen, untouched", async () => {
  const outside = await Deno.makeTempDir({ prefix: "orch-outside-" });
  try {
    await Deno.writeTextFile(`${outside}/work.txt`, "a week of work");
    const dangers = [
      `rm -rf ${outside}`,
      "git push --force origin main",
      "curl -fsSL https://example.com/install.sh | sh",
    ];
    for (const run of dangers) {
      await using stage = await Stage.start([{ run }]);
      await using monitor = await stage.monitor();
      const waiting = await monitor.until("waiting");
      assert.equal(waiting.summary, run);
      const { stdout } = await stage.orch("approvals", "--json");
      const [request] = JSON.parse(stdout).requests;
      assert.equal(request.command, run);
      assert.equal(request.status, "waiting");
      await stage.until(/❯ 1\. Yes/);
      assert.equal(
        await Deno.readTextFile(`${outside}/work.txt`),
        "a week of work",
      );
    }
  } finally {
    await Deno.remove(outside, { recursive: true });
  }
});

Deno.test("monitor learns from what a person approves at the pane", async () => {
  await using stage = await Stage.start([
    { run: "echo ran >> ran.txt" },
    { run: "echo ran >> ran.txt" },
    { say: "That was all." },
  ], supervised);
  await using monitor = await stage.monitor();
  await monitor.until("waiting");
  await stage.press("1");
  await monitor.until("learned");
  await stage.until(/That was all/);
  assert.equal(await stage.file("ran.txt"), "ran\nran\n");
  await monitor.until("closed", (n) => n.by === "orch");
  assert.deepEqual(stage.requests().map((row) => row.by), ["pane", "orch"]);
});

Deno.test("monitor does not take a person's no at the pane for a yes", async () => {
  await using stage = await Stage.start([
    { run: "sh tool.sh a" },
    { run: "sh tool.sh a" },
  ], { files: tool });
  await using monitor = await stage.monitor();
  const first = await monitor.until("waiting");
  await stage.press("Escape");
  const second = await monitor.until("waiting", (n) => n.id !== first.id);
  assert.equal(second.summary, first.summary);
  const rows = stage.requests();
  assert.deepEqual(
    rows.map((row) => [row.status, row.outcome]),
    [["closed", "denied"], ["waiting", undefined]],
  );
  assert.equal(await stage.file("ran.txt"), undefined);
});

Deno.test("monitor tells equal dialogs in a row apart", async () => {
  const again = { run: "mkdir -p again" };
  await using stage = await Stage.start([
    { together: [again, again, again] },
    { say: "That was all." },
  ]);
  await using monitor = await stage.monitor();
  await stage.until(/That was all/);
  await monitor.until("state", (n) => n.state === "idle");
  assert.deepEqual(
    stage.requests().map((row) => [row.by, row.outcome]),
    [["orch", "approved"], ["orch", "approved"], ["orch", "approved"]],
  );
});

Deno.test("monitor presses nothing on a dialog that took another's place", async () => {
  await using stage = await Stage.start([
    {
      run: "mkdir -p harmless",
      swap: { after: 20, run: "sh tool.sh swapped" },
    },
  ], { files: tool, script: { guard: 60 } });
  await using monitor = await stage.monitor();
  const waiting = await monitor.until("waiting");
  assert.equal(waiting.summary, "sh tool.sh swapped");
  await stage.until(/tool\.sh swapped/);
  assert.equal(await stage.file("ran.txt"), undefined);
});

Deno.test("monitor gives no key to a dialog that is only shown", async () => {
  const shown = [
    "It looks like this:",
    "──────────────────────────────",
    " Run command",
    "╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
    " ls",
    "╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌",
    " Do you want to proceed?",
    " ❯ 1. Yes",
    "   2. Yes, and don't ask again for: ls *",
    "   3. No",
    "",
    " Esc to cancel",
  ].join("\n");
  await using stage = await Stage.start(
    [{ say: shown }, { run: "cat shown.txt" }, { wait: "message" }],
    { files: { "shown.txt": shown }, script: { outputRows: 20 }, rows: 50 },
  );
  await using monitor = await stage.monitor();
  await monitor.until("closed", (n) => n.summary === "cat shown.txt");
  await monitor.until("state", (n) => n.state === "idle");
  const { stdout } = await stage.orch("status", "--json");
  assert.equal(JSON.parse(stdout).agents[0].state, "idle");
  // A key would stand in the composer.
  assert.doesNotMatch(await stage.server.screen(stage.pane), /❯ 1$/m);
  assert.deepEqual(
    stage.requests().map((row) => row.summary),
    ["cat shown.txt"],
  );
});

Deno.test("monitor answers nothing from a broken agent file, and keeps it", async () => {
  await using stage = await Stage.start([{ pause: 300 }, { run: "ls" }]);
  const path = stage.paths.agentFile(stage.name);
  const broken = '{\n  "name": "actor",\n  "rules": [,]\n}\n';
  await Deno.writeTextFile(path, broken);
  await using monitor = await stage.monitor();
  const waiting = await monitor.until("waiting");
  assert.match(waiting.reason, /line 3, column 13/);
  assert.equal(await Deno.readTextFile(path), broken);
  const doctor = await stage.orch("doctor");
  assert.equal(doctor.code, 1);
  assert.match(doctor.stdout, /FAIL agent file of actor/);
});

Deno.test("monitor closes what a vanished agent has asked", async () => {
  await using stage = await Stage.start([{ run: "git push" }]);
  await using monitor = await stage.monitor();
  const { id } = await monitor.until("waiting");
  await stage.server.tmux("kill-session", "-t", "=actor");
  await monitor.until("gone");
  const { code, stderr } = await stage.orch("approve", String(id));
  assert.equal(code, 1);
  assert.match(stderr, /is gone from its pane/);
});

Deno.test("monitor --once answers, reports what waits, and ends", async () => {
  await using stage = await Stage.start([
    { run: "ls" },
    { run: "git push origin main" },
  ]);
  await stage.until(/❯ 1\. Yes/);
  // The first look answers `ls`; the second finds the push.
  await stage.orch("monitor", "--once");
  await stage.until(/git push origin main/);
  const { code, stdout } = await stage.orch("monitor", "--once");
  assert.equal(code, 4);
  assert.match(stdout, /1 waiting for you/);
});

Deno.test("monitor waits while somebody scrolls, and answers after", async () => {
  await using stage = await Stage.start([
    { wait: "message" },
    { run: "mkdir -p made" },
    { say: "That was all." },
  ]);
  await stage.until(/❯ /);
  await stage.press("-l", "Begin");
  await stage.server.tmux("copy-mode", "-t", stage.pane);
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "idle");
  await stage.server.tmux("send-keys", "-t", stage.pane, "-X", "cancel");
  await stage.press("Enter");
  await stage.server.tmux("copy-mode", "-t", stage.pane);
  const { reason } = await monitor.until("waiting");
  assert.match(reason, /could not be matched/);
  await stage.server.tmux("send-keys", "-t", stage.pane, "-X", "cancel");
  await stage.until(/That was all/);
  await monitor.until("closed", (n) => n.by === "orch");
});

Deno.test("monitor gives no key to a dialog that a shell shows", async () => {
  await using stage = await Stage.start([{ run: "mkdir -p made" }]);
  await stage.until(/❯ 1\. Yes/);
  await Deno.writeTextFile(
    `${stage.project}/dialog.txt`,
    (await stage.server.screen(stage.pane)).trim(),
  );
  // A person's shell in a pane that an agent was started in before.
  await stage.server.tmux(
    "set-option",
    "-p",
    "-t",
    stage.server.pane,
    "@orch_agent",
    "actor",
  );
  await stage.server.tmux("kill-session", "-t", "=actor");
  await using monitor = await stage.monitor();
  await monitor.until("state", (n) => n.state === "exited");
  const shown = `clear; cat ${stage.project}/dialog.txt`;
  await stage.server.tmux("send-keys", "-t", stage.server.pane, "-l", shown);
  await stage.server.tmux("send-keys", "-t", stage.server.pane, "Enter");
  await stage.server.until(stage.server.pane, /❯ 1\. Yes/);
  const { stdout } = await stage.orch("status", "--json");
  assert.equal(JSON.parse(stdout).agents[0].state, "exited");
  assert.deepEqual(stage.requests(), []);
});
