import assert from "node:assert/strict";
import { decide } from "../decide.ts";
import { learn } from "../learning/mod.ts";
import { asked, contextWith } from "../testing.ts";

/** What is decided of a line once it was approved. */
function approved(line: string): string {
  const context = contextWith();
  const { rules } = learn(asked(line), "approved", context);
  const { decision, tier } = decide(asked(line), { ...context, rules });
  return decision === "allow" ? decision : tier;
}

Deno.test("what tools make again may be deleted wherever find comes upon it", () => {
  for (
    const line of [
      "find . -name __pycache__ -type d -exec rm -rf {} +",
      "find . -type d -name __pycache__ -exec rm -rf {} \\;",
      "find src lib -name '*.pyc' -delete",
      "find . -name .pytest_cache -prune -exec rm -r '{}' +",
      "cd src && find . -maxdepth 3 -name '*.pyc' -exec rm {} \\;",
    ]
  ) {
    const { decision, tier } = decide(asked(line), contextWith());
    assert.deepEqual([decision, tier], ["ask", "project"], line);
    assert.equal(approved(line), "allow", line);
  }
});

Deno.test("nothing else that find comes upon is deleted", () => {
  for (
    const line of [
      "find . -delete",
      "find . -delete -name '*.pyc'",
      "find . -name '*.log' -delete",
      "find . -name '*' -delete",
      "find . -name '*.py' -delete",
      "find . -name '*.pyc' -o -name '*.py' -delete",
      "find . ! -name '*.pyc' -delete",
      "find . -not -name '*.pyc' -delete",
      "find . -name '*.pyc' -name '*' -o -delete",
      "find -L . -name '*.pyc' -delete",
      "find / -name '*.pyc' -delete",
      "find ~ -name __pycache__ -exec rm -rf {} +",
      "find .. -name __pycache__ -exec rm -rf {} +",
      "find .git -name '*.pyc' -delete",
      "find $x -name '*.pyc' -delete",
      "find . -name $x -delete",
      "find . -name build -exec rm -rf {} +",
      "find . -name __pycache__ -exec rm -rf {} src +",
      "find . -name __pycache__ -exec rm -rf {}/.. \\;",
      "find . -name __pycache__ -exec sudo rm -rf {} +",
      "find . -name __pycache__ -execdir rm -rf {} +",
      "find . -name __pycache__ -exec rm -rf {} + -exec rm -rf src +",
      "find . -name '*.pyc' -exec echo {} \\; -o -exec rm -rf {} +",
      "find . -name __pycache__ | xargs rm -rf",
      "cd /srv && find . -name '*.pyc' -delete",
      "cd /srv; cd /home/dev/web; find . -name '*.pyc' -delete",
      "cd /srv; cd /home/dev/web; find . -name __pycache__ -exec rm -r {} +",
    ]
  ) assert.match(approved(line), /remote|critical/, line);
});
