import assert from "node:assert/strict";
import { learn, revokeRule } from "../learning/mod.ts";
import { portableRules } from "./portable_rules.ts";
import type { DecideContext } from "../request.ts";
import { asked, contextWith } from "../testing.ts";

function taught(
  approved: readonly string[],
  denied: readonly string[] = [],
  place: Partial<DecideContext> = {},
): DecideContext {
  let context = contextWith({ autonomy: "supervised", ...place });
  for (
    const [commands, answer] of [
      [approved, "approved"],
      [denied, "denied"],
    ] as const
  ) {
    for (const command of commands) {
      const { rules } = learn(asked(command), answer, context);
      context = { ...context, rules };
    }
  }
  return context;
}

function said(context: DecideContext): string[] {
  return portableRules(context).allowed.flatMap(({ commands }) =>
    commands.map((words) => words.join(" "))
  );
}

function whyLeft(context: DecideContext): string[] {
  return portableRules(context).left.map(({ why }) => why);
}

Deno.test("portableRules() says what was approved, in plain words", () => {
  assert.deepEqual(said(taught(["go vet -v ./...", "npm run lint"])), [
    "go vet -v ./...",
    "go vet",
    "npm run lint",
  ]);
  assert.deepEqual(said(taught(["git commit -m 'two words'"])), ["git commit"]);
  assert.deepEqual(said(taught(["curl -s http://localhost:3000/a"])), [
    "curl -s http://localhost:3000/a",
  ]);
});

Deno.test("portableRules() says a family where a pattern knows all its words", () => {
  const [rule] =
    portableRules(taught(["cargo build --release", "cargo build --locked"]))
      .allowed;
  assert.deepEqual(rule!.family, {
    start: ["cargo", "build"],
    words: ["--locked", "--release"],
  });
  const [open] = portableRules(taught(["go vet -v ./..."])).allowed;
  assert.equal(open!.family, undefined);
});

Deno.test("portableRules() says nothing of what rests on more than words", () => {
  const fingerprint = () => "one";
  assert.deepEqual(
    whyLeft(taught(["./scripts/check.sh"], [], { fingerprint })),
    ["holds while what it runs stays the same"],
  );
  assert.deepEqual(whyLeft(taught(["frobnicate --all"])), [
    "holds in one folder",
  ]);
  assert.deepEqual(whyLeft(taught(["curl https://example.org/"])), [
    "does not answer yet",
  ]);
  const old = taught(["go vet"]);
  const day = 24 * 60 * 60 * 1000;
  assert.deepEqual(whyLeft({ ...old, now: old.now + 31 * day }), [
    "has expired",
  ]);
  assert.deepEqual(whyLeft({ ...old, project: "/home/dev/api" }), [
    "holds in /home/dev/web",
  ]);
  const { rules } = learn(
    { kind: "edit", path: "src/a.ts", complete: true },
    "approved",
    contextWith({ autonomy: "supervised" }),
  );
  assert.deepEqual(whyLeft(contextWith({ rules })), ["is about files"]);
});

Deno.test("portableRules() says nothing that a rule of lies would add", () => {
  const context = taught(["go vet -v ./..."]);
  const rules = context.rules.map((rule) => ({
    ...rule,
    evidence: [
      "go vet -vettool=./x",
      "git push --force",
      "go vet $(id)",
      "go vet; id",
      "LD_PRELOAD=x go vet",
      "go vet > out",
      "go vet *",
      "rm -rf .",
    ],
  }));
  assert.deepEqual(said({ ...context, rules }), ["go vet"]);
});

Deno.test("portableRules() says what was denied, and does not allow it", () => {
  const context = taught(["go vet -v", "go vet ./a"], ["go vet ./slow"]);
  const { asked: denied, allowed } = portableRules(context);
  assert.deepEqual(denied, [["go", "vet", "./slow"]]);
  assert.deepEqual(allowed, []);
  const other = taught(["npm run lint"]);
  const rules = revokeRule(other.rules, other.rules[0]!.id, other.now);
  const { asked: revoked } = portableRules({ ...other, rules });
  assert.deepEqual(revoked, [["npm", "run", "lint"]]);
});

Deno.test("portableRules() says what reaches here from another project", () => {
  const commands = ["https://docs.example.org/a", "https://docs.example.org/b"]
    .map((address) => `curl ${address}`);
  const there = taught(commands, [], { project: "/home/dev/api" });
  assert.deepEqual(said({ ...there, project: "/home/dev/web" }), []);
  const rules = there.rules.map((rule) =>
    ({ ...rule, reach: "agent" }) as const
  );
  const here = said({ ...there, rules, project: "/home/dev/web" });
  assert.deepEqual(here, commands);
});
