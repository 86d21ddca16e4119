import assert from "node:assert/strict";
import { type Agent, agents, type AgentState } from "../agents/mod.ts";
import { Journal } from "../journal/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { PaneLimits } from "./limits.ts";
import type { Notice } from "./notice.ts";
import type { Supervised } from "./supervised.ts";
import type { World } from "./world.ts";

/** An agent whose screens are its states, so that they need no drawing. */
const kind: Agent = {
  ...agents.rehearsal,
  read: ({ text }) => JSON.parse(text) as AgentState,
};

const start = Date.parse("2026-10-08T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

/** A client with a composer, and the moments at which a monitor can end. */
class Pane {
  state: AgentState = { state: "idle" };
  marker: string | undefined;
  pasted: string[] = [];
  entered = 0;
  /** Throws at this call, as if the monitor were killed right before it. */
  killBefore = "";
  /** Throws right after this call. */
  killAfter = "";
  capture() {
    const text = JSON.stringify(this.state);
    return Promise.resolve({ text, inMode: false } as Capture);
  }
  sentMarker() {
    return Promise.resolve(this.marker);
  }
  paste(_: string, text: string) {
    this.#die("paste", this.killBefore);
    this.pasted.push(text);
    const draft = ("draft" in this.state ? this.state.draft ?? "" : "") + text;
    this.state = { ...this.state, draft } as AgentState;
    this.#die("paste", this.killAfter);
    return Promise.resolve();
  }
  keyIf(_: string, __: readonly string[], key: string, marker: string) {
    this.#die("keyIf", this.killBefore);
    assert.equal(key, "Enter");
    this.entered++;
    this.marker = marker;
    this.state = { state: "working" };
    this.#die("keyIf", this.killAfter);
    return Promise.resolve(true);
  }
  #die(call: string, at: string): void {
    if (call === at) throw new Error("killed");
  }
}

interface Scene {
  pane: Pane;
  journal: Journal;
  clock: { time: number };
  notices: Notice[];
  /** The monitor that runs. */
  limits: () => PaneLimits;
  /** Ends it and starts another. */
  restart: () => void;
  /** Shows a state, and lets the monitor see it. */
  show: (state: AgentState) => Promise<void>;
}

async function withPane(run: (scene: Scene) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "orch-limits-" });
  try {
    const time = { time: start };
    const clock = {
      now: () => time.time,
      sleep: (milliseconds: number) => {
        time.time += Math.max(milliseconds, 0);
        return Promise.resolve();
      },
    };
    using journal = Journal.open(`${home}/journal.db`, { clock });
    const agent = journal.agents.setUp({
      name: "web",
      kind: "rehearsal",
      project: home,
      autonomy: "assisted",
    });
    const pane = new Pane();
    const notices: Notice[] = [];
    const world = {
      tmux: pane,
      journal,
      clock,
      notify: (notice: Notice) => notices.push(notice),
      signal: new AbortController().signal,
    } as unknown as World;
    const supervised = { pane: "%1", server: "/s 1 1", agent, kind };
    const make = () =>
      new PaneLimits(supervised as unknown as Supervised, world);
    let limits = make();
    await run({
      pane,
      journal,
      clock: time,
      notices,
      limits: () => limits,
      restart: () => limits = make(),
      show: async (state) => {
        pane.state = state;
        await limits.observe(state);
      },
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

const limited = (resets?: string): AgentState =>
  resets === undefined ? { state: "limited" } : { state: "limited", resets };

/** What was told of one kind. */
function told<T extends Notice["type"]>(
  { notices }: Scene,
  type: T,
): Extract<Notice, { type: T }>[] {
  return notices.filter((one): one is Extract<Notice, { type: T }> =>
    one.type === type
  );
}

Deno.test("PaneLimits wakes an agent once, a minute after its limit's end", () =>
  withPane(async (scene) => {
    const { pane, journal, clock, limits, show } = scene;
    await show(limited("3pm (UTC)"));
    await show(limited("3pm (UTC)"));
    assert.equal(told(scene, "limited").length, 1);
    assert.equal(told(scene, "limited")[0]?.resets, start + 3 * hour);
    clock.time = start + 3 * hour + minute - 1;
    await limits().keep();
    assert.deepEqual(pane.pasted, []);
    clock.time += 1;
    await limits().keep();
    assert.deepEqual(pane.pasted, ["The usage limit is over: please go on."]);
    assert.equal(pane.entered, 1);
    assert.equal(told(scene, "woken").length, 1);
    assert.equal(journal.limits.latest("web")?.status, "over");
    // The screen may still show it for a moment.
    await show(limited("3pm (UTC)"));
    await show({ state: "working" });
    await limits().keep();
    assert.equal(pane.entered, 1);
    assert.equal(told(scene, "limited").length, 1);
  }));

Deno.test("PaneLimits wakes once wherever the monitor is killed", async () => {
  const moments: [keyof Pick<Pane, "killBefore" | "killAfter">, string][] = [
    ["killBefore", "paste"],
    ["killAfter", "paste"],
    ["killBefore", "keyIf"],
    ["killAfter", "keyIf"],
  ];
  for (const [when, call] of moments) {
    await withPane(async (scene) => {
      const { pane, journal, clock, limits, show, restart } = scene;
      await show(limited("in 2h"));
      restart();
      clock.time = start + 2 * hour + minute;
      pane[when] = call;
      await assert.rejects(limits().keep(), /killed/);
      assert.equal(journal.limits.latest("web")?.status, "waking");
      pane[when] = "";
      restart();
      await limits().observe(pane.state);
      await limits().keep();
      const at = `${when} ${call}`;
      assert.equal(pane.entered, 1, at);
      assert.equal(pane.pasted.length, 1, at);
      assert.equal(journal.limits.latest("web")?.status, "over", at);
      restart();
      await limits().keep();
      assert.equal(pane.entered, 1, at);
    });
  }
});

Deno.test("PaneLimits gives those time who go on by themselves", () =>
  withPane(async ({ pane, clock, limits, show, restart }) => {
    const state = {
      state: "limited",
      resets: "3pm (UTC)",
      continues: true,
    } as const;
    await show(state);
    restart();
    clock.time = start + 3 * hour + 9 * minute;
    await show(state);
    assert.deepEqual(pane.pasted, []);
    clock.time += minute;
    await limits().keep();
    assert.equal(pane.entered, 1);
  }));

Deno.test("PaneLimits tells nobody who has gone on already", () =>
  withPane(async (scene) => {
    const { pane, journal, clock, limits, show } = scene;
    await show(limited("3pm (UTC)"));
    await show({ state: "working" });
    clock.time = start + 4 * hour;
    await limits().keep();
    // The screen changed, and nobody has looked at it yet.
    await show(limited("5pm (UTC)"));
    pane.state = { state: "idle" };
    clock.time = start + 6 * hour;
    await limits().keep();
    assert.deepEqual(pane.pasted, []);
    assert.deepEqual(journal.limits.open(), []);
  }));

Deno.test("PaneLimits leaves drafts, dialogs and menus to a person, once", async () => {
  const { request } = {
    request: {
      kind: "question",
      complete: true,
      options: [],
      selected: undefined,
      fingerprint: "f",
      evidence: ["x"],
    },
  } as const;
  const cases: [AgentState, RegExp][] = [
    [{ state: "limited", draft: "half a thou" }, /text stands in its composer/],
    [{ state: "limited", menu: request }, /menu waits for a choice/],
  ];
  for (const [state, why] of cases) {
    await withPane(async (scene) => {
      const { pane, journal, clock, limits, show, restart } = scene;
      await show(limited("3pm (UTC)"));
      pane.state = state;
      clock.time = start + 4 * hour;
      await limits().keep();
      await limits().keep();
      restart();
      await limits().keep();
      assert.deepEqual([pane.pasted, pane.entered], [[], 0]);
      assert.equal(told(scene, "trouble").length, 1);
      assert.match(told(scene, "trouble")[0]!.message, why);
      assert.match(journal.limits.open()[0]!.note!, why);
    });
  }
});

Deno.test("PaneLimits tells a person when the end is not known", () =>
  withPane(async (scene) => {
    const { pane, clock, limits, show } = scene;
    await show(limited("soon"));
    await show(limited());
    clock.time = start + 48 * hour;
    await limits().keep();
    assert.deepEqual(pane.pasted, []);
    assert.deepEqual(
      told(scene, "limited").map((one) => [one.wording, one.resets]),
      [["soon", undefined]],
    );
  }));

Deno.test("PaneLimits does not wait for tomorrow when a limit is met again", () =>
  withPane(async (scene) => {
    const { clock, limits, show } = scene;
    await show(limited("3pm (UTC)"));
    clock.time = start + 3 * hour + minute;
    await limits().keep();
    await show({ state: "working" });
    await show(limited("3pm (UTC)"));
    assert.equal(told(scene, "limited")[1]?.resets, undefined);
    await show({ state: "working" });
    clock.time += 2 * hour;
    await show(limited("3pm (UTC)"));
    assert.equal(told(scene, "limited")[2]?.resets, start + 27 * hour);
  }));

Deno.test("PaneLimits lets words that count down mean the first time", () =>
  withPane(async (scene) => {
    const { pane, journal, clock, limits, show } = scene;
    await show(limited("in 2h 0m"));
    for (let passed = 1; passed <= 100; passed++) {
      clock.time += minute;
      const left = 120 - passed;
      const words = `in ${Math.floor(left / 60)}h ${left % 60}m`;
      await show(limited(words));
    }
    assert.equal(told(scene, "limited").length, 1);
    assert.equal(journal.limits.open()[0]?.resets, start + 2 * hour);
    // The very same words after a redraw mean what they meant.
    await show({ state: "idle" });
    await show(limited("in 2h 0m"));
    assert.equal(journal.limits.open()[0]?.resets, start + 2 * hour);
    await show(limited("in 5h"));
    assert.equal(journal.limits.open()[0]?.resets, clock.time + 5 * hour);
    clock.time = start + 2 * hour + minute;
    await limits().keep();
    assert.deepEqual(pane.pasted, []);
  }));
