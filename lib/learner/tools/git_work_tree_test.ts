import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith, linesOf, neverPasses } from "../testing.ts";

Deno.test("named files may be taken back, after two approvals", () => {
  const assisted = contextWith({
    entries: (path) => path.endsWith("folder.d") ? ["a"] : [],
  });
  let { rules } = learn(asked("git checkout src/a.ts"), "approved", assisted);
  const after = (command: string) =>
    decide(asked(command), { ...assisted, rules }).decision;
  assert.equal(after("git checkout src/a.ts"), "allow");
  assert.equal(after("git checkout src/b.ts"), "ask");
  const second = asked("git checkout HEAD -- src/b.ts");
  ({ rules } = learn(second, "approved", { ...assisted, rules }));
  assert.equal(after("git checkout src/c.ts lib/d.ts"), "allow");
  for (
    const command of linesOf(`
      git checkout .
      git checkout -- .
      git checkout HEAD -- src
      git checkout HEAD -- src/
      git checkout -- 'src/*.ts'
      git checkout -- :/a.ts
      git checkout -- folder.d
      git checkout -f src/a.ts
      git checkout -p src/a.ts
      git checkout -- ../other/a.ts
      git checkout -- .github/workflows/a.yml
      git checkout -- package.json
      git checkout --pathspec-from-file=a.txt
      git checkout --ours src/a.ts
      git restore --source=evil src/a.ts
      git restore -- .
    `)
  ) {
    assert.equal(after(command), "ask", command);
  }
  neverPasses(`
    git checkout -- .
    git checkout HEAD .
    git restore .
    git checkout -f
  `);
});
