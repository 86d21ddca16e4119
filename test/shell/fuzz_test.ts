import assert from "node:assert/strict";
import { parse } from "../../lib/shell/mod.ts";
import { surprises } from "./explained.ts";
import { seededRandom } from "../harness/seeded_random.ts";
import { mutate } from "./mutate.ts";
import { makeLaboratory } from "./run_bash.ts";
import { evading, hiding, plain } from "./snippets.ts";

const all = [...hiding, ...evading, ...plain];

Deno.test("parse() takes any text, and is never long about it", () => {
  const dice = seededRandom(20_260);
  for (let round = 0; round < 6000; round++) {
    assert.doesNotThrow(() => timed(mutate(all, dice)));
  }
});

Deno.test("parse() is not slowed down by deep or endless nesting", () => {
  const openings = [
    "$(",
    "`",
    "(",
    "{ ",
    "${x:-",
    "$((",
    "$((a[",
    "[[ ",
    "<(",
    "{,",
    "[",
    "# ",
    '"$(',
    "A=(",
    "while :; do ",
    "if ",
    "case a in ",
    "<<A\n",
    "env ",
    "bash -c '",
    "x=$y y=$x;",
    "-exec a ; ",
    "$(dirname ",
    '"$(basename ',
    "for x in 1 2; do ",
    "for x in 1 2 3; do echo $x; cd $x; ",
    "(for x in 1 2 3; do echo $x | ",
    "x=1; y=$x$x; ",
    "x=$(mktemp); ",
    "a && x=$x$x; ",
    "while x=$y; do cd a; ",
    "x=${x%a}; ",
    "if a; then x=1; else x=2; fi; ",
  ];
  for (const opening of openings) {
    for (const start of ["", "echo ", "find "]) {
      timed(start + opening.repeat(9900 / opening.length));
    }
  }
});

Deno.test({
  name: "what a changed line really does was foreseen or refused",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using laboratory = await makeLaboratory(1500);
    const dice = seededRandom(4711);
    const safe = hiding.filter(isSafe);
    const faults: string[] = [];
    let calls = 0;
    for (let runs = 0; runs < 150;) {
      const text = mutate(safe, dice);
      if (!isSafe(text) || parse(text, {}).opaque.length > 0) continue;
      runs += 1;
      const run = await laboratory.run(text);
      const line = parse(text, { directory: run.directory });
      faults.push(...surprises(line, run).map((one) => `${text}: ${one}`));
      calls += run.calls.length;
    }
    assert.deepEqual(faults, []);
    assert.ok(calls > 150, `only ${calls} programs ran`);
  },
});

/** Whether a line cannot leave the folder that it is run in. */
function isSafe(text: string): boolean {
  return !text.includes("/") && (text.match(/\.\./g)?.length ?? 0) <= 3;
}

function timed(text: string): void {
  const start = performance.now();
  parse(text, { directory: "/a" });
  const took = performance.now() - start;
  assert.ok(took < 5000, `took ${took} ms: ${text.slice(0, 80)}`);
}
