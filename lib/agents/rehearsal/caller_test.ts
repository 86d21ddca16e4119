import assert from "node:assert/strict";
import { FakeWorld } from "./fake_world_test.ts";

Deno.test("each key does what its row says", async () => {
  const world = new FakeWorld({
    steps: [
      { run: "npm test" },
      { run: "npm run build" },
      { run: "npm audit", directory: "web" },
      { run: "git push" },
      { run: "git pull" },
      { run: "npm run lint" },
    ],
  });
  assert.equal((await world.request()).command, "npm test");
  for (const ignored of ["y", "n", " ", "4", "9", "0", "12", "1x", "\x03"]) {
    await world.type(ignored);
    assert.equal((await world.request()).command, "npm test", ignored);
  }
  await world.type("1");
  assert.equal((await world.request()).command, "npm run build");
  await world.type("2");
  assert.equal((await world.request()).command, "npm audit");
  await world.type("\r");
  assert.equal((await world.request()).command, "git push");
  await world.type("3");
  assert.equal((await world.request()).command, "git pull");
  await world.type("\x1b");
  // `npm run *` was allowed for good.
  await world.is("idle");
  assert.deepEqual(world.ran, [
    "/project$ npm test",
    "/project$ npm run build",
    "/project/web$ npm audit",
    "/project$ npm run lint",
  ]);
  assert.deepEqual(world.calls.map((call) => call.outcome), [
    "approved",
    "approved",
    "approved",
    "denied",
    "denied",
    "approved",
  ]);
  await world.hangUp();
  assert.equal(await world.code, 0);
});

Deno.test("arrows move the highlight and Enter chooses it", async () => {
  const world = new FakeWorld({ steps: [{ run: "ls src" }, { run: "pwd" }] });
  await world.type("\x1b[B");
  assert.equal((await world.request()).selected, 1);
  await world.type("\x1b[A\x1b[A");
  assert.equal((await world.request()).selected, 2);
  await world.type("\r");
  await world.request();
  assert.deepEqual(world.calls[0]?.outcome, "denied");
  await world.type("hello\r");
  await world.is("idle");
  assert.deepEqual(world.ran, ["/project$ pwd"]);
  await world.hangUp();
  await world.code;
});

Deno.test("keys within the guard time are ignored", async () => {
  const world = new FakeWorld({ guard: 150, steps: [{ run: "make" }] });
  await world.request();
  for (const key of ["1", "\r", "\x1b", "3"]) {
    await world.type(key);
    await world.request();
  }
  await world.wait(149);
  await world.type("1");
  await world.request();
  await world.wait(1);
  await world.type("1");
  await world.is("idle");
  assert.deepEqual(world.ran, ["/project$ make"]);
  await world.hangUp();
  await world.code;
});

Deno.test("an open dialog takes no paste", async () => {
  const world = new FakeWorld({ steps: [{ run: "make" }] });
  await world.type("\x1b[200~1\n1\x1b[201~");
  assert.equal((await world.request()).command, "make");
  assert.deepEqual(world.ran, []);
  await world.hangUp();
  await world.code;
});

Deno.test("a dialog is swapped for another on cue", async () => {
  const world = new FakeWorld({
    steps: [{ run: "git status", swap: { after: 200, run: "rm -rf build" } }],
  });
  assert.equal((await world.request()).command, "git status");
  await world.wait(199);
  assert.equal((await world.request()).command, "git status");
  await world.wait(1);
  assert.equal((await world.request()).command, "rm -rf build");
  await world.type("\x1b");
  await world.is("idle");
  assert.deepEqual(world.ran, []);
  assert.deepEqual(world.calls.map((call) => call.outcome), [
    "unknown",
    "denied",
  ]);
  await world.hangUp();
  await world.code;
});

Deno.test("a dialog that was answered in time is not swapped", async () => {
  const world = new FakeWorld({
    steps: [
      { run: "git status", swap: { after: 200, run: "rm -rf build" } },
      { pause: 1000 },
    ],
  });
  await world.type("1");
  await world.wait(500);
  await world.is("working");
  assert.deepEqual(world.ran, ["/project$ git status"]);
  await world.hangUp();
  await world.code;
});

Deno.test("identical calls at once are asked for one by one", async () => {
  const step = { run: "npm test", always: false } as const;
  const world = new FakeWorld({ steps: [{ together: [step, step, step] }] });
  const first = await world.request();
  assert.equal(world.calls.length, 3);
  await world.type("1");
  assert.equal((await world.request()).fingerprint, first.fingerprint);
  await world.type("2");
  assert.equal((await world.request()).fingerprint, first.fingerprint);
  await world.type("1");
  await world.is("idle");
  assert.deepEqual(world.calls.map((call) => call.outcome), [
    "approved",
    "denied",
    "approved",
  ]);
  await world.hangUp();
  await world.code;
});

Deno.test("a denial can end the turn and take the rest along", async () => {
  const world = new FakeWorld({
    afterDenial: "wait",
    steps: [{ together: [{ run: "a" }, { run: "b" }] }, { run: "c" }],
  });
  await world.type("\x1b");
  await world.is("idle");
  assert.match(world.screen, /Interrupted/);
  assert.deepEqual(world.calls.map((call) => call.outcome), [
    "denied",
    "unknown",
  ]);
  await world.type("go on\r");
  assert.equal((await world.request()).command, "c");
  await world.hangUp();
  await world.code;
});

Deno.test("files are written and edited once approved", async () => {
  const world = new FakeWorld({
    steps: [
      { write: { path: "src/a.js", text: "one\n" } },
      { write: { path: "/project/src/a.js", text: "two\n" } },
      { edit: { path: "src/a.js", from: "two", to: "$& three" } },
      { edit: { path: "src/a.js", from: "absent", to: "" } },
    ],
  });
  const first = await world.request();
  assert.deepEqual([first.kind, first.path], ["write", "src/a.js"]);
  assert.equal(world.files.size, 0);
  await world.type("1");
  assert.equal(world.files.get("/project/src/a.js"), "one\n");
  assert.match(world.screen, /Overwrite file/);
  await world.type("3");
  assert.equal(world.files.get("/project/src/a.js"), "one\n");
  assert.equal((await world.request()).kind, "edit");
  world.files.set("/project/src/a.js", "two\n");
  await world.type("2");
  await world.is("idle");
  assert.equal(world.files.get("/project/src/a.js"), "$& three\n");
  assert.match(world.screen, /does not hold this part/);
  await world.hangUp();
  await world.code;
});

Deno.test("output is shown, cut, with its exit code", async () => {
  const world = new FakeWorld({
    outputRows: 2,
    steps: [{ run: "many" }, { run: "none" }, { run: "bad" }],
  });
  world.runs = (command) =>
    Promise.resolve(
      {
        many: { output: "\x1b[31ma\x1b[0m\r\nb\nc\nd\n", code: 0 },
        none: { output: "", code: 0 },
        bad: { output: "oh\n", code: 2 },
      }[command] ?? { output: "", code: 0 },
    );
  for (let i = 0; i < 3; i++) await world.type("1");
  await world.is("idle");
  assert.match(world.screen, /● Run\(many\)\n {2}⎿ a\n {4}b\n {4}… \+2 rows\n/);
  assert.match(world.screen, /● Run\(none\)\n {2}⎿ \(no output\)\n/);
  assert.match(world.screen, /● Run\(bad\)\n {2}⎿ oh\n {4}Exit code 2\n/);
  await world.hangUp();
  await world.code;
});

Deno.test("trust, questions and dialogs without numbers", async () => {
  const world = new FakeWorld({
    steps: [
      { trust: true },
      { question: "Which?", choices: ["SQLite", "PG"] },
      { run: "ls", numbered: false },
    ],
  });
  assert.equal((await world.request()).kind, "trust");
  await world.type("1");
  assert.equal((await world.request()).kind, "trust");
  await world.type("\x1b[B\r");
  assert.equal((await world.request()).kind, "question");
  await world.type("2");
  assert.match(world.screen, /Which\? PG/);
  const { options } = await world.request();
  assert.deepEqual(options.map((o) => o.key), [
    undefined,
    undefined,
    undefined,
  ]);
  await world.type("1");
  await world.request();
  await world.type("\r");
  await world.is("idle");
  assert.deepEqual(world.ran, ["/project$ ls"]);
  await world.hangUp();
  await world.code;
});

Deno.test("no trust ends the program", async () => {
  const world = new FakeWorld({ steps: [{ trust: true }, { run: "ls" }] });
  await world.type("\r");
  assert.equal(await world.code, 1);
  assert.deepEqual(world.ran, []);
});
