import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith, Person, project, titles } from "../testing.ts";

const imported: Rule = {
  id: "r-imported",
  title: "go test *",
  category: "pattern",
  pattern: { program: "go", subcommand: ["test"], flags: ["-race", "-v"] },
  scope: project,
  tier: "project",
  evidence: ["go test -v -race"],
  approvals: 0,
  denials: 0,
  uses: 0,
  learned: "2026-02-01T09:00:00.000Z",
  used: "2026-02-01T09:00:00.000Z",
  origin: "import",
  source: "api",
  status: "candidate",
};

Deno.test("an approval in one project teaches nothing in another", () => {
  const person = new Person();
  person.approve("npm test");
  const other = { ...person.context, project: "/home/dev/other" };
  assert.equal(decide(asked("npm test"), other).decision, "ask");
});

Deno.test("what was learned elsewhere answers after one approval here", () => {
  const person = new Person();
  person.context = { ...person.context, rules: [imported] };
  assert.equal(person.decision("go test -v"), "ask");
  const { reason } = decide(asked("go test -v"), person.context);
  assert.match(reason, /`go test \*` was not approved here yet/);
  const [change] = person.approve("go test -v");
  assert.equal(change!.rule.status, "active");
  assert.equal(change!.rule.approvals, 1);
  assert.equal(person.decision("go test -race"), "allow");
  assert.equal(person.decision("go test -exec ./x"), "ask");
});

Deno.test("what was learned elsewhere says so until it is approved here", () => {
  const rules: Rule[] = [{ ...imported, status: "active" }];
  const { reason } = decide(
    asked("go test -v"),
    contextWith({ autonomy: "supervised", rules }),
  );
  assert.match(reason, /you trusted `go test \*`, learned by api/);
});

Deno.test("a denial of what was learned elsewhere leaves no example of it", () => {
  const person = new Person();
  person.context = { ...person.context, rules: [imported] };
  person.deny("go test -v");
  assert.deepEqual(titles(person.context.rules), ["go test * (revoked)"]);
  assert.equal(person.decision("go test -v -race"), "ask");
});

Deno.test("only what it covers confirms what was learned elsewhere", () => {
  const person = new Person();
  person.context = { ...person.context, rules: [imported] };
  const [change] = person.approve("go test -count=1");
  assert.equal(change!.rule.origin, "approval");
  assert.equal(person.decision("go test -count=1"), "allow");
  assert.equal(person.decision("go test -v"), "ask");
});

Deno.test("one approval does not make what was learned elsewhere riskier", () => {
  const person = new Person();
  const pattern = { program: "curl", host: "example.org", flags: ["-s"] };
  person.context = {
    ...person.context,
    rules: [{ ...imported, title: "curl example.org/*", pattern }],
  };
  person.approve("curl -s https://example.org/");
  assert.equal(person.context.rules[0]!.status, "candidate");
  person.approve("curl -s https://example.org/");
  assert.equal(person.context.rules[0]!.status, "active");
});
