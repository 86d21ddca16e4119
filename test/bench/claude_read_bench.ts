/**
 * Measures how long it takes to read a screen of Claude Code, against taking
 * the escapes out of it, which every reader must do.
 *
 * ```sh
 * deno run -P=test test/bench/claude_read_bench.ts
 * ```
 *
 * @module
 */
import { claude } from "../../lib/agents/mod.ts";
import { quantile, ratio } from "./numbers.ts";
import { printTable } from "./print_table.ts";

const folder = new URL("../fixtures/claude/", import.meta.url);

const files = [
  "2.1.330-80x24-idle-fresh.ansi",
  "2.1.330-80x24-write-bait.ansi",
  "2.1.330-60x40-command-long.ansi",
  "2.1.330-200x50-command-long.ansi",
  "2.1.330-200x50-command-dialog-inside.ansi",
];

const rounds = 500;

/** How often it is done at first without being measured. */
const warmUp = 200;

/** Gives the times in microseconds. */
function timesOf(run: () => void): number[] {
  const times: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const start = performance.now();
    run();
    if (round >= 0) times.push((performance.now() - start) * 1000);
  }
  return times;
}

// deno-lint-ignore no-control-regex
const escapes = /\x1b\[[0-9;:]*m/g;

const rows = files.map((file) => {
  const text = Deno.readTextFileSync(new URL(file, folder));
  const columns = Number(/-(\d+)x/.exec(file)![1]);
  const plain = timesOf(() => void text.replaceAll(escapes, "").split("\n"));
  const read = timesOf(() => void claude.read({ text, columns }));
  return [
    file,
    quantile(read, 0.5).toFixed(1),
    quantile(read, 0.99).toFixed(1),
    quantile(plain, 0.5).toFixed(1),
    ratio(quantile(read, 0.5), quantile(plain, 0.5)),
  ];
});
printTable(
  `A screen read ${rounds} times; in µs`,
  ["", "p50", "p99", "without escapes", "ratio of p50"],
  rows,
);
