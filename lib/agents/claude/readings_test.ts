import assert from "node:assert/strict";
import { mostReadings } from "../readings.ts";
import { readings } from "./readings.ts";
import { wrap } from "./wrap.ts";
import { seededRandom } from "../../../test/harness/seeded_random.ts";

const words = [
  "git",
  "commit",
  "-m",
  "'it'",
  '"$(wc -l < x)"',
  "日本語",
  "🎉",
  "--message=a-rather-long-word-that-may-have-to-be-cut-somewhere",
  "y".repeat(74),
  "&&",
  "\\",
];

Deno.test("readings hold the text that was drawn, whatever it is", () => {
  const next = seededRandom(3);
  let unreadable = 0;
  for (let i = 0; i < 600; i++) {
    const width = 40 + next(120);
    const text = Array.from(
      { length: 1 + next(3) },
      () =>
        Array.from(
          { length: 1 + next(10) },
          () => words[next(words.length)],
        ).join(" "),
    ).join("\n");
    const texts = readings({ rows: wrap(text, width), width, newlines: true });
    if (texts.length === 0) unreadable++;
    else assert.ok(texts.includes(text), JSON.stringify({ width, text }));
  }
  assert.ok(unreadable < 60, `${unreadable} unreadable`);
});

Deno.test("readings would all be drawn as the rows are", () => {
  const next = seededRandom(4);
  for (let i = 0; i < 200; i++) {
    const width = 30 + next(60);
    const text = Array.from(
      { length: 1 + next(12) },
      () => words[next(words.length)],
    ).join(" ");
    const rows = wrap(text, width);
    const texts = readings({ rows, width, newlines: true });
    assert.ok(texts.length <= mostReadings);
    assert.equal(new Set(texts).size, texts.length);
    for (const one of texts) assert.deepEqual(wrap(one, width), rows);
  }
});

Deno.test("readings know no newline in a text without any", () => {
  const rows = ["echo aaaa", "bbbb"];
  assert.deepEqual(readings({ rows, width: 12, newlines: false }), [
    "echo aaaa bbbb",
  ]);
});

Deno.test("readings list the unseen space that undoes a line's continuation", () => {
  const texts = readings({
    rows: ["rm a\\", "b"],
    width: 80,
    newlines: true,
  });
  assert.deepEqual(texts, ["rm a\\\nb", "rm a\\ \nb"]);
});

Deno.test("readings are none when there are too many", () => {
  const rows = Array.from({ length: 30 }, () => "x".repeat(20));
  assert.deepEqual(readings({ rows, width: 20, newlines: true }), []);
});
