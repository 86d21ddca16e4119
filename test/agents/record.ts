/**
 * Records screens of real clients for the tests:
 *
 *     deno task test:capture [KIND [RELEASE[-COLUMNSxROWS]]... [SCENARIO]...]
 *
 * Each scenario of `KIND/scenarios.ts` becomes `RELEASE-SIZE-SCENARIO.ansi` in
 * `test/fixtures/KIND/`, what `capture-pane -p -e` gives; `screens.json` says
 * what it must be read as. A release that was never recorded is recorded at
 * the sizes of the one that the tests run against: `git diff` then shows what
 * it draws differently, and the tests of the readers what that means.
 *
 * @module
 */
import { AgentLab } from "./lab/agent_lab.ts";
import { clients } from "./lab/clients.ts";
import type {
  RecordedScreen,
  RecordedSize,
  Recording,
  Scenario,
} from "./lab/scenario.ts";

/** What is recorded of a kind. */
async function recordingOf(kind: string): Promise<Recording> {
  const known = clients.map((client) => client.kind);
  if (!known.includes(kind)) {
    throw new Error(`No client is called ${kind}; one of: ${known.join(", ")}`);
  }
  const { recording } = await import(`./${kind}/scenarios.ts`);
  return recording;
}

/** The pane's title, if the client has set one. */
async function titleOf(lab: AgentLab): Promise<{ title?: string }> {
  const title = await lab.tmux(
    ...["display-message", "-p", "-t", lab.pane],
    "#{?#{==:#{pane_title},#{host}},,#{pane_title}}",
  );
  return title.trim() === "" ? {} : { title: title.trimEnd() };
}

const nameOf = ({ version, columns, rows }: RecordedSize) =>
  `${version}-${columns}x${rows}`;

/** Leaves a screen so that the next scenario finds the client idle. */
async function leave(lab: AgentLab, scenario: Scenario): Promise<void> {
  if (scenario.leave) await scenario.leave(lab);
  else if (scenario.expected.state === "asking") {
    await lab.keys("Escape");
    await lab.settled(
      (plain, escaped) => lab.client.isIdle(plain, escaped),
      `the end of ${scenario.name}`,
    );
  }
}

/** Brings a screen about and keeps it. */
async function keep(
  lab: AgentLab,
  scenario: Scenario,
  size: RecordedSize,
  folder: URL,
): Promise<RecordedScreen> {
  await scenario.act(lab);
  const asks = scenario.expected.state === "asking";
  const screen = await lab.settled(
    (plain, escaped) =>
      scenario.shows.test(plain) &&
      (!asks || lab.client.mayAsk(plain, escaped)),
    scenario.name,
    scenario.quiet,
  );
  const file = `${nameOf(size)}-${scenario.name}.ansi`;
  await Deno.writeTextFile(new URL(file, folder), screen);
  return {
    file,
    columns: size.columns,
    rows: size.rows,
    ...await titleOf(lab),
    expected: scenario.expected,
  };
}

/** Records a client at a size. */
async function record(
  { client, scenarios }: Recording,
  size: RecordedSize,
  folder: URL,
): Promise<RecordedScreen[]> {
  const wanted = scenarios.filter(({ name }) => size.only?.test(name) ?? true);
  // The folder's name is on some screens, and is not what should change.
  const start = (options = {}) =>
    AgentLab.start(client, {
      ...size,
      folder: `orch-recording-${client.kind}`,
      ...options,
    });
  const found: RecordedScreen[] = [];
  const shared = wanted.filter(({ options }) => options === undefined);
  if (shared.length > 0) {
    await using lab = await start();
    await lab.started();
    for (const scenario of shared) {
      found.push(await keep(lab, scenario, size, folder));
      await leave(lab, scenario);
    }
  }
  for (const scenario of wanted.filter(({ options }) => options)) {
    await using lab = await start(scenario.options);
    found.push(await keep(lab, scenario, size, folder));
  }
  return found;
}

/** Picks the sizes that the arguments name; all if they name none. */
function sizesOf(
  { client, sizes }: Recording,
  words: readonly string[],
): readonly RecordedSize[] {
  const releases = words.filter((word) => /^\d/.test(word));
  const names = words.filter((word) => !/^\d/.test(word));
  const wanted = releases.length === 0 ? sizes : releases.flatMap((release) => {
    const known = sizes.filter((size) =>
      release === nameOf(size) || release === size.version
    );
    if (known.length > 0) return known;
    const [version = release, columns, rows] = release.split(/[-x]/);
    if (columns && rows) {
      return [{ version, columns: Number(columns), rows: Number(rows) }];
    }
    return sizes.filter((size) => size.version === client.version)
      .map((size) => ({ ...size, version }));
  });
  if (names.length === 0) return wanted;
  const only = new RegExp(`^(?:${names.join("|")})$`);
  return wanted.map((size) => ({ ...size, only }));
}

if (import.meta.main) {
  const [given, ...words] = Deno.args;
  for (const kind of given ? [given] : clients.map(({ kind }) => kind)) {
    const recording = await recordingOf(kind);
    const folder = new URL(`../fixtures/${kind}/`, import.meta.url);
    await Deno.mkdir(folder, { recursive: true });
    const index = new URL("screens.json", folder);
    const known: RecordedScreen[] = await Deno.readTextFile(index)
      .then((text) => JSON.parse(text), () => []);
    const all = new Map(known.map((screen) => [screen.file, screen]));
    for (const size of sizesOf(recording, words)) {
      for (const screen of await record(recording, size, folder)) {
        all.set(screen.file, screen);
      }
      const sorted = [...all.values()].sort((a, b) => a.file < b.file ? -1 : 1);
      await Deno.writeTextFile(index, JSON.stringify(sorted, null, 2) + "\n");
    }
  }
}
