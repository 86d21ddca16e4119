/**
 * Measures the watch alone: from a dialog being drawn to the event that shows
 * it, and what watching costs at rest, beside a loop that starts a tmux client
 * for every question, as scripts around tmux do.
 *
 * ```sh
 * deno run -P=test test/bench/watch_bench.ts
 * ```
 *
 * @module
 */
import { Tmux } from "../../lib/tmux/mod.ts";
import { quantile, ratio } from "./numbers.ts";
import { PaneField } from "./pane_field.ts";
import { printTable } from "./print_table.ts";
import { childrenOf, usageOf } from "./process_usage.ts";

/** How many panes there are, and how many dialogs are drawn on them. */
const fields = [
  { panes: 1, dialogs: 60, polled: 6 },
  { panes: 10, dialogs: 60, polled: 8 },
  { panes: 100, dialogs: 100, polled: 12 },
];

/** Part of the panes that repaint a spinner while dialogs are drawn. */
const spinning = 0.1;

/** Milliseconds until a watch is at rest, and for how long that is measured. */
const rest = { after: 11_000, window: 10_000 };

/** Milliseconds between two rounds of polling. */
const pollingPause = 1000;

/** Counts every process that this one starts. */
let started = 0;
Deno.Command = class extends Deno.Command {
  constructor(...args: ConstructorParameters<typeof Deno.Command>) {
    super(...args);
    started++;
  }
};

/** Shows what is on the panes, by text and in any way it can. */
type Look = (
  seen: (text: string) => void,
  signal: AbortSignal,
) => Promise<void>;

function watching(tmux: Tmux): Look {
  return async (seen, signal) => {
    for await (const event of tmux.watch({ signal, include: () => true })) {
      if (event.type === "screen") seen(event.capture.text);
    }
  };
}

function polling(field: PaneField): Look {
  const lines = async (...args: string[]) =>
    (await field.server.tmux(...args)).split("\n");
  return async (seen, signal) => {
    while (!signal.aborted) {
      for (const session of await lines("list-sessions", "-F", "#S")) {
        const windows = ["list-windows", "-t", `=${session}`, "-F", "#I"];
        for (const index of await lines(...windows)) {
          seen(await field.server.screen(`=${session}:${index}`));
        }
      }
      await pause(pollingPause, signal);
    }
  };
}

/** What a look took, in milliseconds, and what it costs at rest. */
interface Measured {
  readonly rung: number[];
  readonly quiet: number[];
  /** Percent of a core, with all clients; and processes in a minute. */
  readonly cost?: { readonly cpu: number; readonly processes: number };
}

async function measure(
  field: PaneField,
  look: Look,
  dialogs: number,
  atRest: boolean,
): Promise<Measured> {
  const stop = new AbortController();
  const waiting = new Map<string, (at: number) => void>();
  const looking = look((text) => {
    for (const [mark, found] of waiting) {
      if (text.includes(mark)) found(now());
    }
  }, stop.signal);
  const times: Measured = { rung: [], quiet: [] };
  {
    using _spinners = field.spin(spinning);
    await pause(500);
    for (let index = 0; index < dialogs; index++) {
      const rings = index % 2 === 0;
      const mark = `topic-${crypto.randomUUID()}`;
      const seen = new Promise<number>((found) => waiting.set(mark, found));
      const at = Math.floor(Math.random() * field.panes.length);
      // At any moment: not in step with the looks.
      await pause(50 + Math.random() * 400);
      const drawn = field.panes[at]!.ask(`git push origin ${mark}`, rings);
      times[rings ? "rung" : "quiet"].push(await seen - drawn);
      waiting.delete(mark);
      field.panes[at]!.rest();
    }
  }
  const cost = atRest ? await costAtRest() : undefined;
  stop.abort();
  await looking;
  return { ...times, ...(cost && { cost }) };
}

async function costAtRest(): Promise<Measured["cost"]> {
  await pause(rest.after);
  const clients = await childrenOf(Deno.pid);
  const before = await usageOf(Deno.pid, ...clients);
  const processes = started;
  await pause(rest.window);
  const perMinute = (started - processes) * 60_000 / rest.window;
  const after = await usageOf(Deno.pid, ...clients);
  if (!before || !after) return undefined;
  const cpu = (after.cpu - before.cpu) / rest.window * 100;
  return { cpu, processes: perMinute };
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

const rows: string[][] = [];
const costs: string[][] = [];
for (const { panes, dialogs, polled } of fields) {
  await using field = await PaneField.open(panes);
  const most = panes === 100;
  await using tmux = await Tmux.connect({ socket: field.server.socket });
  const watch = await measure(field, watching(tmux), dialogs, most);
  const poll = await measure(field, polling(field), polled, most);
  const polledTimes = [...poll.rung, ...poll.quiet];
  for (const kind of ["rung", "quiet"] as const) {
    const parts = [0.5, 0.99];
    const mine = parts.map((part) => quantile(watch[kind], part));
    const theirs = parts.map((part) => quantile(polledTimes, part));
    rows.push([
      `${panes} ${kind === "rung" ? "rung" : "not rung"}`,
      ...mine.map((value) => value.toFixed(1)),
      ...theirs.map((value) => value.toFixed(0)),
      ...parts.map((_, at) => ratio(mine[at]!, theirs[at]!)),
    ]);
  }
  if (!watch.cost || !poll.cost) continue;
  for (const key of ["cpu", "processes"] as const) {
    costs.push([
      key === "cpu" ? "CPU, % of a core" : "processes in a minute",
      watch.cost[key].toFixed(1),
      poll.cost[key].toFixed(1),
      ratio(watch.cost[key], poll.cost[key]),
    ]);
  }
}
printTable(
  "From a dialog drawn to the event that shows it, in ms",
  ["panes", "p50", "p99", "polling 1 s: p50", "p99", "ratio p50", "p99"],
  rows,
);
printTable(
  "At rest with 100 panes",
  ["", "watch", "polling 1 s", "ratio"],
  costs,
);
