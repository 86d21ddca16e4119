/**
 * Measures how long it takes to read a large screen of each kind of agent,
 * against taking the escapes out of it, which every reader must do.
 *
 * ```sh
 * deno run -P=test test/bench/read_bench.ts
 * ```
 *
 * @module
 */
import { type AgentKind, agents } from "../../lib/agents/mod.ts";
import { quantile, ratio } from "./numbers.ts";
import { printTable } from "./print_table.ts";

/** The newest screens of each kind that are so large. */
const screens: readonly (readonly [kind: AgentKind, start: string])[] = [
  ["claude", "2.1.330-200x50"],
  ["codex", "0.169.0-200x50"],
  ["gemini", "0.61.0-200x50"],
  ["opencode", "1.18.33-220x50"],
  ["qwen", "0.15.10-200x50"],
];

const scenarios = ["command-plain", "command-long", "command-dialog-inside"];

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

const rows = screens.flatMap(([kind, start]) =>
  scenarios.map((scenario) => {
    const file = `${start}-${scenario}.ansi`;
    const folder = new URL(`../fixtures/${kind}/`, import.meta.url);
    const text = Deno.readTextFileSync(new URL(file, folder));
    const columns = Number(/-(\d+)x/.exec(file)![1]);
    const agent = agents[kind];
    const plain = timesOf(() => void text.replaceAll(escapes, "").split("\n"));
    const read = timesOf(() => void agent.read({ text, columns }));
    return [
      `${kind} ${file.replace(/\.ansi$/, "")}`,
      quantile(read, 0.5).toFixed(1),
      quantile(read, 0.99).toFixed(1),
      quantile(plain, 0.5).toFixed(1),
      ratio(quantile(read, 0.5), quantile(plain, 0.5)),
    ];
  })
);
printTable(
  `A screen read ${rounds} times; in µs`,
  ["", "p50", "p99", "without escapes", "ratio of p50"],
  rows,
);
