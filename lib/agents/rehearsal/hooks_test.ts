import assert from "node:assert/strict";
import { FakeWorld } from "./fake_world_test.ts";
import { answerIn, hooks } from "./hooks.ts";
import type { ReportBody } from "./world.ts";

Deno.test("a rehearsal does what its hook is answered, and asks otherwise", async () => {
  const world = new FakeWorld({
    steps: [
      { run: "npm test" },
      { run: "git push" },
      { write: { path: "a.txt", text: "a" } },
      { run: "npm run build" },
    ],
  });
  const told: ReportBody[] = [];
  world.replies = (report) => {
    told.push(report);
    if (report.hook !== "permission") return undefined;
    if (report.command === "npm test") return { answer: "allow" };
    if (report.command === "git push") {
      return { answer: "deny", reason: "Not on a Friday." };
    }
    return report.path === undefined ? { answer: "allow?" } : "garbage";
  };
  const write = await world.request();
  assert.equal(write.path, "a.txt");
  assert.match(world.screen, /Not on a Friday\./);
  await world.type("1");
  assert.equal((await world.request()).command, "npm run build");
  assert.deepEqual(world.ran, ["/project$ npm test"]);
  assert.deepEqual(world.calls.map((call) => call.outcome), [
    "approved",
    "denied",
    "approved",
    undefined,
  ]);
  assert.deepEqual(
    told.map(({ hook }) => hook).filter((hook) => hook === "call").length,
    3,
  );
  await world.hangUp();
  await world.code;
});

Deno.test("hooks.read() takes what a rehearsal sends, and nothing else", () => {
  const read = (body: unknown) => hooks.read(body)?.event;
  assert.equal(read({ hook: "session", session: "1" }), "session");
  assert.equal(read({ hook: "turn-ended" }), "turn-ended");
  assert.equal(
    read({ hook: "call", id: "1", kind: "command", outcome: "approved" }),
    "call",
  );
  const bad = [
    undefined,
    null,
    7,
    "permission",
    [],
    {},
    { hook: "session" },
    { hook: "permission", command: "ls" },
    { hook: "permission", kind: "plan" },
    { hook: "call", id: "1", kind: "command" },
    { hook: "call", kind: "command", outcome: "approved" },
    { hook: "call", id: "1", kind: "command", outcome: "unknown" },
  ];
  for (const body of bad) assert.equal(read(body), undefined);
});

Deno.test("answerIn() is what hooks.reply() has worded", () => {
  const answers = [
    { answer: "allow" },
    { answer: "deny", reason: "no" },
    { answer: "none" },
  ] as const;
  for (const answer of answers) {
    assert.deepEqual(answerIn(hooks.reply(answer)), answer);
  }
  for (const reply of [undefined, null, "allow", { answer: "deny" }, []]) {
    assert.deepEqual(answerIn(reply), { answer: "none" });
  }
});
