/**
 * Measures how long `orch` commands take from start to end, against a program
 * that does nothing.
 *
 * ```sh
 * deno run -P=test test/bench/start_bench.ts
 * ```
 *
 * @module
 */
import { pathsOf } from "../../lib/paths/mod.ts";
import { narrowPermissions } from "../harness/mod.ts";
import { fillJournal } from "./fill_journal.ts";
import { quantile, ratio } from "./numbers.ts";
import { PaneField } from "./pane_field.ts";
import { printTable } from "./print_table.ts";

/** How often everything is started, in turn. */
const rounds = 15;

/** How many agents there are. */
const agents = 10;

/** How many requests are in a usual journal, and in a very large one. */
const rows = { usual: 3000, large: 1_000_000 };

/** Something that is started. */
interface Started {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly home: string;
  readonly times: number[];
}

const root = new URL("../../", import.meta.url).pathname;

await using field = await PaneField.open(agents);
const { directory, home, socket } = field.server;
const empty = `${directory}/empty.ts`;
await Deno.writeTextFile(empty, "");
const largeHome = `${directory}/large`;
fillJournal(field.paths.journal, agents, rows.usual);
fillJournal(pathsOf({ HOME: largeHome }).journal, agents, rows.large);

const started = [
  start("a program that does nothing", empty),
  start("orch --version", "cli.ts", ["--version"]),
  start("orch --version, through mod.ts", "mod.ts", ["--version"]),
  start("orch --help", "cli.ts", ["--help"]),
  start(`orch status, ${agents} agents`, "cli.ts", ["status"]),
  start("orch approvals", "cli.ts", ["approvals"]),
  start("orch status, 1,000,000 requests", "cli.ts", ["status"], largeHome),
  start(
    "orch approvals, 1,000,000 requests",
    "cli.ts",
    ["approvals"],
    largeHome,
  ),
];
for (let round = -1; round < rounds; round++) {
  for (const one of started) {
    const took = await timeOf(one);
    // The first time fills caches.
    if (round >= 0) one.times.push(took);
  }
}
const baseline = quantile(started[0]!.times, 0.5);
printTable(
  `From start to end, in ms, ${rounds} times each`,
  ["", "min", "median", "max", "ratio of medians"],
  started.map(({ title, times }) => [
    title,
    Math.min(...times).toFixed(0),
    quantile(times, 0.5).toFixed(0),
    Math.max(...times).toFixed(0),
    ratio(quantile(times, 0.5), baseline),
  ]),
);

function start(
  title: string,
  program: string,
  args: readonly string[] = [],
  ofHome = home,
): Started {
  const path = program.startsWith("/") ? program : root + program;
  return { title, program: path, args, home: ofHome, times: [] };
}

async function timeOf({ program, args, home, title }: Started) {
  const begun = performance.now();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--quiet", "--no-prompt"],
      ...narrowPermissions(home, field.project),
      ...[program, ...args],
    ],
    clearEnv: true,
    cwd: field.project,
    env: {
      PATH: Deno.env.get("PATH") ?? "/usr/bin:/bin",
      HOME: home,
      DENO_DIR: Deno.env.get("DENO_DIR") ??
        `${Deno.env.get("HOME")}/.cache/deno`,
      ORCH_TMUX_SOCKET: socket,
      NO_COLOR: "1",
      ORCH_TEST: "1",
    },
  }).output();
  const took = performance.now() - begun;
  if (success) return took;
  throw new Error(`${title}: ${new TextDecoder().decode(stderr)}`);
}
