/**
 * Records screens of a real Claude Code for the tests:
 *
 *     deno run --allow-all test/agents/record.ts [RELEASE-COLUMNSxROWS]...
 *
 * Each becomes `NAME.ansi`, what `capture-pane -p -e` gives, under
 * `test/fixtures/claude/`; `screens.json` says what they must be read as.
 *
 * @module
 */
import { claude } from "../../lib/agents/mod.ts";
import { ClaudeLab } from "./claude_lab.ts";
import {
  type Expected,
  type Scenario,
  scenarios,
  startScenarios,
} from "./claude_scenarios.ts";

/** What is recorded unless the arguments say otherwise. */
const sizes: readonly (readonly [string, string, RegExp?])[] = [
  ["2.1.330", "80x24"],
  ["2.1.330", "60x40", /^command/],
  ["2.1.330", "200x50", /^command/],
  ["2.1.197", "100x40"],
];

/** A recorded screen. */
export interface RecordedScreen {
  /** The file's name. */
  readonly file: string;
  /** The pane's size. */
  readonly columns: number;
  readonly rows: number;
  /** What it must be read as. */
  readonly expected: Expected;
}

const folder = new URL("../fixtures/claude/", import.meta.url);

/** Leaves a dialog or a draft, so that the next scenario finds Claude idle. */
async function leave(lab: ClaudeLab, scenario: Scenario): Promise<void> {
  const { state, kind } = scenario.expected;
  if (state !== "asking" || kind === "trust" || kind === "startup") return;
  await lab.keys("Escape");
  // A helper that has ended starts a turn of its own.
  await lab.settled(
    (_, screen) => claude.read({ text: screen }).state === "idle",
    "the end of the turn",
    scenario.name === "helper" ? 2000 : 300,
  );
}

async function record(
  version: string,
  columns: number,
  rows: number,
  wanted: RegExp,
): Promise<RecordedScreen[]> {
  const found: RecordedScreen[] = [];
  const keep = async (lab: ClaudeLab, scenario: Scenario) => {
    await scenario.act(lab);
    const screen = await lab.settled(
      (plain, screen) =>
        scenario.shows.test(plain) &&
        (scenario.expected.state !== "asking" ||
          claude.read({ text: screen }).state === "asking"),
      scenario.name,
    );
    const file = `${version}-${columns}x${rows}-${scenario.name}.ansi`;
    await Deno.writeTextFile(new URL(file, folder), screen);
    found.push({ file, columns, rows, expected: scenario.expected });
    await leave(lab, scenario);
  };
  const size = { version, columns, rows };
  {
    await using lab = await ClaudeLab.start(size);
    await lab.until((screen) => /❯/.test(screen), "the composer");
    for (const scenario of scenarios) {
      if (wanted.test(scenario.name)) await keep(lab, scenario);
    }
  }
  for (const scenario of startScenarios) {
    if (!wanted.test(scenario.name)) continue;
    await using lab = await ClaudeLab.start({ ...size, ...scenario.options });
    await keep(lab, scenario);
  }
  return found;
}

if (import.meta.main) {
  await Deno.mkdir(folder, { recursive: true });
  const index = new URL("screens.json", folder);
  const known: RecordedScreen[] = await Deno.readTextFile(index)
    .then((text) => JSON.parse(text), () => []);
  const given = sizes.filter(([version, size]) =>
    Deno.args.length === 0 || Deno.args.includes(`${version}-${size}`)
  );
  const all = new Map(known.map((screen) => [screen.file, screen]));
  for (const [version, size, wanted = /./] of given) {
    const [columns, rows] = size.split("x").map(Number);
    for (const screen of await record(version, columns!, rows!, wanted)) {
      all.set(screen.file, screen);
    }
  }
  const sorted = [...all.values()].sort((a, b) => a.file < b.file ? -1 : 1);
  await Deno.writeTextFile(index, JSON.stringify(sorted, null, 2) + "\n");
}
