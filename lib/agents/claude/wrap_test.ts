import assert from "node:assert/strict";
import { wrap } from "./wrap.ts";

Deno.test("wrap breaks as the client was seen to", () => {
  const x = (count: number) => "x".repeat(count);
  const seen: [string, number, string[]][] = [
    // A word wider than a row begins on the row that it still fits on best.
    [`ecco ${x(90)}`, 76, [`ecco ${x(71)}`, x(19)]],
    [`ecco ${x(74)}`, 76, ["ecco", x(74)]],
    // Ten spaces: seven end the row, one is swallowed, two begin the next.
    [`${x(69)}          y z`, 76, [x(69), "  y z"]],
    // The space after a full row takes a cell of the next, unseen.
    [`${x(10)} ${x(9)} y`, 10, [x(10), x(9), "y"]],
    [`${x(10)} ${x(10)}`, 10, [x(10), "", x(10)]],
    ["a\n\n  b", 10, ["a", "", "  b"]],
    ["漢漢漢漢漢漢", 5, ["漢漢", "漢漢", "漢漢"]],
  ];
  for (const [text, width, rows] of seen) {
    assert.deepEqual(wrap(text, width), rows, text);
  }
});
