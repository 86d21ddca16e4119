import assert from "node:assert/strict";
import { Person } from "../testing.ts";

Deno.test("a denial narrows a rule to its exact examples", () => {
  const person = new Person();
  person.approve("chmod +x ./cmd/api", "chmod +x ./cmd/web");
  assert.equal(person.decision("chmod +x ./cmd/drop"), "allow");
  const changes = person.deny("chmod +x ./cmd/drop");
  assert.equal(changes[0]!.type, "narrowed");
  assert.equal(changes[0]!.rule.status, "revoked");
  assert.equal(person.decision("chmod +x ./cmd/drop"), "ask");
  assert.equal(person.decision("chmod +x ./cmd/other"), "ask");
  assert.equal(person.decision("chmod +x ./cmd/api"), "allow");
  assert.equal(person.decision("chmod +x ./cmd/web"), "allow");
});

Deno.test("a denial of the only example takes the rule back", () => {
  const person = new Person();
  person.approve("npm run dev");
  const [change] = person.deny("npm run dev");
  assert.equal(change!.type, "revoked");
  assert.equal(change!.rule.denials, 1);
  assert.equal(person.decision("npm run dev"), "ask");
});

Deno.test("after a denial it takes three approvals to generalise again", () => {
  const person = new Person();
  person.deny("chmod +x ./cmd/drop");
  person.approve("chmod +x ./cmd/api");
  assert.equal(person.decision("chmod +x ./cmd/api"), "allow");
  assert.equal(person.decision("chmod +x ./cmd/web"), "ask");
  person.approve("chmod +x ./cmd/web");
  assert.equal(person.decision("chmod +x ./cmd/other"), "ask");
  person.approve("chmod +x ./cmd/other");
  assert.equal(person.decision("chmod +x ./cmd/fourth"), "allow");
});

Deno.test("denying a line with something risky blames only that", () => {
  const person = new Person();
  person.approve("npm test");
  assert.deepEqual(person.deny("npm test && git push"), []);
  assert.equal(person.decision("npm test"), "allow");
});

Deno.test("a denied command is kept as a counter-example, unless it is secret", () => {
  const person = new Person();
  person.approve("go test -run Fast ./...");
  person.deny("go test -run Slow ./...");
  const rule = person.context.rules.find(({ title }) => title === "go test *");
  assert.deepEqual(rule!.counterExamples, ["go test -run Slow ./..."]);
  person.deny("frobnicate --token hunter2hunter2");
  person.deny("API_KEY=hunter2hunter2 npm test");
  person.deny("go test -run Slow --password=hunter2hunter2");
  assert.doesNotMatch(JSON.stringify(person.context.rules), /hunter2/);
});
