import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { asked, contextWith, project } from "../testing.ts";

/** Decides in a project whose folder holds these names. */
function decidedWith(names: readonly string[], command: string) {
  return decide(
    asked(command),
    contextWith({
      autonomy: "supervised",
      entries: (path) => path === project ? names : [],
    }),
  ).decision;
}

const commands = [
  "sed -n p *",
  "rg x *",
  "sort *",
  "find *",
  'for f in *; do find . "$f"; done',
  'ls | while read f; do find "$f"; done',
  "git ls-files | xargs cat; for f in $(git ls-files); do sort $f; done",
];

Deno.test("a glob that stands for an option is asked about", () => {
  for (const command of commands) {
    const bad = decidedWith(["a", "-pre=sh", "--delete"], command);
    assert.equal(bad, "ask", command);
    assert.equal(decidedWith(["a", "b"], command), "allow", command);
  }
});

Deno.test("a glob that no option fits is not", () => {
  for (
    const command of ["sort ./*", "sort a*", "sort *.txt", "sort src/*", "ls"]
  ) {
    const decision = decidedWith(["a", "-pre=sh"], command);
    assert.equal(decision, "allow", command);
  }
});

Deno.test("a glob may stand for the file that a tool writes", () => {
  for (const command of ["uniq *", "xxd *", "uniq *.txt", "rg * src"]) {
    assert.equal(decidedWith(["a", "b"], command), "ask", command);
  }
  assert.equal(decidedWith(["a", "b"], "cat *"), "allow");
});
