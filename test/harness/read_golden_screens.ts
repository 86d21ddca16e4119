import assert from "node:assert/strict";
import type {
  Agent,
  AgentState,
  OptionMeaning,
  Request,
  Screen,
} from "../../lib/agents/mod.ts";
import {
  type GoldenScreen,
  goldenScreens,
  requestOf,
  withoutColours,
} from "./golden_screens.ts";
import { mutateScreen } from "./mutate_screen.ts";
import { seededRandom } from "./seeded_random.ts";

/** What is peculiar to the screens of one kind of agent. */
export interface Peculiarities {
  /** How many screens there are at least. */
  readonly atLeast: number;
  /** How many rows its composer has, from the end of an idle screen. */
  readonly composer: number;
  /** What the last row of its dialogs shows; unset if nothing is below it. */
  readonly lastRow?: RegExp;
  /** What may turn up in its screens besides what is in any. */
  readonly scraps: readonly string[];
  /**
   * Whether it is left open here if a request is read as whole.
   *
   * @param screen The screen.
   * @param request What was read.
   */
  mayDiffer?(screen: GoldenScreen, request: Request): boolean;
  /**
   * What an earlier release offers of the options that the latest has.
   *
   * @param screen The screen, with the latest release's options.
   * @param request What was read.
   */
  offered?(screen: GoldenScreen, request: Request): readonly OptionMeaning[];
  /**
   * Checks what else must hold of a screen.
   *
   * @param screen The screen.
   * @param state What it was read as.
   */
  check?(screen: GoldenScreen, state: AgentState): void;
}

/** A text without blanks and without what frames are drawn with. */
const inked = (text: string) => text.replace(/[\s│┃╭╮╰╯─]+/g, "");

/** A folder's dialog comes before there is anything that could imitate it. */
const answersCall = ({ kind }: Request) => kind !== "trust";

/**
 * Tests a kind's reader against all that was recorded of real clients: it reads
 * what the model asked for, with colours or without, knowing the pane's size or
 * not; and of a screen that lost rows or was changed, it never takes for whole
 * what is not there.
 *
 * @param agent The kind.
 * @param peculiarities What is peculiar to its screens.
 * @returns The screens, for further tests.
 */
export async function readGoldenScreens(
  agent: Agent,
  peculiarities: Peculiarities,
): Promise<readonly GoldenScreen[]> {
  const screens = await goldenScreens(agent.kind);
  const asking = screens.flatMap((golden) => {
    const request = requestOf(agent.read(golden.screen));
    return request ? [{ ...golden, request }] : [];
  });
  const whole = (screen: Screen) => {
    const request = requestOf(agent.read(screen));
    return request?.complete ? request : undefined;
  };

  Deno.test("read reads recorded screens as what the model asked for", async (t) => {
    assert.ok(screens.length >= peculiarities.atLeast);
    for (const golden of screens) {
      await t.step(golden.file, () => {
        const state = agent.read(golden.screen);
        checkExpected(golden, state, peculiarities);
        peculiarities.check?.(golden, state);
      });
    }
  });

  Deno.test("read takes no more from a capture without colours", () => {
    for (const { file, screen } of screens) {
      const seen = agent.read(screen);
      const text = withoutColours(screen.text);
      const plain = agent.read({ ...screen, text });
      assert.equal(plain.state, seen.state, file);
      const request = requestOf(plain);
      assert.deepEqual(request?.options, requestOf(seen)?.options, file);
      if (!request?.complete) continue;
      const coloured = requestOf(seen)!;
      // Some highlights, and some ends of rows, are told by colours alone.
      const { selected, readings = [] } = coloured;
      assert.deepEqual(
        { ...request, selected, readings },
        { ...coloured, readings },
        file,
      );
      for (const one of readings) {
        assert.ok(request.readings?.includes(one), file);
      }
    }
  });

  Deno.test("read takes nothing else from a screen of unknown size", () => {
    for (const { file, screen, request, expected } of asking) {
      for (const text of [screen.text, withoutColours(screen.text)]) {
        const guessed = whole({ text });
        if (!guessed) continue;
        assert.equal(guessed.path, request.path, file);
        if (expected.command === undefined) continue;
        assert.ok(guessed.readings?.includes(expected.command), file);
      }
    }
  });

  Deno.test("read names rows that a key can be tied to", () => {
    for (const { file, screen, request } of asking) {
      const shown = withoutColours(screen.text).split("\n");
      assert.ok(request.evidence.length > 0 || !request.complete, file);
      for (const row of request.evidence) {
        assert.equal(row, row.trim(), file);
        assert.ok(shown.some((one) => one.includes(row)), `${file}: ${row}`);
      }
    }
  });

  Deno.test("read takes no dialog that lost rows at an end for another", () => {
    let stayed = 0;
    for (const { file, screen, request } of asking) {
      if (!answersCall(request)) continue;
      const rows = dialogRows(screen, peculiarities);
      for (let cut = 1; cut < rows.length; cut++) {
        const lower = { ...screen, text: rows.slice(0, -cut).join("\n") };
        assert.ok(!whole(lower), `${file} lacks ${cut} rows at its end`);
        const upper = whole({ ...screen, text: rows.slice(cut).join("\n") });
        if (!upper) continue;
        // Only what stands above the dialog may have gone.
        stayed++;
        const what = `${file} lacks ${cut} rows at its beginning`;
        for (const name of ["readings", "path", "url", "server"] as const) {
          assert.deepEqual(upper[name], request[name], what);
        }
        if (upper.evidence.length < request.evidence.length) continue;
        assert.equal(upper.fingerprint, request.fingerprint, what);
      }
    }
    assert.ok(stayed > 0);
  });

  Deno.test("read takes no dialog above a composer, or quoted, for one", () => {
    const idle = screens.filter(({ file }) => /idle-fresh/.test(file));
    let tried = 0;
    for (const { file, screen, request } of asking) {
      if (!answersCall(request)) continue;
      const rows = screen.text.trimEnd().split("\n");
      const below = idle.find((one) => one.screen.columns === screen.columns);
      if (below) {
        tried++;
        const composer = below.screen.text.trimEnd().split("\n")
          .slice(-peculiarities.composer);
        const text = [...rows, "", ...composer].join("\n");
        const { state } = agent.read({ ...screen, text });
        if (request.complete) assert.notEqual(state, "asking", file);
        else assert.ok(!whole({ ...screen, text }), file);
      }
      const quoted = rows.map((row) => `  ${withoutColours(row)}`);
      for (const after of [[], ["", "● So it goes."]]) {
        const text = [...quoted, ...after].join("\n");
        const columns = screen.columns + 2;
        assert.ok(!whole({ ...screen, text, columns }), file);
      }
    }
    assert.ok(tried > 0);
  });

  Deno.test("read reads any screen, and what it takes for whole is on it", () => {
    const below = seededRandom(7);
    let found = 0;
    for (const { file, screen } of screens) {
      for (let round = 0; round < 30; round++) {
        const text = mutateScreen(screen.text, below, peculiarities.scraps);
        const request = whole(below(2) === 0 ? { text } : { ...screen, text });
        if (!request) continue;
        found++;
        const shown = inked(withoutColours(text));
        const what = `${file}\n${text}`;
        for (const row of [...request.evidence, ...request.rows ?? []]) {
          assert.ok(shown.includes(inked(row)), `${row}\n${what}`);
        }
        const once = request.options.filter(({ meaning }) =>
          meaning === "once"
        );
        assert.equal(once.length, 1, what);
        assert.ok(shown.includes(inked(request.command ?? "")), what);
      }
    }
    assert.ok(found > screens.length, `only ${found} were whole`);
  });

  return screens;
}

/** The rows of a screen, to the last one of its dialog. */
function dialogRows(
  { text }: Screen,
  { lastRow = /\S/ }: Peculiarities,
): readonly string[] {
  const rows = text.split("\n");
  const last = rows.findLastIndex((row) => lastRow.test(withoutColours(row)));
  return rows.slice(0, last + 1);
}

function checkExpected(
  golden: GoldenScreen,
  state: AgentState,
  peculiarities: Peculiarities,
): void {
  const { expected } = golden;
  assert.equal(state.state, expected.state);
  if (expected.draft !== undefined) {
    assert.equal("draft" in state && state.draft, expected.draft);
  }
  const request = requestOf(state);
  if (!request) return;
  const { complete, incompleteBecause, options, path } = request;
  for (const name of ["kind", "url", "server", "tool", "helper"] as const) {
    const given = expected[name] !== undefined;
    if (!given && (name === "kind" || name === "tool")) continue;
    assert.equal(request[name], expected[name], name);
  }
  const open = peculiarities.mayDiffer?.(golden, request);
  if (expected.complete !== undefined && !open) {
    assert.equal(complete, expected.complete, incompleteBecause);
  }
  if (expected.meanings) {
    const wanted = peculiarities.offered?.(golden, request) ??
      expected.meanings;
    assert.deepEqual(options.map(({ meaning }) => meaning), wanted);
  }
  if (expected.path !== undefined) {
    assert.ok(path?.endsWith(expected.path), path);
  }
  if (complete && expected.command !== undefined) {
    assert.ok(request.readings?.includes(expected.command), request.command);
  }
}
