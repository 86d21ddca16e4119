import assert from "node:assert/strict";
import { placeElsewhere, widenPlaces } from "./elsewhere.ts";
import { Person } from "../testing.ts";

const world = { project: "/home/dev/src/web", home: "/home/dev" };

Deno.test("placeElsewhere() names a folder about as large as a project", () => {
  const cases: [string, string][] = [
    ["/home/dev/src/api/lib/a.ts", "/home/dev/src/api"],
    ["/home/dev/src/api", "/home/dev/src/api"],
    ["/home/dev/src", "/home/dev/src"],
    ["/home/dev/notes/2026/a.md", "/home/dev/notes/2026"],
    ["/srv/data/a/b", "/srv/data"],
    ["/home/eve/notes/2026/a", "/home/eve/notes/2026"],
    ["/home/eve", "/home/eve"],
  ];
  for (const [path, expected] of cases) {
    assert.equal(placeElsewhere(path, world), `outside:${expected}`, path);
  }
});

Deno.test("widenPlaces() joins what lies in one folder, and no homes", () => {
  const widened = (...folders: string[]) =>
    widenPlaces(folders.map((folder) => `outside:${folder}`))
      .filter((kind) => kind.endsWith("*"));
  assert.deepEqual(widened("/home/dev/src/a", "/home/dev/src/b"), [
    "outside:/home/dev/src/*",
  ]);
  assert.deepEqual(widened("/home/dev/src/a"), []);
  assert.deepEqual(widened("/home/dev/src/a", "/home/dev/src/a/b"), []);
  assert.deepEqual(widened("/home/dev/a", "/home/dev/b"), []);
  assert.deepEqual(widened("/home/dev", "/home/eve"), []);
  assert.deepEqual(widened("/srv/a", "/srv/b"), []);
  assert.deepEqual(widened("/Users/dev/a", "/Users/dev/b"), []);
});

Deno.test("reading one folder elsewhere teaches that folder only", () => {
  const person = new Person();
  person.context = { ...person.context, autonomy: "supervised" };
  person.approve("ls ../lib-a/src");
  assert.equal(person.decision("grep -rn x ../lib-a"), "allow");
  for (
    const command of [
      "cat ../lib-b/a.ts",
      "cat ~/notes/2026/a.md",
      "ls ..",
      "ls ~",
      "cat /home/eve/a.md",
      "cat ../lib-a/.env",
      "cat ../lib-a/../lib-b/a.ts",
      "cp ../lib-a/a.ts a.ts",
    ]
  ) {
    assert.equal(person.decision(command), "ask", command);
  }
});

Deno.test("reading several folders of one folder teaches what lies there", () => {
  const person = new Person();
  person.context = {
    ...person.context,
    autonomy: "supervised",
    project: "/home/dev/src/web",
  };
  person.approve("ls ../lib-a/src");
  person.approve("cat ../lib-b/readme.md");
  assert.equal(person.decision("head ../lib-c/a.ts"), "allow");
  for (
    const command of [
      "cat ~/notes/2026/a.md",
      "cat ../lib-c/.env",
      "grep -r x ..",
      "cat ~/.gemini/a.md",
      "cat /srv/data/a",
    ]
  ) {
    assert.equal(person.decision(command), "ask", command);
  }
});
