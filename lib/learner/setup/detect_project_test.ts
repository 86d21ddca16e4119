import assert from "node:assert/strict";
import { detectProject, projectFiles } from "./detect_project.ts";
import { decide } from "../decide.ts";
import { preapprovals } from "./preapprovals.ts";
import { asked, contextWith, home, project } from "../testing.ts";

Deno.test("detectProject() finds scripts and who runs them", () => {
  const scripts = JSON.stringify({
    scripts: {
      test: "a",
      "lint:fix": "b",
      dev: "c",
      deploy: "d",
      "pre$x": "e",
    },
  });
  const managers: [Record<string, string>, string][] = [
    [{}, "npm"],
    [{ "pnpm-lock.yaml": "" }, "pnpm"],
    [{ "yarn.lock": "" }, "yarn"],
    [{ "bun.lock": "" }, "bun"],
  ];
  for (const [files, manager] of managers) {
    assert.deepEqual(detectProject({ ...files, "package.json": scripts }), {
      kinds: ["node"],
      commands: [`${manager} test`, `${manager} run lint:fix`],
      devCommand: `${manager} run dev`,
    });
  }
  const named = '{"packageManager": "pnpm@9.0.0", "scripts": {"test": "x"}}';
  const facts = detectProject({ "package.json": named, "yarn.lock": "" });
  assert.deepEqual(facts.commands, ["pnpm test"]);
});

Deno.test("detectProject() says nothing of files that are broken", () => {
  for (const text of ["", "{", "[]", "null", '{"scripts": 1}']) {
    const facts = detectProject({ "package.json": text });
    assert.deepEqual(facts, { kinds: ["node"], commands: [] });
  }
  assert.deepEqual(detectProject({}), { kinds: [], commands: [] });
});

Deno.test("detectProject() reads tasks past comments, and targets", () => {
  const deno = detectProject({
    "deno.jsonc": '{ /* x */ "tasks": { "check": "a//b" } // y\n}',
  });
  assert.ok(deno.commands.includes("deno task check"));
  const make = detectProject({
    Makefile: "X := 1\n.PHONY: test\ntest: dep\n\tgo test\nserve:\ndeploy:\n",
  });
  assert.deepEqual(make, {
    kinds: ["make"],
    commands: ["make test"],
    devCommand: "make serve",
  });
});

Deno.test("what setup grants passes a supervised agent, and no more", () => {
  const files = Object.fromEntries(projectFiles.map((name) => [name, ""]));
  const texts = {
    ...files,
    "package.json": '{"scripts": {"test": "x", "build": "y", "release": "z"}}',
    "pyproject.toml": "[tool.ruff]\n[tool.mypy]",
    Makefile: "test:\nlint:\n",
    justfile: "check:\n",
  };
  const facts = detectProject(texts);
  const now = Date.parse("2026-03-01T09:00:00Z");
  const rules = preapprovals(facts, { project, home, now });
  const context = contextWith({ rules, autonomy: "supervised" });
  for (const command of facts.commands) {
    const verdict = decide(asked(command), context);
    assert.equal(verdict.decision, "allow", `${command}: ${verdict.reason}`);
  }
  for (const rule of rules) {
    assert.equal(rule.origin, "setup");
    assert.equal(rule.status, "active");
    assert.equal(rule.tier, "project");
    assert.deepEqual(rule.evidence, []);
    assert.equal(rule.approvals, 0);
  }
  for (const command of ["npm run release", "npm install", "make deploy"]) {
    assert.equal(decide(asked(command), context).decision, "ask", command);
  }
});

Deno.test("setup grants nothing riskier than the project", () => {
  const commands = ["npm test", "npm ci", "git push", "sudo ls", "npm run x"];
  const place = { project, home, now: 0 };
  const rules = preapprovals({ kinds: ["node"], commands }, place);
  assert.deepEqual(rules.map(({ title }) => title), ["npm test", "npm run x"]);
});
