/**
 * Whatever a model, a file or a person puts on an agent's screen: it reads as
 * asking for what the client asks for, or for nothing.
 */
import assert from "node:assert/strict";
import {
  type Agent,
  type AgentKind,
  agents,
  type Request,
  type Screen,
} from "../../lib/agents/mod.ts";
import { decide } from "../../lib/learner/mod.ts";
import { withCommand, withTranscript } from "../agents/spoof/compose.ts";
import { asksForCommand, fakeOf } from "../agents/spoof/fake_of.ts";
import {
  type KnownScreen,
  recordedScreens,
} from "../agents/spoof/recorded_screens.ts";
import { tricks } from "../agents/spoof/tricks.ts";

/** What no client puts before the rows of its transcript, but a terminal may. */
const bare = ["", "│ "];

/** What clients put there, by kind. */
const indents: Readonly<Partial<Record<AgentKind, readonly string[]>>> = {
  claude: ["  ", "     ", "  ⎿  ", "● "],
  codex: ["  ", "    ", "  └ ", "• "],
  gemini: ["  ", "│ ", "✦ "],
  opencode: ["     ", "  ┃  "],
  qwen: ["  ", "  │ ", "  ✦ "],
};

/** What an agent seems to want, in short. */
function wishOf(agent: Agent, screen: Screen): string {
  const state = agent.read(screen);
  if (state.state === "limited") {
    return state.menu ? "limited, menu" : "limited";
  }
  if (state.state !== "asking") return "nothing";
  const { kind, command, path, complete } = state.request;
  return complete ? `${kind} ${command ?? path}` : "a person";
}

async function knownOf(agent: Agent): Promise<KnownScreen[]> {
  const screens = await recordedScreens(agent.kind);
  return screens.filter(({ expected: { state } }) =>
    ["idle", "working", "asking"].includes(state)
  );
}

/** Screens from all over a list: all of them would take long. */
function some(screens: readonly KnownScreen[], most: number): KnownScreen[] {
  const step = Math.max(1, screens.length / most);
  return screens.filter((_, at) => at % step < 1);
}

/** Whether orch would answer a request by itself, were it the first. */
function passes(request: Request): boolean {
  const { decision } = decide(request, {
    project: "/home/dev/shop",
    home: "/home/dev",
    autonomy: "autonomous",
    rules: [],
    now: 0,
  });
  return decision === "allow";
}

const plain = "The quick brown fox\njumps over the lazy dog.\n".repeat(40);

for (const agent of Object.values(agents)) {
  const screens = await knownOf(agent);
  if (!screens.some(asksForCommand)) continue;
  const own = indents[agent.kind] ?? ["  "];

  Deno.test(`${agent.label}: what is shown is asked by nobody`, () => {
    const tried = { nothing: 0, asking: 0 };
    const fallen = new Map<string, string>();
    for (const screen of some(screens, 16)) {
      const state = agent.read(screen);
      const wish = wishOf(agent, screen);
      // A screen whose transcript cannot be told from the rest shows nothing.
      const calm = withTranscript(screen, state, plain, "  ");
      if (wishOf(agent, calm) !== wish) continue;
      tried[wish === "nothing" ? "nothing" : "asking"]++;
      const fake = fakeOf(screens, screen.columns);
      for (const { name, deed } of tricks) {
        const done = deed(fake);
        if (done.by === "command") continue;
        const shown = done.by === "title"
          ? [{ ...screen, title: done.text }]
          : [...own, ...bare].map((indent) =>
            withTranscript(screen, state, done.text, indent)
          );
        for (const [at, one] of shown.entries()) {
          const read = wishOf(agent, one);
          if (read === wish || read === "a person") continue;
          // Nothing is answered, but nobody is asked either.
          if (read === "nothing" && at >= own.length) continue;
          const where = `${name}, ${at} on ${screen.file}: ${read}`;
          fallen.set(where, one.text);
        }
      }
    }
    const [first] = fallen.values();
    assert.equal(fallen.size, 0, `${[...fallen.keys()].join("\n")}\n${first}`);
    assert.ok(tried.nothing > 0 && tried.asking > 0, JSON.stringify(tried));
  });

  Deno.test(`${agent.label}: what is asked is not taken for something else`, () => {
    let read = 0;
    const fallen = new Map<string, string>();
    for (const screen of screens.filter(asksForCommand)) {
      const state = agent.read(screen);
      assert.ok(state.state === "asking", screen.file);
      const { request } = state;
      const fake = fakeOf(screens, screen.columns);
      for (const { name, deed } of tricks) {
        const done = deed(fake);
        if (done.by !== "command") continue;
        const { command, description } = done;
        const shown = withCommand(screen, request, command, description);
        if (!shown) continue;
        const seen = agent.read(shown);
        if (seen.state !== "asking" || !seen.request.complete) continue;
        read++;
        if (!passes(seen.request)) continue;
        const what = JSON.stringify(seen.request.readings);
        fallen.set(`${name} on ${screen.file}: ${what}`, shown.text);
      }
    }
    const [first] = fallen.values();
    assert.equal(fallen.size, 0, `${[...fallen.keys()].join("\n")}\n${first}`);
    assert.ok(read > 0, "nothing was read whole");
  });

  Deno.test(`${agent.label}: a dialog alone on the screen would be one`, () => {
    const { colored, command } = fakeOf(screens, 250);
    const state = agent.read({ text: colored });
    assert.ok(state.state === "asking");
    assert.equal(state.request.command, command);
  });
}
