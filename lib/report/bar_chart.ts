/** One bar of a {@linkcode barChart}. */
export interface Bar {
  /** What stands under it. */
  readonly label: string;
  /** How high it is, from 0 to 1. */
  readonly value: number;
}

const eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/**
 * Draws upright bars in text, with percentages at the side.
 *
 * @example Usage
 * ```ts
 * import { barChart } from "./bar_chart.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(barChart([{ label: "Mon", value: 0.5 }], 2), [
 *   "100% ┤",
 *   " 50% ┤ ███",
 *   "  0% └────",
 *   "       Mon",
 * ]);
 * ```
 *
 * @param bars The bars, from the left.
 * @param height How many rows 100 % takes.
 * @returns The rows, from the top.
 */
export function barChart(bars: readonly Bar[], height = 8): string[] {
  const width = Math.max(3, ...bars.map((bar) => bar.label.length));
  const rows: string[] = [];
  for (let row = height; row > 0; row--) {
    const cells = bars.map((bar) => {
      const filled = Math.round((bar.value * height - (row - 1)) * 8);
      return eighths[Math.min(8, Math.max(0, filled))]!.repeat(width);
    });
    const percent = `${Math.round((row / height) * 100)}%`.padStart(4);
    rows.push(`${percent} ┤ ${cells.join(" ")}`.trimEnd());
  }
  rows.push(`  0% └${"─".repeat(bars.length * (width + 1))}`);
  const labels = bars.map((bar) => bar.label.padStart(width)).join(" ");
  rows.push(`       ${labels}`);
  return rows;
}
