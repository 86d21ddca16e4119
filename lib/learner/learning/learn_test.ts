import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn, useRule } from "./learn.ts";
import { asked, contextWith, Person, project, titles } from "../testing.ts";

Deno.test("one approval teaches the least general pattern", () => {
  const person = new Person();
  const [change] = person.approve("go test -v ./pkg/...");
  assert.equal(change!.type, "learned");
  assert.deepEqual(change!.rule.pattern, {
    program: "go",
    subcommand: ["test"],
    flags: ["-v"],
    operands: ["project-path"],
  });
  assert.equal(change!.rule.title, "go test *");
  assert.equal(change!.rule.category, "pattern");
  assert.equal(change!.rule.status, "active");
  assert.equal(change!.rule.scope, project);
  assert.deepEqual(change!.rule.evidence, ["go test -v ./pkg/..."]);
  assert.equal(person.decision("go test ./other/..."), "allow");
  assert.equal(person.decision("go test -v ."), "allow");
});

Deno.test("a new flag, kind of argument, variable or redirect asks again", () => {
  const person = new Person();
  person.approve("go test ./...");
  const others = [
    "go test -race ./...",
    "go test ./... > out.txt",
    "PORT=3000 go test ./...",
    "go vet ./...",
  ];
  for (const command of others) {
    assert.equal(person.decision(command), "ask", command);
    const [change] = person.approve(command);
    assert.equal(person.decision(command), "allow", command);
    const type = command.includes("vet") ? "learned" : "strengthened";
    assert.equal(change!.type, type, command);
  }
  assert.equal(person.context.rules.length, 2);
});

Deno.test("a compound teaches its parts, apart from the risky ones", () => {
  const person = new Person();
  person.approve("npm run lint && npm test && git push");
  assert.equal(person.decision("npm test"), "allow");
  assert.equal(person.decision("npm run lint; npm test"), "allow");
  assert.equal(person.decision("git push"), "ask");
  assert.deepEqual(titles(person.context.rules), [
    "npm run lint (active)",
    "npm test (active)",
  ]);
});

Deno.test("a line that holds what cannot be told teaches nothing", () => {
  const person = new Person();
  person.approve("npm test; eval $X", "f() { npm test; }; f");
  assert.deepEqual(person.context.rules, []);
});

Deno.test("what looks secret is never learned", () => {
  const person = new Person();
  const token = `ghp_${"a1".repeat(12)}`;
  person.approve(
    `frobnicate --token=${token}`,
    `frobnicate ${token}`,
    "frobnicate --password hunter22",
    "DB_PASSWORD=hunter22 npm test",
    "frobnicate http://dev:hunter22@localhost/",
    "npm test && echo 'Authorization: Bearer abcdefghijkl'",
  );
  assert.deepEqual(person.context.rules, []);
});

Deno.test("reading from a host takes two approvals of that host", () => {
  const person = new Person();
  const [first] = person.approve("curl -s https://api.example.com/items");
  assert.equal(first!.rule.status, "candidate");
  assert.equal(person.decision("curl -s https://api.example.com/x"), "ask");
  const [second] = person.approve("curl -s https://api.example.com/users");
  assert.equal(second!.type, "strengthened");
  assert.equal(second!.rule.status, "active");
  assert.equal(person.decision("curl -s https://api.example.com/x"), "allow");
  assert.equal(person.decision("curl -s https://other.example.com/"), "ask");
  assert.equal(person.decision("curl -sk https://api.example.com/"), "ask");
});

Deno.test("loopback is learned by port, and only for reading", () => {
  const person = new Person();
  const [change] = person.approve("curl -s localhost:3000/status");
  assert.equal(change!.rule.title, "curl localhost:3000/*");
  assert.equal(person.decision("curl -s http://localhost:3000/x"), "allow");
  assert.equal(person.decision("curl -s localhost:3001/x"), "ask");
  const post = "curl -s -X POST localhost:3000/stop";
  assert.equal(person.decision(post), "ask");
  person.approve("curl -s -X POST localhost:3000/start");
  assert.equal(person.decision(post), "ask");
});

Deno.test("what was learned speaks of no sibling that does harm", () => {
  const cases: [string[], string[]][] = [
    [
      ["./bin/tool src/a.ts", "./bin/tool src/b.ts"],
      [
        "./bin/tool .git/config",
        "./bin/tool .claude/settings.json",
        "./bin/tool package.json",
        "./bin/tool .env",
        "./bin/tool --delete src/a.ts",
      ],
    ],
    [
      ["curl https://api.example.com/a", "curl https://api.example.com/b"],
      ["curl http://api.example.com/a", "curl https://api.example.com:8443/a"],
    ],
    [["go run ./cmd/web"], ["go run ./cmd/drop", "go run ."]],
    [["git reset -- src/a.ts"], ["git reset HEAD~3 --", "git reset --hard"]],
    [["rm dist/a.js", "rm -rf dist"], ["rm dist/b.js", "rm -rf build"]],
    [
      ["cmake --build build --target test"],
      ["cmake --build build --target install"],
    ],
  ];
  for (const [approved, siblings] of cases) {
    const context = contextWith({ autonomy: "supervised" });
    let rules = context.rules;
    for (const command of [...approved, ...approved]) {
      ({ rules } = learn(asked(command), "approved", { ...context, rules }));
    }
    const later = contextWith({ rules });
    for (const command of approved) {
      assert.equal(decide(asked(command), later).decision, "allow", command);
    }
    for (const command of siblings) {
      assert.equal(decide(asked(command), later).decision, "ask", command);
    }
  }
});

Deno.test("learning leaves the rules it was given alone", () => {
  const context = contextWith({ autonomy: "supervised" });
  const first = learn(asked("npm test"), "approved", context);
  const frozen = JSON.stringify(first.rules);
  learn(asked("npm test"), "denied", { ...context, rules: first.rules });
  assert.equal(JSON.stringify(first.rules), frozen);
  assert.deepEqual(context.rules, []);
});

Deno.test("what could be read in several ways teaches nothing", () => {
  const context = contextWith({ autonomy: "supervised" });
  const request = {
    ...asked("npm run dev"),
    readings: ["npm run dev", "npm run\ndev"],
  };
  assert.deepEqual(learn(request, "approved", context).changes, []);
  const same = { ...request, readings: ["npm run dev", "npm  run dev"] };
  assert.equal(learn(same, "approved", context).changes.length, 1);
  const cut = { ...asked("npm run dev"), complete: false };
  assert.deepEqual(learn(cut, "approved", context).changes, []);
});

Deno.test("edits are learned as a kind of file, not as a program", () => {
  const context = contextWith({ autonomy: "supervised" });
  const edit = { kind: "edit", path: "src/a.ts", complete: true };
  const { rules } = learn(edit, "approved", context);
  const later = { ...context, rules };
  const other = { ...edit, path: "src/b.ts" };
  assert.equal(decide(other, later).decision, "allow");
  assert.equal(decide({ ...edit, kind: "write" }, later).decision, "ask");
  const scratch = { ...edit, path: "/tmp/b.ts" };
  assert.equal(decide(scratch, later).decision, "ask");
  assert.equal(decide(asked("edit src/a.ts"), later).decision, "ask");
});

Deno.test("a hidden folder is learned apart from the project", () => {
  const person = new Person();
  person.approve("touch src/a.ts");
  assert.equal(person.decision("touch .sometool/a"), "ask");
  person.approve("touch .sometool/a");
  assert.equal(person.decision("touch .sometool/b"), "allow");
  assert.equal(person.decision("touch .othertool/a"), "ask");
});

Deno.test("useRule() counts a use, which is no evidence", () => {
  const person = new Person();
  person.approve("npm test");
  const now = Date.parse("2026-03-20T00:00:00Z");
  const [rule] = person.context.rules;
  const [used, ...others] = useRule(person.context.rules, rule!.id, now);
  assert.deepEqual(others, []);
  assert.equal(used!.uses, 1);
  assert.equal(used!.used, "2026-03-20T00:00:00.000Z");
  assert.equal(used!.approvals, rule!.approvals);
  assert.deepEqual(used!.evidence, rule!.evidence);
  // A use keeps it awake for another thirty days.
  const later = Date.parse("2026-04-10T00:00:00Z");
  const context = { ...person.context, now: later };
  assert.equal(decide(asked("npm test"), context).decision, "ask");
  const awake = { ...context, rules: [used!] };
  assert.equal(decide(asked("npm test"), awake).decision, "allow");
});

Deno.test("what expired answers again after one more approval", () => {
  const fetch = "curl -s https://api.example.com/v1";
  const script = "./tools/check src/a.ts";
  for (const [command, other] of [[fetch, `${fetch}/b`], [script, script]]) {
    const person = new Person();
    person.approve(command!, command!);
    assert.equal(person.decision(other!), "allow");
    const now = person.context.now + 31 * 24 * 60 * 60 * 1000;
    person.context = { ...person.context, now };
    assert.equal(person.decision(other!), "ask");
    person.approve(command!);
    assert.equal(person.decision(other!), "allow");
  }
});
