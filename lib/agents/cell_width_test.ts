import assert from "node:assert/strict";
import { cellWidth } from "./cell_width.ts";

Deno.test("cellWidth counts cells, not characters", () => {
  const widths: [string, number][] = [
    ["", 0],
    ["npm test", 8],
    ["日本語", 6],
    ["🎉", 2],
    ["e\u0301", 1],
    ["“q” — …", 7],
    ["한국어", 6],
    ["a\u200bb", 2],
  ];
  for (const [text, cells] of widths) {
    assert.equal(cellWidth(text), cells, text);
  }
});
