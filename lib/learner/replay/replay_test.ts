import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { replay } from "./replay.ts";
import type { TraceLine } from "./trace.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 2, 1, 9);

function line(command: string, more: Partial<TraceLine> = {}): TraceLine {
  return {
    at: start,
    project: "web",
    session: "one",
    directory: "/home/ann/web",
    danger: "",
    command,
    ...more,
  };
}

const supervised = { autonomy: "supervised" } as const;

Deno.test("replay() asks once for what can be learned, and counts by day", () => {
  const { perDay, ...done } = replay([
    line("npm test"),
    line("npm test"),
    line("ls"),
    line("npm test", { at: start + 3 * day }),
  ], supervised);
  assert.deepEqual(
    [done.total, done.auto, done.manual, done.denied, done.dangerousAllowed],
    [4, 3, 1, 0, 0],
  );
  assert.deepEqual(perDay, [
    {
      project: "web",
      day: "2026-03-01",
      activeDay: 1,
      total: 3,
      auto: 2,
      manual: 1,
      manualRate: 1 / 3,
    },
    {
      project: "web",
      day: "2026-03-04",
      activeDay: 2,
      total: 1,
      auto: 1,
      manual: 0,
      manualRate: 0,
    },
  ]);
});

Deno.test("replay() denies what is dangerous, and learns from that, too", () => {
  const push = line("git push --force", { danger: "rewrites history" });
  const done = replay([push, push, line("ls", { danger: "odd" })], supervised);
  assert.deepEqual(
    [done.manual, done.denied, done.dangerousAllowed],
    [2, 2, 1],
  );
  assert.deepEqual(done.rules.filter(({ status }) => status === "active"), []);
});

Deno.test("replay() takes nothing that passed by itself for evidence", () => {
  const { rules } = replay(
    [line("npm test"), line("npm test"), line("npm test")],
    supervised,
  );
  assert.deepEqual(rules.map(({ approvals, uses }) => [approvals, uses]), [
    [1, 2],
  ]);
});

Deno.test("replay() keeps projects apart, and gives rules that hold there", () => {
  const other = { project: "api", directory: "/home/ann/api" };
  const done = replay([line("npm test"), line("npm test", other)], supervised);
  assert.equal(done.manual, 2);
  const request = { kind: "command", command: "npm test", complete: true };
  for (const project of ["/home/ann/web", "/home/ann/api"]) {
    const context = {
      project,
      home: "/home/ann",
      rules: done.rules,
      now: start,
    };
    const verdict = decide(request, { ...context, ...supervised });
    assert.equal(verdict.decision, "allow");
  }
});

Deno.test("replay() counts every rule that answered in a line", () => {
  const { manual, rules } = replay([
    line("npm test"),
    line("npm run build"),
    line("npm test && npm run build", { at: start + 20 * day }),
    line("npm test; npm run build", { at: start + 40 * day }),
  ], supervised);
  assert.equal(manual, 2);
  assert.deepEqual(rules.map(({ uses }) => uses), [2, 2]);
});

Deno.test("replay() knows what a session wrote, and no other session", () => {
  const write = (text: string) => `cat <<'EOF' > try.py\n${text}\nEOF`;
  const done = (...lines: TraceLine[]) =>
    replay(lines, { autonomy: "assisted" }).manual;
  const harmless = line(write("print(1)"));
  const run = line("python try.py");
  assert.equal(done(harmless, run, run), 0);
  assert.equal(done(harmless, { ...run, session: "two" }), 1);
  assert.equal(done(harmless, { ...run, project: "api" }), 1);
  // A script is learned as it was, and asked about when it is another one.
  const risky = (name: string) =>
    line(write(`import subprocess\nsubprocess.run(["${name}"])`));
  assert.equal(done(risky("x"), run, run), 1);
  assert.equal(done(risky("x"), run, risky("y"), run), 2);
});

Deno.test("replay() lets rules expire that are not used for a month", () => {
  const later = line("npm test", { at: start + 31 * day });
  assert.equal(replay([line("npm test"), later], supervised).manual, 2);
});

Deno.test("replay() of nothing is nothing", () => {
  const { total, perDay } = replay([], supervised);
  assert.deepEqual([total, perDay], [0, []]);
});
