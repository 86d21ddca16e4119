import assert from "node:assert/strict";
import { type Task, taskPrint } from "./task_print.ts";

const build: Task = { runner: "npm", names: ["build"], directory: "/web" };

/** What a task is called among some files. */
function printOf(task: Task, files: Readonly<Record<string, string>>): string {
  return taskPrint(task, { project: "/web", text: (path) => files[path] });
}

function withScripts(scripts: Readonly<Record<string, unknown>>) {
  return { "/web/package.json": JSON.stringify({ scripts }) };
}

Deno.test("taskPrint() follows a script to all that it runs", () => {
  const scripts = {
    build: "npm run check && tsc",
    check: "eslint .",
    docs: "typedoc",
  };
  const before = printOf(build, withScripts(scripts));
  assert.equal(printOf(build, withScripts({ ...scripts, docs: "x" })), before);
  for (
    const change of [
      { build: "tsc" },
      { check: "eslint . ; sh x" },
      { prebuild: "sh x" },
      { postbuild: "sh x" },
      { precheck: "sh x" },
      { build: ["tsc"] },
    ]
  ) {
    const changed = withScripts({ ...scripts, ...change });
    assert.notEqual(printOf(build, changed), before, JSON.stringify(change));
  }
});

Deno.test("taskPrint() takes every script where names are not written out", () => {
  for (
    const text of [
      "npm-run-all build:*",
      "run-p build:js build:css",
      'concurrently "npm:build:{js,css}"',
    ]
  ) {
    const scripts = { build: text, other: "a" };
    assert.notEqual(
      printOf(build, withScripts(scripts)),
      printOf(build, withScripts({ ...scripts, other: "b" })),
      text,
    );
  }
});

Deno.test("taskPrint() finds the nearest package, and none above the project", () => {
  const inner: Task = { ...build, directory: "/web/app/src" };
  const files = {
    ...withScripts({ build: "outer" }),
    "/package.json": '{"scripts":{"build":"above"}}',
  };
  assert.equal(printOf(inner, files), printOf(build, files));
  const nearer = { ...files, "/web/app/package.json": '{"scripts":{}}' };
  assert.notEqual(printOf(inner, nearer), printOf(build, nearer));
  const above = { "/package.json": files["/package.json"] };
  assert.equal(printOf(build, above), printOf(build, {}));
});

Deno.test("taskPrint() reads a broken package as its text", () => {
  const broken = (text: string) => ({ "/web/package.json": text });
  assert.notEqual(printOf(build, broken("{")), printOf(build, broken("{ ")));
  assert.notEqual(
    printOf(build, broken('{"scripts":1}')),
    printOf(build, broken('{"scripts":2}')),
  );
  assert.equal(printOf(build, broken("null")), printOf(build, broken("{}")));
});

Deno.test("taskPrint() takes the whole file of a task runner", () => {
  const make: Task = { ...build, runner: "make" };
  const files = { "/web/Makefile": "build:\n\ttsc\n" };
  assert.notEqual(
    printOf(make, files),
    printOf(make, { "/web/Makefile": "build:\n\tsh x\n" }),
  );
  // What make looks for first hides the other.
  assert.notEqual(
    printOf(make, files),
    printOf(make, { ...files, "/web/GNUmakefile": "build:\n\tsh x\n" }),
  );
  const below = { ...make, directory: "/web/sub" };
  assert.equal(printOf(below, files), printOf(below, {}));
  const just = { ...below, runner: "just" };
  const recipes = { "/web/justfile": "build:\n  tsc\n" };
  assert.notEqual(printOf(just, recipes), printOf(just, {}));
});
