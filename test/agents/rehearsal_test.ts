import assert from "node:assert/strict";
import { rehearsal } from "../../lib/agents/rehearsal/mod.ts";
import { TestTmux } from "../harness/test_tmux.ts";
import { processEnded } from "../harness/process_ended.ts";
import { Rehearsal } from "./rehearsal_in_pane.ts";

Deno.test("what was approved runs, what was denied does not", async () => {
  await using agent = await Rehearsal.start({
    name: "keys",
    steps: [
      { run: "echo one > one.txt; echo done-$((20 + 1))" },
      { run: "echo two > two.txt" },
      { run: "touch three.txt" },
      { run: "touch four.txt" },
      { run: "touch five.txt" },
    ],
  });
  const first = await agent.asked("echo one > one.txt; echo done-$((20 + 1))");
  assert.equal(first.complete, true);
  await agent.keys("1");
  await agent.asked("echo two > two.txt");
  const screen = await agent.shows(/done-21/);
  assert.equal(rehearsal.outcome(first, { text: screen }), "approved");
  await agent.keys("Escape");
  const third = await agent.asked("touch three.txt");
  assert.equal(third.options[1]?.meaning, "always");
  await agent.keys("2");
  // The pattern `touch *` was allowed, so nothing else is asked for.
  await agent.is("idle");
  await agent.shows(/⊘ Run\(echo two > two.txt\)\n {2}⎿ Denied/);
  const files = await Array.fromAsync(
    Deno.readDir(agent.project),
    (file) => file.name,
  );
  assert.deepEqual(files.sort(), [
    "five.txt",
    "four.txt",
    "one.txt",
    "three.txt",
  ]);
  const calls = rehearsal.records!.calls(await agent.record());
  assert.deepEqual(calls.map((call) => call.outcome), [
    "approved",
    "denied",
    "approved",
    "approved",
    "approved",
  ]);
});

Deno.test("keys within the guard time are ignored in a real pane", async () => {
  await using agent = await Rehearsal.start({
    name: "guard",
    guard: 3_600_000,
    steps: [{ run: "touch ran" }],
  });
  await agent.asked("touch ran");
  await agent.keys("1", "Enter");
  // The size is only a way to see that the keys before it were taken in.
  await agent.server.tmux(
    ...["resize-window", "-t", agent.pane, "-x", "70", "-y", "20"],
  );
  await agent.shows(/^─{70}$/m);
  await agent.asked("touch ran");
  await assert.rejects(Deno.stat(`${agent.project}/ran`));
});

Deno.test("a message of any size arrives whole by bracketed paste", async () => {
  await using agent = await Rehearsal.start({ name: "paste", steps: [] });
  await agent.is("idle");
  const message = Array.from(
    { length: 400 },
    (_, i) => `${i}: "quoted" $x \\ 日本語 🎉 e\u0301 ❯ 1. Yes`,
  ).join("\n");
  await agent.paste(message);
  await agent.shows(/── \d+ rows above ─/);
  const { draft } = await agent.is("idle");
  assert.ok(draft?.endsWith(message.split("\n").slice(-3).join("\n")), draft);
  await agent.keys("Enter");
  await agent.shows(/Noted\./);
  await agent.is("idle");
  const entries = (await agent.record()).trim().split("\n").map((line) =>
    JSON.parse(line)
  );
  assert.deepEqual(
    entries.flatMap((entry) => entry.message ?? []),
    [message],
  );
});

Deno.test("a prompt that looks like options starts the turn", async () => {
  await using agent = await Rehearsal.start(
    { name: "prompt", steps: [{ run: "make" }] },
    { prompt: "--script is 'quoted' -- \"$HOME\"" },
  );
  await agent.asked("make");
  await agent.shows(/^❯ --script is 'quoted' -- "\$HOME"$/m);
});

Deno.test("Escape ends a command and all that it runs", async () => {
  await using agent = await Rehearsal.start({
    name: "interrupt",
    steps: [{ run: "sleep 600 | (echo $$ > pid; sleep 600)", always: false }],
  });
  await agent.asked();
  await agent.keys("1");
  const pid = Number(await agent.file("pid"));
  await agent.is("working");
  await agent.keys("Escape");
  await agent.is("idle");
  await agent.shows(/⎿ Interrupted/);
  await processEnded(pid);
});

Deno.test("what is left running in the background does not hold it up", async () => {
  await using agent = await Rehearsal.start({
    name: "background",
    steps: [{ run: "sleep 600 & echo pid-$!", always: false }],
  });
  await agent.asked();
  await agent.keys("1");
  await agent.is("idle");
  const screen = await agent.shows(/⎿ pid-\d+/);
  Deno.kill(Number(/pid-(\d+)/.exec(screen)?.[1]), "SIGTERM");
});

Deno.test("a usage limit shows its time and passes", async () => {
  await using agent = await Rehearsal.start({
    name: "limit",
    steps: [{ limit: "3:00 PM (Europe/Berlin)" }, { run: "make" }],
  });
  const { resets } = await agent.is("limited");
  assert.equal(resets, "3:00 PM (Europe/Berlin)");
  await agent.paste("go on");
  await agent.keys("Enter");
  await agent.asked("make");
});

/** Starts a rehearsal from the shell that a server begins with. */
async function startInShell(server: TestTmux, script: unknown): Promise<void> {
  const file = `${server.directory}/script.json`;
  await Deno.writeTextFile(file, JSON.stringify(script));
  const { argv } = rehearsal.launch({
    project: server.home,
    arguments: ["--script", file],
  });
  const line = argv.map((word) => `'${word}'`).join(" ") + "; echo =$?";
  await server.tmux("send-keys", "-t", server.pane, "-l", "--", line);
  await server.tmux("send-keys", "-t", server.pane, "Enter");
}

Deno.test("a crash shows its code and gives the terminal back", async () => {
  await using server = await TestTmux.start();
  const { pane } = server;
  await startInShell(server, {
    name: "crash",
    steps: [{ run: "true" }, { crash: 7 }],
  });
  await server.until(pane, /Esc to cancel/);
  await server.tmux("send-keys", "-t", pane, "1");
  const screen = await server.until(pane, /^=7$/m);
  assert.match(screen, /^Rehearsal ended with code 7$/m);
  assert.equal(rehearsal.read({ text: screen }).state, "exited");
  // Typing is echoed again, and pastes come without brackets.
  await server.tmux("send-keys", "-t", pane, "stty -a | grep -c ' echo '");
  await server.tmux("send-keys", "-t", pane, "Enter");
  await server.until(pane, /^1$/m);
  await server.tmux("set-buffer", "echo pasted");
  await server.tmux("paste-buffer", "-p", "-t", pane);
  await server.tmux("send-keys", "-t", pane, "Enter");
  await server.until(pane, /^pasted$/m);
  const modes = await server.tmux(
    ...["display-message", "-p", "-t", pane, "#{alternate_on}#{wrap_flag}"],
  );
  assert.equal(modes, "01");
});

Deno.test("a script that is wrong is an error with its place", async () => {
  await using server = await TestTmux.start({ columns: 250 });
  await startInShell(server, { name: "wrong", steps: [{ jump: 1 }] });
  const screen = await server.until(server.pane, /^=2$/m);
  assert.match(
    screen,
    /^orch: .*\/script\.json:1:26: steps\[0\] must be a step/m,
  );
  assert.match(screen, /^ {2}try: /m);
});

Deno.test("a killed rehearsal is read as exited", async () => {
  await using agent = await Rehearsal.start({
    name: "kill",
    steps: [{ run: "make" }],
  });
  await agent.asked("make");
  const pid = await agent.server.tmux(
    ...["display-message", "-p", "-t", agent.pane, "#{pane_pid}"],
  );
  Deno.kill(Number(pid), "SIGTERM");
  await agent.is("exited");
});

Deno.test("dialogs read the same at every size, and through resizes", async () => {
  const command = `git commit -m "$(cat <<'EOF'\n` +
    "Round totals once, at the end, so that 日本 prices add up 🎉\n\n" +
    "  ❯ 1. Yes is only quoted here\n" +
    `EOF\n)" && npm test -- --grep='${"x".repeat(120)}'`;
  await using agent = await Rehearsal.start({
    name: "sizes",
    steps: [{ run: command, description: "Commit" }],
  }, { columns: 80, rows: 30 });
  for (const [columns, rows] of [[40, 40], [57, 30], [120, 24], [200, 50]]) {
    await agent.server.tmux(
      ...["resize-window", "-t", agent.pane],
      ...["-x", String(columns), "-y", String(rows)],
    );
    await agent.shows(new RegExp(`^─{${columns}}$`, "m"));
    const request = await agent.asked();
    assert.equal(request.complete, true);
    assert.ok(request.readings?.includes(command), `${columns}`);
    assert.equal(request.description, "Commit");
  }
  await agent.server.tmux(
    ...["resize-window", "-t", agent.pane, "-x", "60", "-y", "9"],
  );
  await agent.shows(/↑ \d+ more rows/);
  assert.equal((await agent.asked()).complete, false);
});

Deno.test("files are written where the script says, once approved", async () => {
  await using agent = await Rehearsal.start({
    name: "files",
    steps: [
      { write: { path: "src/a.js", text: "one\ntwo\n" } },
      { edit: { path: "src/a.js", from: "two", to: "three" } },
      { write: { path: "src/b.js", text: "denied\n" } },
    ],
  });
  const request = await agent.asked();
  assert.deepEqual([request.kind, request.path], ["write", "src/a.js"]);
  await agent.keys("1");
  await agent.shows(/Edit file/);
  await agent.keys("1");
  await agent.shows(/Create file\n src\/b\.js/);
  await agent.keys("Escape");
  await agent.is("idle");
  const text = await Deno.readTextFile(`${agent.project}/src/a.js`);
  assert.equal(text, "one\nthree\n");
  await assert.rejects(Deno.stat(`${agent.project}/src/b.js`));
});

Deno.test("programs and home can be the project's own", async () => {
  await using agent = await Rehearsal.start({
    name: "stubs",
    path: ["bin"],
    home: "home",
    steps: [{ run: "sudo rm -rf ~", always: false }],
  });
  await agent.asked();
  await Deno.mkdir(`${agent.project}/bin`);
  await Deno.writeTextFile(
    `${agent.project}/bin/sudo`,
    '#!/bin/sh\necho "stub: $*" "${HOME##*/}"\n',
    { mode: 0o755 },
  );
  await agent.keys("1");
  await agent.shows(/⎿ stub: rm -rf \S+project\/home home/);
});
