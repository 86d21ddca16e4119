import assert from "node:assert/strict";
import { FakeWorld } from "./fake_world_test.ts";

Deno.test("messages start turns, and wait while one goes on", async () => {
  const world = new FakeWorld({
    steps: [{ wait: "message" }, { pause: 1000 }, { wait: "message" }, {
      say: "Last.",
    }],
  });
  await world.is("idle");
  await world.type("first");
  assert.deepEqual(world.state, { state: "idle", draft: "first" });
  await world.type("\x1b[200~ line\nsecond\x1b[201~");
  assert.deepEqual(world.state, { state: "idle", draft: "first line\nsecond" });
  await world.type("\r");
  assert.deepEqual(world.state, { state: "working" });
  assert.match(world.screen, /❯ first line\n {2}second\n/);
  await world.type("later\r");
  assert.match(world.screen, /❯ later\n {2}⎿ Queued/);
  await world.type("a draft\x7f");
  await world.wait(1000);
  assert.deepEqual(world.state, { state: "idle", draft: "a draf" });
  assert.match(world.screen, /❯ later\n\n• Last\./);
  assert.deepEqual(
    world.entries.flatMap((e) => "message" in e ? e.message : []),
    ["first line\nsecond", "later"],
  );
  await world.type("\x15after\r");
  await world.is("working");
  await world.wait(300);
  await world.is("idle");
  assert.match(world.screen, /❯ after\n\n• Noted\./);
  await world.hangUp();
  await world.code;
});

Deno.test("a prompt starts the first turn", async () => {
  const world = new FakeWorld({ steps: [{ pause: 100 }] }, "build it");
  await world.is("working");
  assert.match(world.screen, /❯ build it/);
  await world.wait(100);
  await world.is("idle");
  assert.deepEqual(
    world.entries.flatMap((e) => "turn" in e ? e.turn : []),
    ["started", "ended"],
  );
  await world.hangUp();
  await world.code;
});

Deno.test("Escape interrupts pauses and commands", async () => {
  const world = new FakeWorld({
    steps: [{ pause: 10_000 }, { run: "sleep" }, { run: "next" }],
  });
  await world.is("working");
  await world.type("\x1b");
  await world.is("idle");
  assert.match(world.screen, /Interrupted · What should I do instead/);
  world.runs = (_, signal) =>
    new Promise((resolve) =>
      signal.addEventListener("abort", () => resolve({ output: "", code: 1 }))
    );
  await world.type("go\r");
  await world.type("1");
  await world.is("working");
  await world.type("\x03");
  await world.is("idle");
  assert.match(world.screen, /● Run\(sleep\)\n {2}⎿ Interrupted/);
  await world.type("go\r");
  assert.equal((await world.request()).command, "next");
  await world.hangUp();
  await world.code;
});

Deno.test("a usage limit lasts until its time", async () => {
  const world = new FakeWorld({
    steps: [{ limit: "3:00 PM", lasts: 5000 }, { run: "after" }],
  });
  await world.settle();
  assert.deepEqual(world.state, { state: "limited", resets: "3:00 PM" });
  await world.type("go on\r");
  assert.deepEqual(world.state, { state: "limited", resets: "3:00 PM" });
  await world.wait(5000);
  await world.type("go on\r");
  assert.equal((await world.request()).command, "after");
  await world.hangUp();
  await world.code;
});

Deno.test("an error ends the turn until the next message", async () => {
  const world = new FakeWorld({
    steps: [{ error: "500 overloaded" }, { run: "after" }],
  });
  await world.settle();
  assert.deepEqual(world.state, { state: "error", message: "500 overloaded" });
  await world.type("go on\r");
  assert.equal((await world.request()).command, "after");
  await world.hangUp();
  await world.code;
});

Deno.test("a crash ends with its code and leaves the terminal sane", async () => {
  const world = new FakeWorld({ steps: [{ pause: 10 }, { crash: 3 }] });
  await world.wait(10);
  assert.equal(await world.code, 3);
  assert.ok(world.sent.startsWith("\x1b[?1049h\x1b[?2004h\x1b[?7l"));
  assert.ok(world.sent.endsWith(
    "\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25hRehearsal ended with code 3\r\n",
  ));
});

Deno.test("steps repeat, and the script can end the program", async () => {
  const world = new FakeWorld({
    then: "exit",
    steps: [{ repeat: 2, steps: [{ run: "a", always: false }, { say: "b" }] }],
  });
  await world.type("1");
  await world.type("1");
  assert.equal(await world.code, 0);
  assert.deepEqual(world.ran, ["/project$ a", "/project$ a"]);
});

Deno.test("a person can leave", async () => {
  const twice = new FakeWorld({ steps: [] });
  await twice.type("draft\x03\x03");
  await twice.is("idle");
  await twice.type("\x03");
  assert.equal(await twice.code, 0);
  const typed = new FakeWorld({ steps: [] });
  await typed.type("/exit\r");
  assert.equal(await typed.code, 0);
});

Deno.test("a change of size draws everything again", async () => {
  const command = "echo " + "word ".repeat(30);
  const world = new FakeWorld({ steps: [{ run: command.trim() }] });
  for (const columns of [80, 40, 132, 57]) {
    world.resize({ columns, rows: 20 });
    const request = await world.request();
    assert.ok(request.readings?.includes(command.trim()), world.screen);
    assert.equal(request.complete, true);
  }
  await world.hangUp();
  await world.code;
});
