/**
 * Whatever a model, a file or a person puts on an agent's screen: it reads as
 * asking for what the client asks for, or for nothing.
 */
import assert from "node:assert/strict";
import {
  type Agent,
  type AgentKind,
  agents,
  type Screen,
} from "../../lib/agents/mod.ts";
import { withCommand, withTranscript } from "../agents/spoof/compose.ts";
import { asksForCommand, fakeOf } from "../agents/spoof/fake_of.ts";
import {
  type KnownScreen,
  recordedScreens,
} from "../agents/spoof/recorded_screens.ts";
import { danger } from "../agents/spoof/trick.ts";
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

/** Whether the danger is in a command, wherever its rows were broken. */
const hasDanger = (command: string) =>
  command.replace(/\s/g, "").includes(danger.replace(/\s/g, ""));

const plain = "The quick brown fox\njumps over the lazy dog.\n".repeat(40);

for (const agent of Object.values(agents)) {
  const screens = await knownOf(agent);
  if (screens.length === 0) continue;
  const own = indents[agent.kind] ?? ["  "];

  Deno.test(`${agent.label}: what is shown is asked by nobody`, () => {
    const tried = { nothing: 0, asking: 0 };
    const fallen = new Map<string, string>();
    for (const screen of screens) {
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
        const { kind, readings = [] } = seen.request;
        if (
          kind === "command" && readings.some(hasDanger)
        ) {
          continue;
        }
        const what = readings[0] ?? seen.request.path;
        fallen.set(`${name} on ${screen.file}: ${kind} ${what}`, shown.text);
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
