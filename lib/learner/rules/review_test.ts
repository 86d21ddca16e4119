import assert from "node:assert/strict";
import { activateRule, learn } from "../learning/mod.ts";
import { concernsAbout } from "./review.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith } from "../testing.ts";

const context = contextWith({ autonomy: "supervised", now: 0 });
const day = 24 * 60 * 60 * 1000;

function taught(...commands: string[]): Rule {
  let { rules } = context;
  for (const command of commands) {
    ({ rules } = learn(asked(command), "approved", { ...context, rules }));
  }
  return rules[0]!;
}

function concerns(rule: Rule, days = 0): string[] {
  return concernsAbout(rule, days * day).map(({ kind, why }) =>
    `${kind}: ${why}`
  );
}

Deno.test("a rule that rests on one approval is weak, unless it is exact", () => {
  const rule = taught("go test ./...");
  assert.deepEqual(concerns(rule), [
    "weak: rests on one approval, of `go test ./...`",
  ]);
  assert.deepEqual(concerns(taught("go test ./...", "go test .")), []);
  assert.deepEqual(concerns(taught("frobnicate")), []);
  assert.deepEqual(concerns({ ...rule, origin: "setup" }), []);
  const context = contextWith({ rules: [rule], now: 0 });
  const kept = activateRule(rule.id, context)[0]!;
  assert.deepEqual(concerns(kept), []);
  const again = learn(asked("go test -v ."), "approved", {
    ...context,
    rules: [kept],
  });
  assert.equal(again.rules[0]!.reviewed, undefined, "it allows more now");
});

Deno.test("a rule that allows much is broad", () => {
  const rule = { ...taught("go test ./...", "go test ."), uses: 1 };
  const pattern = { program: "go", subcommand: ["test"] };
  const flags = ["-a", "-b", "-c", "-d", "-e", "-f"];
  assert.deepEqual(concerns({ ...rule, pattern: { ...pattern, flags } }), [
    "broad: allows 6 flags in any order: -a, -b, -c, -d, -e, -f",
  ]);
  const operands = ["=one", "ref", "project-path", "scratch-path"];
  assert.deepEqual(concerns({ ...rule, pattern: { ...pattern, operands } }), [
    "broad: allows 3 kinds of arguments: any revision, files of the project, " +
    "scratch files",
  ]);
  const wide = { ...pattern, operands: ["text", "outside-path"] };
  assert.deepEqual(concerns({ ...rule, pattern: wide }), [
    "broad: allows any text and files outside the project",
  ]);
  assert.deepEqual(concerns({ ...rule, reach: "team" }), [
    "broad: answers for every agent of its project",
  ]);
  assert.deepEqual(concerns({ ...rule, reach: "agent" }), [
    "broad: answers in every project of its agent",
  ]);
});

Deno.test("a rule is unused after a week without an answer, then expires", () => {
  const rule = taught("go test ./...", "go test .");
  assert.deepEqual(concerns(rule, 6), []);
  assert.deepEqual(concerns(rule, 7), ["unused: never answered in 7 days"]);
  const used = { ...rule, uses: 4 };
  assert.deepEqual(concerns(used, 20), []);
  assert.deepEqual(concerns(used, 25), [
    "unused: was not used for 25 days, and expires in 5",
  ]);
  assert.deepEqual(concerns(used, 31), [
    "expired: was not used for 31 days, and answers no more",
  ]);
});

Deno.test("a candidate says what it waits for; what was taken back is settled", () => {
  const rule = taught("curl https://example.org/");
  assert.equal(rule.status, "candidate");
  assert.deepEqual(concerns(rule), ["candidate: waits for one more approval"]);
  const foreign = { ...rule, approvals: 0, source: "api" };
  assert.deepEqual(concerns(foreign), [
    "candidate: comes from api, and was not approved here",
  ]);
  assert.deepEqual(concerns({ ...rule, status: "revoked" }, 99), []);
});
