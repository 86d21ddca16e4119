import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import type { Rule } from "../rule.ts";
import { asked, contextWith, home, project } from "../testing.ts";
import type { Random } from "../testing_commands.ts";

/** Commands that take the names that a glob stands for. */
const templates = [
  "sed -n p %",
  "sort %",
  "rg todo %",
  "find % -type f",
  "cat %",
  "prettier --check %",
  "eslint %",
  'for f in %; do head "$f"; done',
  'for f in %; do sed -n p "$f"; done',
  "wc -l %",
];

const globs = ["*", "./*", "?*", "*.ts", "[a-z]*"];

const harmless = ["a.ts", "b.ts", "notes", "x"];

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[random(values.length)]!;
}

/** A context in which the project's folder holds these names. */
function holding(
  names: readonly string[],
  rules: readonly Rule[],
  links: Readonly<Record<string, string>> = {},
) {
  return contextWith({
    autonomy: "supervised",
    rules,
    entries: (path) => path === project ? names : [],
    resolve: (path) => links[path] ?? path,
  });
}

Deno.test("what was approved of a glob says nothing of names that come later", () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const random = seededRandom(seed);
    let rules: readonly Rule[] = [];
    for (let count = 0; count < 40; count += 1) {
      const command = pick(random, templates).replace("%", pick(random, globs));
      for (let times = 0; times < 2; times += 1) {
        const context = holding(harmless, rules);
        ({ rules } = learn(asked(command), "approved", context));
      }
    }
    let tried = 0;
    for (const template of templates) {
      const line = template.replace("%", "*");
      const before = decide(asked(line), holding(harmless, rules)).decision;
      if (before !== "allow") continue;
      tried += 1;
      const option = decide(
        asked(line),
        holding([...harmless, "--pre=sh"], rules),
      );
      assert.equal(option.decision, "ask", `seed ${seed}: ${line}`);
    }
    assert.ok(tried > 6, `seed ${seed} taught too little`);
    for (const glob of globs.filter((one) => one !== "*.ts")) {
      const line = `cat ${glob}`;
      const link = decide(
        asked(line),
        holding([...harmless, "link"], rules, {
          [`${project}/link`]: `${home}/.ssh/id_ed25519`,
        }),
      );
      assert.equal(link.decision, "ask", `seed ${seed}: ${line}`);
    }
  }
});
