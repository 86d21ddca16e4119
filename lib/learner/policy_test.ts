import assert from "node:assert/strict";
import { decide } from "./decide.ts";
import { askPolicy } from "./policy.ts";
import { asked, contextWith } from "./testing.ts";

const nothing = { allow: [], ask: [], deny: [] };

function allows(pattern: string, text: string): boolean {
  const policy = { ...nothing, allow: [pattern] };
  return askPolicy({ whole: text, bare: text }, policy) !== undefined;
}

Deno.test("a pattern stands for whole words", () => {
  assert.equal(allows("git push", "git push"), true);
  assert.equal(allows("git push", "git push origin"), false);
  assert.equal(allows("git push *", "git push"), true);
  assert.equal(allows("git push *", "git push origin main"), true);
  assert.equal(allows("git push *", "git pushy"), false);
  assert.equal(allows("npm run test:*", "npm run test:unit"), true);
  assert.equal(allows("npm  run  dev", "npm run dev"), true);
  assert.equal(allows("a.b", "axb"), false);
  assert.equal(allows("edit src/*", "edit src/a/b.ts"), true);
});

Deno.test("allow counts variables and redirects, deny overlooks them", () => {
  const texts = { whole: "PORT=1 npm run dev >x", bare: "npm run dev" };
  const allow = { ...nothing, allow: ["npm run dev"] };
  assert.equal(askPolicy(texts, allow), undefined);
  const deny = { ...nothing, deny: ["npm run dev"] };
  assert.equal(askPolicy(texts, deny)?.decision, "deny");
  const folder = { whole: "/bin/rm x", bare: "/bin/rm x" };
  const rm = { ...nothing, ask: ["rm *"], allow: ["rm *"] };
  assert.equal(askPolicy(folder, rm)?.decision, "ask");
});

Deno.test("no policy says nothing", () => {
  assert.equal(askPolicy({ whole: "ls", bare: "ls" }, undefined), undefined);
  assert.equal(askPolicy({ whole: "ls", bare: "ls" }, nothing), undefined);
});

Deno.test("a policy is not taken in by a detour in a path or by a transport", () => {
  const policy = { ...nothing, allow: ["edit src/*", "git push *"] };
  const context = contextWith({ policy });
  const edit = (path: string) =>
    decide({ kind: "edit", path, complete: true }, context).decision;
  assert.equal(edit("src/a.ts"), "allow");
  for (const path of ["src/../package.json", "./src/../CLAUDE.md"]) {
    assert.equal(edit(path), "ask", path);
    assert.equal(edit(`${context.project}/${path}`), "ask", path);
  }
  const push = (rest: string) =>
    decide(asked(`git push ${rest}`), context).decision;
  assert.equal(push("origin main"), "allow");
  for (
    const rest of [
      "'ext::sh -c x' main",
      "/tmp/x --receive-pack=./x",
      "--exec=./x origin",
      "origin main; rm -rf ~",
      "origin $(rm -rf ~)",
      "origin > ~/.bashrc",
    ]
  ) {
    assert.equal(push(rest), "ask", rest);
  }
});
