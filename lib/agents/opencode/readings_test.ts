import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { mostReadings } from "../readings.ts";
import { readings } from "./readings.ts";
import { wrap } from "./wrap.ts";

const words = [
  "git",
  "commit",
  "-m",
  "'it'",
  '"$(wc -l < x)"',
  "./node_modules/*",
  "--message=a-rather-long-word-that-may-have-to-be-cut-somewhere",
  "y".repeat(74),
  "&&",
  "\\",
];

const text = (next: (below: number) => number, lines: number, most: number) =>
  Array.from(
    { length: lines },
    () =>
      Array.from(
        { length: 1 + next(most) },
        () => words[next(words.length)],
      ).join(" "),
  ).join("\n");

Deno.test("readings hold the text that was drawn, whatever it is", () => {
  const next = seededRandom(3);
  let unreadable = 0;
  for (let i = 0; i < 600; i++) {
    const width = 40 + next(120);
    const drawn = text(next, 1 + next(3), 10);
    const texts = readings(wrap(drawn, width), width);
    if (texts.length === 0) unreadable++;
    else assert.ok(texts.includes(drawn), JSON.stringify({ width, drawn }));
  }
  assert.ok(unreadable < 60, `${unreadable} unreadable`);
});

Deno.test("readings would all be drawn as the rows are", () => {
  const next = seededRandom(4);
  for (let i = 0; i < 200; i++) {
    const width = 30 + next(60);
    const rows = wrap(text(next, 1, 12), width);
    const texts = readings(rows, width);
    assert.ok(texts.length <= mostReadings);
    assert.equal(new Set(texts).size, texts.length);
    for (const one of texts) assert.deepEqual(wrap(one, width), rows);
  }
});

Deno.test("readings know no newline in a text without any", () => {
  assert.deepEqual(readings(["echo aaaa", "bbbb"], 12, false), [
    "echo aaaa bbbb",
  ]);
});

Deno.test("readings tell a space from none behind a mark, where they can", () => {
  // With a space or without: it may have been wrapped behind the dash.
  assert.deepEqual(readings(["rm -", "rrrrrrrr"], 8), [
    "rm -rrrrrrrr",
    "rm - rrrrrrrr",
    "rm -\nrrrrrrrr",
  ]);
});

Deno.test("readings list the unseen space that undoes a line's continuation", () => {
  assert.deepEqual(readings(["rm a\\", "b"], 80), ["rm a\\\nb", "rm a\\ \nb"]);
});

Deno.test("readings are none when there are too many", () => {
  const rows = Array.from({ length: 30 }, () => "x".repeat(20));
  assert.deepEqual(readings(rows, 20), []);
});
