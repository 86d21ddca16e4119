import assert from "node:assert/strict";
import type { Agent } from "./agent.ts";
import { claude } from "./claude/claude.ts";
import {
  dialog,
  idle,
  play,
  type ScriptedTerminal,
  three,
} from "./testing_answers.ts";

/** Lets the title move, as an agent does that waits for an answer. */
const blinks = (terminal: ScriptedTerminal) => {
  terminal.onLook = (looks) => terminal.title = looks % 2 ? "!" : "";
};

Deno.test("answer presses an ignored key once more, and not again", async () => {
  const text = dialog("rm x", three);
  let pressed = 0;
  const second = await play(text, "once", (terminal) => {
    blinks(terminal);
    terminal.onKey = () => {
      if (++pressed === 2) terminal.text = idle;
    };
  });
  assert.deepEqual(second.result, { status: "sent", gone: true, attempts: 2 });
  const never = await play(text, "once", blinks);
  assert.deepEqual(never.result, { status: "sent", gone: false, attempts: 2 });
  assert.equal(never.terminal.keys.length, 2);
});

Deno.test("answer presses no second key while nothing moves", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      // What was drawn when the key came proves nothing of afterwards.
      blinks(terminal);
      terminal.onKey = () => terminal.onLook = () => {};
    },
  );
  assert.deepEqual(result, { status: "sent", gone: false, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

/** Wants the highlight to be moved before every answer. */
const moves: Agent = {
  ...claude,
  keyFor: () => ({ key: "Down", final: false }),
};

Deno.test("answer gives up where the highlight does not move", async () => {
  const text = dialog("rm x", three);
  const stuck = await play(text, "once", () => {}, { agent: moves });
  assert.equal(stuck.result.status, "refused");
  assert.deepEqual(stuck.terminal.keys.map(({ key }) => key), ["Down"]);
  // It moves, and never gets there.
  const endless = await play(text, "once", (terminal) => {
    terminal.onKey = () => {
      const low = terminal.keys.length % 2 === 1;
      terminal.text = low
        ? text.replace("❯ 1", "  1").replace("  2", "❯ 2")
        : text;
    };
  }, { agent: moves });
  assert.equal(endless.result.status, "refused");
  assert.ok(endless.terminal.keys.every(({ key }) => key === "Down"));
});

Deno.test("answer sees a key take effect that took its time", async () => {
  let pressed: number | undefined;
  let late: number | undefined;
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      terminal.onKey = () => pressed ??= terminal.clock.time;
      terminal.onLook = (looks) => {
        terminal.title = looks % 2 ? "!" : "";
        // After the key has been given up, and before the second.
        if (pressed !== undefined && terminal.clock.time >= pressed + 600) {
          late ??= terminal.looks;
          if (terminal.looks > late) terminal.text = idle;
        }
      };
    },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

Deno.test("answer gives the next equal dialog no key of the one before", async () => {
  // The first is answered, the next is drawn just like it; the record tells.
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    () => {},
    { answered: true },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.equal(terminal.keys.length, 1);
});

Deno.test("answer takes no blinking for a change", async () => {
  const shapes = ["● Doing it", "  Doing it", "\x1b[1m●\x1b[0m Doing it"];
  const { result, terminal } = await play(
    dialog("rm x", three, shapes[0]),
    "once",
    (terminal) => {
      terminal.onLook = (looks) => {
        if (terminal.text === idle) return;
        terminal.text = dialog("rm x", three, shapes[looks % 3]);
      };
      terminal.onKey = () => {
        if (terminal.keys.length === 2) terminal.text = idle;
      };
    },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 2 });
  assert.equal(terminal.keys.length, 2);
});

Deno.test("answer presses no second key when anything changed", async () => {
  const text = dialog("rm x", three);
  const script = (terminal: ScriptedTerminal) => {
    terminal.onKey = () => terminal.text = dialog("rm x", three, "● Ran rm x");
  };
  const stuck = await play(text, "once", script);
  assert.deepEqual(stuck.result, { status: "sent", gone: false, attempts: 1 });
  assert.equal(stuck.terminal.keys.length, 1);
  const known = await play(text, "once", script, { answered: true });
  assert.deepEqual(known.result, { status: "sent", gone: true, attempts: 1 });
});
