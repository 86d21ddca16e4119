import assert from "node:assert/strict";
import { ManualClock } from "../../clock/mod.ts";
import type { AgentState, Request } from "../agent.ts";
import { play } from "./player.ts";
import { read } from "./read.ts";
import { recordedCalls, type RecordEntry } from "./record.ts";
import type { Script } from "./script.ts";
import type { Size } from "./stage.ts";
import type { PlayerWorld, RunResult } from "./world.ts";

/** A terminal, a folder and a bash that exist only in memory. */
class FakeWorld implements PlayerWorld {
  readonly clock = new ManualClock(Date.UTC(2030, 0, 1));
  readonly keys: ReadableStream<Uint8Array>;
  readonly files = new Map<string, string>();
  readonly ran: string[] = [];
  readonly entries: RecordEntry[] = [];
  readonly code: Promise<number>;
  sent = "";
  runs: (command: string, signal: AbortSignal) => Promise<RunResult> = (
    command,
  ) => Promise.resolve({ output: `ran ${command}\n`, code: 0 });
  #size: Size = { columns: 80, rows: 24 };
  #rows: string[] = [];
  #resized = () => {};
  #type: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(script: Omit<Script, "name">, prompt?: string) {
    this.keys = new ReadableStream({ start: (c) => void (this.#type = c) });
    this.code = play(this, {
      script: { name: "test", ...script },
      project: "/project",
      ...prompt === undefined ? {} : { prompt },
    });
  }

  write(text: string): void {
    this.sent += text;
    if (text.includes("\x1b[2J")) this.#rows = [];
    // deno-lint-ignore no-control-regex
    const rows = /\x1b\[(\d+);1H\x1b\[2K((?:[^\x1b]|\x1b\[\d*m)*)/g;
    for (const [, row, content] of text.matchAll(rows)) {
      this.#rows[Number(row) - 1] = content ?? "";
    }
  }
  size = () => this.#size;
  onResize(listener: () => void): void {
    this.#resized = listener;
  }
  async run(
    command: string,
    directory: string,
    signal: AbortSignal,
  ): Promise<RunResult> {
    this.ran.push(`${directory}$ ${command}`);
    return await this.runs(command, signal);
  }
  readFile(path: string): Promise<string | undefined> {
    return Promise.resolve(this.files.get(path));
  }
  writeFile(path: string, text: string): Promise<void> {
    this.files.set(path, text);
    return Promise.resolve();
  }
  record(entry: RecordEntry): Promise<void> {
    this.entries.push(entry);
    return Promise.resolve();
  }

  resize(size: Size): void {
    this.#size = size;
    this.#resized();
  }
  get #drawn(): string {
    const { rows } = this.#size;
    return Array.from({ length: rows }, (_, row) => this.#rows[row] ?? "")
      .join("\n");
  }
  get screen(): string {
    // deno-lint-ignore no-control-regex
    return this.#drawn.replace(/\x1b\[\d*m/g, "");
  }
  get state(): AgentState {
    const { columns, rows } = this.#size;
    return read({ text: this.#drawn, columns, rows });
  }
  /** Lets everything happen that can happen without time or keys. */
  async settle(): Promise<void> {
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  async type(text: string): Promise<void> {
    await this.settle();
    this.#type?.enqueue(new TextEncoder().encode(text));
    await this.settle();
  }
  async wait(milliseconds: number): Promise<void> {
    await this.settle();
    this.clock.advance(milliseconds);
    await this.settle();
  }
  async hangUp(): Promise<void> {
    await this.settle();
    this.#type?.close();
  }
  /** The request on the screen now. */
  async request(): Promise<Request> {
    await this.settle();
    const { state } = this;
    assert.ok(state.state === "asking", this.screen);
    return state.request;
  }
  async is(name: AgentState["state"]): Promise<void> {
    await this.settle();
    assert.equal(this.state.state, name, this.screen);
  }
  get calls() {
    return recordedCalls(
      this.entries.map((entry) => JSON.stringify(entry)).join("\n"),
    );
  }
}

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
