/**
 * Measures how long it takes from a dialog being drawn to orch's verdict, and
 * what watching costs, against asking tmux for everything every few seconds.
 *
 * ```sh
 * deno run -P=test test/bench/monitor_bench.ts
 * ```
 *
 * @module
 */
import { spawnOrch } from "../harness/mod.ts";
import { type Latencies, latencies } from "./latency.ts";
import { quantile, ratio } from "./numbers.ts";
import { PaneField } from "./pane_field.ts";
import { printLine, printTable } from "./print_table.ts";
import { usageOf } from "./process_usage.ts";
import { Watcher } from "./watcher.ts";

/** How many panes there are, and how many dialogs are drawn on them. */
const fields = [
  { panes: 1, dialogs: 90, polled: 12 },
  { panes: 10, dialogs: 170, polled: 70 },
  { panes: 100, dialogs: 210, polled: 70 },
];

/** The first dialogs do not count: the program is being compiled. */
const warmUp = 10;

/** After this long without a change orch looks less often, in milliseconds. */
const restful = 11_000;

/** How long the cost at rest is measured, in milliseconds. */
const restWindow = 12_000;

/** How long everything repaints while memory is measured, in milliseconds. */
const busyWindow = 12_500;

/** Seconds between two rounds of polling, and in the original by default. */
const polling = { measured: 1, original: 5 };

const polled = new URL("polling.ts", import.meta.url).pathname;

/** What watching costs at rest. */
interface Cost {
  /** Percent of a core: the watcher and its clients. */
  readonly watcher: number;
  /** Percent of a core: the tmux server. */
  readonly server: number;
  /** Processes started in a minute. */
  readonly started: number;
}

/** Starts `orch monitor`; every tmux client it starts leaves a line. */
async function startOrch(field: PaneField): Promise<Watcher> {
  const { directory, environment, home, socket } = field.server;
  const bin = `${directory}/bin`;
  const tmux = await whichTmux();
  await Deno.mkdir(bin, { recursive: true });
  await Deno.writeTextFile(
    `${bin}/tmux`,
    `#!/bin/sh\necho >>'${bin}/started'\nexec '${tmux}' "$@"\n`,
    { mode: 0o755 },
  );
  const place = { home, socket, directory: field.project };
  const path = `${bin}:${environment["PATH"]}`;
  return new Watcher(spawnOrch(["monitor", "--json"], { ...place, path }));
}

async function whichTmux(): Promise<string> {
  const args = ["-c", "command -v tmux"];
  const { stdout } = await new Deno.Command("sh", { args }).output();
  return new TextDecoder().decode(stdout).trim();
}

/** Starts polling. */
function startPolling(field: PaneField): Watcher {
  const { socket } = field.server;
  return new Watcher(
    new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--quiet", "--allow-run=tmux", "--allow-read", polled],
        ...[socket, field.project, String(polling.measured)],
      ],
      stdout: "piped",
      stderr: "piped",
    }).spawn(),
  );
}

/** How many tmux clients orch has started. */
async function startedOn(field: PaneField): Promise<number> {
  const file = `${field.server.directory}/bin/started`;
  return (await Deno.readTextFile(file)).length;
}

/** Measures what watching costs while nothing moves. */
async function costOf(
  field: PaneField,
  watcher: Watcher,
  started: () => number | Promise<number>,
): Promise<Cost | undefined> {
  const look = async () => ({
    at: performance.now(),
    watcher: await watcher.usage(),
    server: await usageOf(field.server.pid),
    started: await started(),
  });
  const before = await look();
  await pause(restWindow);
  const after = await look();
  if (!before.watcher || !before.server) return undefined;
  const passed = after.at - before.at;
  return {
    watcher: (after.watcher!.cpu - before.watcher.cpu) / passed * 100,
    server: (after.server!.cpu - before.server.cpu) / passed * 100,
    started: (after.started - before.started) / passed * 60_000,
  };
}

/** Lets every pane repaint ten times a second, and looks at the memory. */
async function memoryOf(field: PaneField, watcher: Watcher): Promise<number[]> {
  using _spinners = field.spin(1);
  const sizes: number[] = [];
  for (let step = 0; step < 5; step++) {
    await pause(busyWindow / 5);
    sizes.push((await watcher.memory() ?? NaN) / 1e6);
  }
  return sizes;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Rounds that come less often find a dialog that much later: it is drawn at
 * any moment between two of them.
 */
function seldom(times: readonly number[], part: number): number {
  const later = (polling.original - polling.measured) * 1000;
  return quantile(times, part) + part * later;
}

function latencyRows(
  panes: number,
  orch: Latencies,
  polledTimes: readonly number[],
): string[][] {
  const milliseconds = (value: number) => value.toFixed(0);
  return (["bell", "quiet"] as const).map((which) => {
    const times = orch[which];
    return [
      String(panes),
      which === "bell" ? "rung" : "not rung",
      String(times.length),
      milliseconds(quantile(times, 0.5)),
      milliseconds(quantile(times, 0.99)),
      milliseconds(Math.max(...times)),
      milliseconds(quantile(polledTimes, 0.5)),
      milliseconds(quantile(polledTimes, 0.99)),
      milliseconds(seldom(polledTimes, 0.5)),
      milliseconds(seldom(polledTimes, 0.99)),
      ratio(quantile(times, 0.5), seldom(polledTimes, 0.5)),
      ratio(quantile(times, 0.99), seldom(polledTimes, 0.99)),
    ];
  });
}

function printCosts(panes: number, orch: Cost, polls: Cost): void {
  // Less often, the same work at every round: an estimate, rounds not counted.
  const share = polling.measured / polling.original;
  const row = (title: string, key: keyof Cost, digits: number) => [
    title,
    orch[key].toFixed(digits),
    polls[key].toFixed(digits),
    (polls[key] * share).toFixed(digits),
    ratio(orch[key], polls[key] * share),
  ];
  printTable(
    `At rest with ${panes} panes, over ${restWindow / 1000} s`,
    ["", "orch", "polling 1 s", "polling 5 s", "ratio to 5 s"],
    [
      row("watcher and its clients, % of a core", "watcher", 2),
      row("tmux server, % of a core", "server", 2),
      row("processes started in a minute", "started", 0),
    ],
  );
}

const rows: string[][] = [];
for (const { panes, dialogs, polled } of fields) {
  await using field = await PaneField.open(panes);
  const most = panes === 100;
  let orchTimes: Latencies;
  let orchCost: Cost | undefined;
  let memory: number[] = [];
  {
    await using orch = await startOrch(field);
    const options = { dialogs, warmUp, tellsClosed: true, spread: 100 };
    orchTimes = await latencies(field, orch, options);
    if (most) {
      await pause(restful);
      orchCost = await costOf(field, orch, () => startedOn(field));
      memory = await memoryOf(field, orch);
    }
  }
  let pollingCost: Cost | undefined;
  {
    await using watcher = startPolling(field);
    const { bell, quiet } = await latencies(field, watcher, {
      dialogs: polled,
      warmUp: 0,
      tellsClosed: false,
      spread: Math.max(100, polling.measured * 1000 / panes),
    });
    rows.push(...latencyRows(panes, orchTimes, [...bell, ...quiet]));
    if (most) {
      const sessions = Math.ceil(panes / 10) + 1;
      // The pane of the server itself is one more, in a session of its own.
      const perRound = 1 + sessions + panes + 1;
      const started = () => watcher.rounds * perRound;
      pollingCost = await costOf(field, watcher, started);
    }
  }
  if (orchCost && pollingCost) printCosts(panes, orchCost, pollingCost);
  if (most) {
    const sizes = memory.map((size) => size.toFixed(0)).join(", ");
    printLine(
      `\nMemory of orch, in MB, every ${busyWindow / 5000} s while all ` +
        `${panes} panes repaint ten times a second:\n  ${sizes}`,
    );
  }
}
printTable(
  "From a dialog drawn to its verdict, in ms (polling 5 s: scaled from 1 s)",
  [
    ...["panes", "bell", "dialogs", "p50", "p99", "most"],
    ...["1 s: p50", "p99", "5 s: p50", "p99", "ratio p50", "p99"],
  ],
  rows,
);
