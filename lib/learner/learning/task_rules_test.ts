import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "./learn.ts";
import { preapprovals } from "../setup/mod.ts";
import { asked, contextWith, home, project } from "../testing.ts";

type Files = Readonly<Record<string, string>>;

function contextOf(files: Files) {
  return contextWith({
    autonomy: "supervised",
    text: (path) => files[path.slice(project.length + 1)],
  });
}

function scripts(texts: Files): Files {
  return { "package.json": JSON.stringify({ scripts: texts }) };
}

/** What is asked again after a command was approved among some files. */
function decideAfter(command: string, before: Files, after: Files) {
  const { rules } = learn(asked(command), "approved", contextOf(before));
  return decide(asked(command), { ...contextOf(after), rules });
}

Deno.test("a learned task answers until what it runs changes", () => {
  const before = { ...scripts({ build: "tsc", test: "vitest" }) };
  for (
    const command of [
      "npm run build",
      "npm run build -- src/a.ts",
      "pnpm build",
      "yarn build",
      "bun run build",
      "CI=1 npm run build",
    ]
  ) {
    const same = decideAfter(command, before, before);
    assert.equal(same.decision, "allow", `${command}: ${same.reason}`);
    const other = scripts({ build: "tsc", test: "jest" });
    assert.equal(decideAfter(command, before, other).decision, "allow");
    const changed = scripts({ build: "sh evil", test: "vitest" });
    const verdict = decideAfter(command, before, changed);
    assert.equal(verdict.decision, "ask", command);
    assert.match(verdict.reason, /has changed since/);
    const gone = decideAfter(command, before, {});
    assert.equal(gone.decision, "ask", command);
  }
});

Deno.test("so do tests, makefiles and other task files", () => {
  const cases: readonly (readonly [string, Files, Files])[] = [
    ["npm test", scripts({ test: "a" }), scripts({ test: "b" })],
    ["yarn eslint src", scripts({}), scripts({ eslint: "sh evil" })],
    ["npm t", scripts({ test: "a" }), scripts({ test: "a", pretest: "b" })],
    ["make lint", { Makefile: "lint:\n\ta" }, { Makefile: "lint:\n\tb" }],
    ["make lint", { Makefile: "a" }, { Makefile: "a", GNUmakefile: "b" }],
    ["just lint", { justfile: "lint:\n a" }, { justfile: "lint:\n b" }],
    ["deno task lint", { "deno.json": "{}" }, { "deno.json": '{"a":1}' }],
    ["uv run make lint", { Makefile: "a" }, { Makefile: "b" }],
  ];
  for (const [command, before, after] of cases) {
    assert.equal(decideAfter(command, before, before).decision, "allow");
    assert.equal(decideAfter(command, before, after).decision, "ask", command);
  }
});

Deno.test("approving what a task does now learns it anew, without the old", () => {
  const command = asked("npm run build --silent");
  const plain = asked("npm run build");
  const old = contextOf(scripts({ build: "tsc" }));
  const now = contextOf(scripts({ build: "vite build" }));
  let { rules } = learn(asked("npm run build -- src/a.ts"), "approved", old);
  ({ rules } = learn(plain, "approved", { ...now, rules }));
  assert.equal(decide(plain, { ...now, rules }).decision, "allow");
  assert.equal(decide(plain, { ...old, rules }).decision, "ask");
  const wider = asked("npm run build -- src/b.ts");
  assert.equal(decide(wider, { ...now, rules }).decision, "ask");
  assert.equal(decide(command, { ...now, rules }).decision, "ask");
});

Deno.test("a denied task stays denied whatever it does", () => {
  const before = contextOf(scripts({ build: "tsc" }));
  const after = contextOf(scripts({ build: "vite build" }));
  let { rules } = learn(asked("npm run build"), "approved", before);
  ({ rules } = learn(asked("npm run build"), "denied", { ...before, rules }));
  for (const context of [before, after]) {
    const assisted = { ...context, autonomy: "assisted", rules } as const;
    assert.equal(decide(asked("npm run build"), assisted).decision, "ask");
  }
});

Deno.test("what was set up answers as it did, and lapses where it was read", () => {
  const facts = { kinds: ["node"], commands: ["npm run build"] } as const;
  const place = { project, home, now: contextWith().now };
  const before = contextOf(scripts({ build: "tsc" }));
  const after = contextOf(scripts({ build: "sh evil" }));
  const command = asked("npm run build");
  const unread = preapprovals(facts, place);
  assert.equal(decide(command, { ...after, rules: unread }).decision, "allow");
  const { text } = before;
  const read = preapprovals(facts, { ...place, text: text! });
  assert.equal(decide(command, { ...before, rules: read }).decision, "allow");
  assert.equal(decide(command, { ...after, rules: read }).decision, "ask");
  // Without a reader nothing is known of the task.
  assert.equal(
    decide(command, contextWith({ autonomy: "supervised", rules: read }))
      .decision,
    "ask",
  );
});
