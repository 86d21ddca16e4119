import assert from "node:assert/strict";
import { barChart } from "./bar_chart.ts";

Deno.test("barChart() draws heights in eighths of a row", () => {
  const rows = barChart([
    { label: "1", value: 1 },
    { label: "2", value: 0.5 },
    { label: "3", value: 1 / 16 },
    { label: "4", value: 0 },
  ], 2);
  assert.deepEqual(rows, [
    "100% ┤ ███",
    " 50% ┤ ███ ███ ▁▁▁",
    "  0% └────────────────",
    "         1   2   3   4",
  ]);
});
