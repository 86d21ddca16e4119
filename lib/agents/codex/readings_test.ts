import assert from "node:assert/strict";
import { seededRandom } from "../../../test/harness/seeded_random.ts";
import { cellWidth } from "../cell_width.ts";
import { readings } from "./readings.ts";
import { wrapLine } from "./wrap.ts";

const words = [
  ...["a", "git", "--flag=1", "'x y'", "日本語", "🎉", "\\", "|", "&&"],
  ...["node_modules/very-long-name/that-goes-on", "x".repeat(50)],
];

const drawn = (text: string, width: number) =>
  text.split("\n").flatMap((line) => wrapLine(line, width));

Deno.test("wrapLine loses nothing but blanks, and keeps to the width", () => {
  const below = seededRandom(1);
  for (let round = 0; round < 400; round++) {
    const width = 10 + below(60);
    const count = 1 + below(14);
    const line = Array.from(
      { length: count },
      () =>
        words[below(words.length)]! +
        " ".repeat(below(3)),
    ).join(" ");
    const rows = wrapLine(line, width);
    const squeeze = (text: string) => text.replaceAll(" ", "");
    assert.equal(squeeze(rows.join("")), squeeze(line));
    // A character of two cells may stand out by one.
    for (const row of rows) assert.ok(cellWidth(row) <= width + 1, row);
  }
});

Deno.test("wrapLine breaks where the client was seen to break", () => {
  // A run of blanks goes on in the next row, less what was left of this one.
  const run = `$ touch 'x${" ".repeat(60)}y' z`;
  assert.deepEqual(wrapLine(run, 43), [
    "$ touch 'x",
    `${" ".repeat(26)}y' z`,
  ]);
  // Neither hyphens nor slashes are places to break at.
  assert.deepEqual(wrapLine("$ echo a-b-c/d/e--f https://example.com/x", 20), [
    "$ echo a-b-c/d/e--f",
    "https://example.com/",
    "x",
  ]);
});

Deno.test("readings hold what was drawn", () => {
  const below = seededRandom(2);
  let ambiguous = 0;
  for (let round = 0; round < 400; round++) {
    const width = 20 + below(60);
    const count = 1 + below(12);
    const text = Array.from(
      { length: count },
      () => words[below(words.length)]!,
    ).reduce((all, word) => all + (below(7) === 0 ? "\n" : " ") + word);
    const rows = drawn(text, width);
    const found = readings(rows, width, true);
    if (found.length === 0) continue;
    assert.ok(found.includes(text), JSON.stringify({ text, rows, width }));
    for (const one of found) {
      assert.deepEqual(
        drawn(one, width).map((row) => row.trimEnd()),
        rows.map((row) => row.trimEnd()),
      );
    }
    if (found.length > 1) ambiguous++;
  }
  assert.ok(ambiguous > 50);
});

Deno.test("readings without newlines are one where blanks are single", () => {
  const text = "npm run build -- --mode production --out dist --verbose";
  const rows = drawn(text, 20);
  assert.ok(rows.length > 2);
  assert.deepEqual(readings(rows, 20, false), [text]);
  assert.ok(readings(rows, 20, true).length > 1);
});

Deno.test("readings tell a backslash before a blank from one before a newline", () => {
  assert.deepEqual(readings(["touch a \\", "b"], 40, true), [
    "touch a \\\nb",
    "touch a \\ \nb",
  ]);
});
