import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "./learn.ts";
import { asked, contextWith, Person } from "../testing.ts";

Deno.test("an unknown program is learned by its very words and folder", () => {
  const person = new Person();
  const [change] = person.approve("frobnicate --all src");
  assert.equal(change!.rule.category, "exact");
  assert.equal(person.decision("frobnicate --all src"), "allow");
  assert.equal(person.decision("frobnicate  --all 'src'"), "allow");
  assert.equal(person.decision("frobnicate --all src lib"), "ask");
  assert.equal(person.decision("cd api && frobnicate --all src"), "ask");
});

Deno.test("a script is learned by its words, then by kinds of files", () => {
  const person = new Person();
  person.approve("python tools/check.py src/a.ts");
  assert.equal(person.decision("python tools/check.py src/a.ts"), "allow");
  assert.equal(person.decision("python tools/check.py src/b.ts"), "ask");
  person.approve("python tools/check.py src/b.ts");
  assert.equal(person.decision("python tools/check.py src/c.ts"), "allow");
  assert.equal(person.decision("python tools/check.py --fix src/c.ts"), "ask");
  assert.equal(person.decision("python tools/other.py src/a.ts"), "ask");
});

Deno.test("a script without words teaches nothing but itself", () => {
  const person = new Person();
  assert.equal(person.approve("./scripts/check.sh").length, 1);
  assert.equal(person.decision("./scripts/check.sh"), "allow");
  assert.equal(person.decision("./scripts/check.sh --all"), "ask");
});

Deno.test("a script answers only while its content is the same", () => {
  let content = "v1";
  const person = new Person();
  person.context = { ...person.context, fingerprint: () => content };
  person.approve("./scripts/check.sh", "./scripts/check.sh");
  assert.equal(person.decision("./scripts/check.sh"), "allow");
  content = "v2";
  assert.equal(person.decision("./scripts/check.sh"), "ask");
  content = "v1";
  assert.equal(person.decision("./scripts/check.sh"), "allow");
  person.context = { ...person.context, fingerprint: () => undefined };
  assert.equal(person.decision("./scripts/check.sh"), "ask");
});

Deno.test("one approval proves the very words that a script is given", () => {
  const command = "./tools/seed.sh users 10";
  const context = contextWith();
  const { rules } = learn(asked(command), "approved", context);
  const after = (command: string) =>
    decide(asked(command), { ...context, rules }).decision;
  assert.equal(after(command), "allow");
  assert.equal(after("./tools/seed.sh users 20"), "ask");
  assert.equal(after("./tools/seed.sh users"), "ask");
});
