import assert from "node:assert/strict";
import { seededRandom } from "../../test/harness/seeded_random.ts";
import { wrap } from "./claude/wrap.ts";
import { isDrawnOn } from "./drawn_on.ts";

const words = ["rm", "-rf", "'a'", "漢字", "x".repeat(50), "", "&&", "\\", "…"];

Deno.test("isDrawnOn accepts every text on the rows it wraps into", () => {
  const next = seededRandom(11);
  for (let i = 0; i < 800; i++) {
    const text = Array.from(
      { length: 1 + next(20) },
      () => words[next(words.length)],
    ).join(next(5) === 0 ? "\n" : " ");
    const rows = wrap(text, 12 + next(40));
    assert.ok(isDrawnOn(rows, text), JSON.stringify({ rows, text }));
  }
});

Deno.test("isDrawnOn refuses a text of which a character differs", () => {
  const next = seededRandom(12);
  for (let i = 0; i < 800; i++) {
    const text = Array.from(
      { length: 2 + next(12) },
      () => words[next(words.length)] || "y",
    ).join(" ");
    const rows = wrap(text, 12 + next(40));
    const at = next(text.length);
    const added = text.slice(0, at) + ";" + text.slice(at);
    assert.ok(!isDrawnOn(rows, added), JSON.stringify({ rows, added }));
    if (text[at] === " ") continue;
    const missing = text.slice(0, at) + text.slice(at + 1);
    if (missing === text) continue;
    assert.ok(!isDrawnOn(rows, missing), JSON.stringify({ rows, missing }));
  }
});

Deno.test("isDrawnOn lets differ only what drawing loses", () => {
  const same: [string[], string][] = [
    [["echo a"], "echo a  "],
    [["echo a"], "echo a\n"],
    [["a       b"], "a\tb"],
    [["echo a\\", "b"], "echo a\\ \nb"],
    [["echo a\ufffdb"], "echo a\u200bb"],
    [["echo ab"], "echo a\u200bb"],
    [["echo one", "  two"], "echo one          two"],
    [["a", "", "b"], "a\n\nb"],
  ];
  for (const [rows, text] of same) assert.ok(isDrawnOn(rows, text), text);
  const other: [string[], string][] = [
    [["echo a b"], "echo a  b"],
    [["echo a b"], "echo a\nb"],
    [["echo a"], "echo a b"],
    [["echo a", "b"], "echo a"],
    [["echo a", "b"], "echo a\n\nb"],
    [["echo a", "b"], "echo a;b"],
    [["a             b"], "a\tb"],
    [["echo a\ufffdb"], "echo axb"],
    [["echo", "  a"], "echo a"],
  ];
  for (const [rows, text] of other) {
    assert.ok(!isDrawnOn(rows, text), `${rows}: ${text}`);
  }
});
