import assert from "node:assert/strict";
import { dirname } from "node:path/posix";
import { decide } from "../../lib/learner/decide.ts";
import {
  asked,
  contextWith,
  home,
  project,
} from "../../lib/learner/testing.ts";
import { seededRandom } from "../harness/seeded_random.ts";
import { mutate } from "./mutate.ts";
import { guessingLine, riskyLine } from "./risky_lines.ts";
import { makeLaboratory, type Run } from "./run_bash.ts";

const seeds = [1, 20, 300, 4000];
const runsEach = 60;

Deno.test({
  name: "what is allowed runs nothing that asks, however it is written",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using laboratory = await makeLaboratory(1500);
    const faults: string[] = [];
    let calls = 0;
    for (const seed of seeds) {
      const dice = seededRandom(seed);
      for (let runs = 0; runs < runsEach;) {
        const line = dice(2) === 0 ? riskyLine(dice) : guessingLine(dice);
        const text = dice(2) === 0 ? line : mutate([line], dice);
        if (!isSafe(text) || !isAllowed(text, project)) continue;
        const run = await laboratory.run(text);
        if (run.calls.length + run.files.length === 0) continue;
        runs += 1;
        calls += run.calls.length;
        faults.push(...askedParts(run).map((one) => `${text}\n  ${one}`));
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(calls > seeds.length * runsEach / 2, `only ${calls} calls`);
  },
});

Deno.test("decide() takes any text, and is never long about it", () => {
  const dice = seededRandom(555);
  const nested = [
    "for V in a b; do ",
    "V=$V$V; ",
    "cd a; ",
    'a "$(',
    "(",
    "{ ",
  ];
  const lines = (make: typeof riskyLine) =>
    Array.from({ length: 1500 }, () => make(dice));
  const texts = [...lines(riskyLine), ...lines(guessingLine)]
    .flatMap((line) => [line, mutate([line], dice)]);
  for (const opening of nested) {
    const count = Math.floor(9000 / opening.length);
    texts.push(opening.repeat(count), `${opening.repeat(count)}cat $V`);
    texts.push(opening.repeat(12) + riskyLine(dice));
  }
  for (const text of texts) {
    const start = performance.now();
    isAllowed(text, project);
    const took = performance.now() - start;
    assert.ok(took < 5000, `took ${took} ms: ${text.slice(0, 200)}`);
  }
});

/** Everything that a run did, of which a person would have been asked. */
function askedParts(run: Run): string[] {
  const place = (text: string) =>
    text.replaceAll(run.directory, project)
      .replaceAll(dirname(run.directory), home);
  const calls = run.calls.map(({ directory, words }) => ({
    line: words.map((word) => quote(place(word))).join(" "),
    directory: place(directory),
  }));
  const files = run.files.map((file) => ({
    line: `echo a > ${quote(file)}`,
    directory: project,
  }));
  return [...calls, ...files]
    .filter(({ line, directory }) => !isAllowed(line, directory))
    .map(({ line, directory }) => `ran ${line} in ${directory}`);
}

function isAllowed(command: string, directory: string): boolean {
  const context = contextWith({ autonomy: "assisted", directory, entries });
  return decide(asked(command), context).decision === "allow";
}

/** What lies in the folders that a run starts with. */
function entries(path: string): readonly string[] {
  return {
    [project]: ["a", "b", "src"],
    [`${project}/a`]: ["c"],
    [`${project}/src`]: ["a.ts", "b c.ts", "-n"],
  }[path] ?? [];
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Whether a line names no place outside the laboratory. */
function isSafe(text: string): boolean {
  return (text.match(/\.\./g)?.length ?? 0) <= 3 &&
    !/(^|[^\w.}*~$'")])\/(?!nowhere)/.test(text);
}
