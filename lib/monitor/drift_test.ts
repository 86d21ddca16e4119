import assert from "node:assert/strict";
import { agents, type AgentState, type Request } from "../agents/mod.ts";
import { pathsOf } from "../paths/mod.ts";
import type { Capture } from "../tmux/mod.ts";
import { Drift } from "./drift.ts";
import type { Notice } from "./notice.ts";
import type { Supervised } from "./supervised.ts";
import { unknownScreens } from "./unknown_screens.ts";
import type { World } from "./world.ts";

const request: Request = {
  kind: "command",
  command: "ls",
  complete: true,
  options: [{ key: "1", label: "Yes", meaning: "once" }],
  selected: 0,
  fingerprint: "f",
  evidence: ["ls"],
};

interface Scene {
  show: (text: string, state: AgentState) => Promise<void>;
  keep: () => Promise<void>;
  clock: { time: number };
  notices: Notice[];
  kept: () => ReturnType<typeof unknownScreens>;
}

async function withDrift(run: (scene: Scene) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir({ prefix: "orch-drift-" });
  try {
    const paths = pathsOf({ HOME: home });
    const clock = { time: 1000 };
    const notices: Notice[] = [];
    const world = {
      paths,
      clock: { now: () => clock.time },
      notify: (notice: Notice) => notices.push(notice),
    } as unknown as World;
    const kind = { ...agents.claude, versions: ["2.1.330"] };
    const supervised = { agent: { name: "web" }, kind };
    const drift = new Drift(supervised as unknown as Supervised, world);
    await run({
      clock,
      notices,
      kept: () => unknownScreens(paths.unknown),
      keep: () => drift.keep(),
      show: (text, state) =>
        drift.observe(
          { text, columns: 80, rows: 24, title: "" } as Capture,
          state,
        ),
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("Drift keeps what a release shows that was not recorded", () =>
  withDrift(async ({ show, kept, notices }) => {
    await show("Claude Code v2.1.330", { state: "idle" });
    await show("ls?", { state: "asking", request });
    assert.deepEqual(await kept(), []);
    await show("\x1b[1mClaude Code\x1b[0m v9.1.0", { state: "idle" });
    await show("Claude Code v9.1.0, again", { state: "idle" });
    await show("ls?", { state: "asking", request });
    const screens = await kept();
    assert.deepEqual(
      screens.map((one) => [one.version, one.reason]),
      [["9.1.0", "version"], ["9.1.0", "version"]],
    );
    assert.equal(notices.length, 2);
    const [first] = notices;
    assert.ok(first?.type === "trouble");
    assert.match(first.message, /release 9\.1\.0 was not recorded/);
    assert.equal(first.hint, "orch doctor");
  }));

Deno.test("Drift keeps dialogs that nobody taught it, and no others", () =>
  withDrift(async ({ show, kept }) => {
    const cut = {
      ...request,
      complete: false,
      incompleteBecause: "its top is cut off",
    };
    const question: Request = { ...request, kind: "question", options: [] };
    for (const one of [request, cut, question]) {
      await show("ls?", { state: "asking", request: one });
    }
    assert.deepEqual(await kept(), []);
    const unknown = {
      ...cut,
      incompleteBecause: "this kind of dialog is not known",
    };
    const strange: Request = {
      ...request,
      options: [{ key: "1", label: "Perhaps", meaning: "other" }],
    };
    await show("ls?", { state: "asking", request: unknown });
    await show("ls?", { state: "asking", request: strange });
    assert.deepEqual(
      (await kept()).map((one) => one.detail).sort(),
      ["it has no answer for this once", "this kind of dialog is not known"],
    );
  }));

Deno.test("Drift keeps a screen that says nothing for a minute", () =>
  withDrift(async ({ show, keep, kept, clock }) => {
    await show("\n\n", { state: "starting" });
    clock.time += 120_000;
    await keep();
    await show("Loading 1", { state: "starting" });
    clock.time += 40_000;
    await keep();
    await show("Loading 2", { state: "starting" });
    clock.time += 40_000;
    await keep();
    assert.deepEqual(await kept(), []);
    clock.time += 30_000;
    await keep();
    await keep();
    assert.deepEqual((await kept()).map((one) => one.reason), ["screen"]);
    await show("ready", { state: "idle" });
    clock.time += 120_000;
    await keep();
    assert.equal((await kept()).length, 1);
  }));
