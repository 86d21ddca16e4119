import assert from "node:assert/strict";
import { cellWidth } from "../cell_width.ts";
import { mostReadings, readingsOf, wrapText } from "./wrapping.ts";
import { seededRandom } from "../../../test/harness/seeded_random.ts";

const words = [
  "git",
  "commit",
  "-m",
  "'it'",
  '"$(wc -l < x)"',
  "日本語",
  "🎉",
  "é",
  "--message=a-rather-long-word-that-may-have-to-be-cut-somewhere",
  "x".repeat(90),
  "漢".repeat(50),
  "&&",
  "\\",
];

function textFrom(next: (below: number) => number): string {
  const lines = Array.from({ length: 1 + next(3) }, () => {
    const line = Array.from(
      { length: 1 + next(9) },
      () => words[next(words.length)],
    ).join(" ");
    return " ".repeat(next(3) * 2) + line;
  });
  return lines.join(next(4) === 0 ? "\n\n" : "\n");
}

Deno.test("wrapText fills rows and never makes one too wide", () => {
  const next = seededRandom(1);
  for (let i = 0; i < 500; i++) {
    const width = 20 + next(100);
    const text = textFrom(next);
    for (const row of wrapText(text, width)) {
      assert.ok(cellWidth(row) <= width, `${width}: ${row}`);
    }
  }
});

Deno.test("wrapText keeps indents and blank lines", () => {
  assert.deepEqual(wrapText("for x\n\n  echo one two", 8), [
    "for x",
    "",
    "  echo",
    "one two",
  ]);
});

Deno.test("readingsOf holds the text that was wrapped", () => {
  const next = seededRandom(2);
  let found = 0;
  for (let i = 0; i < 2000; i++) {
    const width = 20 + next(150);
    const text = textFrom(next);
    const readings = readingsOf(wrapText(text, width), width);
    // Very many rows cannot be told apart: nothing is the honest answer.
    if (readings.length === 0) continue;
    found++;
    assert.ok(
      readings.includes(text),
      JSON.stringify({ width, text, readings: readings.slice(0, 5) }),
    );
    assert.equal(new Set(readings).size, readings.length);
    assert.ok(readings.length <= mostReadings);
  }
  assert.ok(found > 1500, `only ${found} texts were read`);
});

/** Whether the lines, each wrapped in either way, give the rows. */
function isDrawnAs(lines: string[], rows: string[], width: number): boolean {
  const [line, ...rest] = lines;
  if (line === undefined) return rows.length === 0;
  return (["fill", "next"] as const).some((style) => {
    const drawn = wrapText(line, width, style).map((row) => row.trimEnd());
    return drawn.every((row, index) => row === rows[index]) &&
      isDrawnAs(rest, rows.slice(drawn.length), width);
  });
}

Deno.test("readingsOf lists only texts that are drawn like that", () => {
  const next = seededRandom(3);
  for (let i = 0; i < 500; i++) {
    const width = 20 + next(100);
    const rows = wrapText(textFrom(next), width);
    for (const reading of readingsOf(rows, width)) {
      assert.ok(
        isDrawnAs(reading.split("\n"), rows, width),
        JSON.stringify({ width, reading, rows }),
      );
    }
  }
});

Deno.test("a row that ends early ends in a newline, and only in that", () => {
  assert.deepEqual(readingsOf(["ls", "rm -rf build"], 76), [
    "ls\nrm -rf build",
  ]);
});

Deno.test("a row that ends where the next word would not fit is both", () => {
  const width = 20;
  assert.deepEqual(
    readingsOf(["echo one two three", "rm -rf build"], width),
    [
      "echo one two three rm -rf build",
      "echo one two three\nrm -rf build",
    ].filter((text) => wrapText(text, width).length === 2),
  );
  assert.deepEqual(readingsOf(["echo one two three4", "rm -rf build"], width), [
    "echo one two three4 rm -rf build",
    "echo one two three4\nrm -rf build",
  ]);
});

Deno.test("a cut word can be one word or two lines", () => {
  assert.deepEqual(readingsOf(["abcdefgh", "ij"], 8), [
    "abcdefghij",
    "abcdefgh ij",
    "abcdefgh\nij",
  ]);
});

Deno.test("a backslash at the end of a row may escape an unseen space", () => {
  assert.deepEqual(readingsOf(["cat a\\", "b"], 40), [
    "cat a\\\nb",
    "cat a\\ \nb",
  ]);
});

Deno.test("rows that could be read in too many ways are not read", () => {
  const rows = Array.from({ length: 12 }, () => "word ".repeat(4) + "last");
  assert.deepEqual(readingsOf(rows, 24), []);
});

Deno.test("an indented row is never taken for the rest of a line", () => {
  assert.deepEqual(readingsOf(["if true; then", "  date"], 14), [
    "if true; then\n  date",
  ]);
});
