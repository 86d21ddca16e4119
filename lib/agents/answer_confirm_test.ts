import assert from "node:assert/strict";
import type { Agent } from "./agent.ts";
import { claude } from "./claude/claude.ts";
import { asked, closes, dialog, idle, play, three } from "./testing_answers.ts";

Deno.test("answer never denies what a no would end", async () => {
  const question = { ...asked(dialog("rm x", three)), kind: "trust" as const };
  const { result, terminal } = await play(
    dialog("rm x", three),
    "deny",
    closes,
    { request: question },
  );
  assert.equal(result.status, "refused");
  assert.deepEqual(terminal.keys, []);
});

/** Reads a page of its own as what confirms a no; all else as Claude Code. */
const asksTwice: Agent = {
  ...claude,
  read: (screen) =>
    screen.text === page
      ? {
        state: "asking",
        request: {
          kind: "question",
          complete: false,
          confirms: "deny",
          options: [{ key: "Enter", label: "Confirm", meaning: "deny" }],
          selected: undefined,
          fingerprint: "page",
          evidence: ["Do what instead?"],
        },
      }
      : claude.read(screen),
  keyFor: (request, meaning) =>
    request.confirms === meaning
      ? { key: "Enter", final: true }
      : claude.keyFor(request, meaning),
};
const page = "Do what instead?\nenter confirm";

Deno.test("answer confirms a no where the agent asks for one more key", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "deny",
    (terminal) => {
      // The page does not stand there at once.
      let drawn = Infinity;
      terminal.onKey = (key) => {
        terminal.text = key === "Enter" ? idle : "";
        drawn = terminal.looks + 4;
      };
      terminal.onLook = (looks) => {
        if (terminal.text === "" && looks >= drawn) terminal.text = page;
      };
    },
    { agent: asksTwice },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 2 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape", "Enter"]);
});

Deno.test("answer confirms no other answer than its own", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    (terminal) => {
      terminal.onKey = () => terminal.text = page;
    },
    { agent: asksTwice },
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["1"]);
});

Deno.test("answer takes no dialog for gone that a left page gives way to", async () => {
  const text = dialog("rm x", three);
  const { result, terminal } = await play(text, "deny", (terminal) => {
    terminal.onKey = () => {
      terminal.text = page;
      const { looks } = terminal;
      // A person leaves the page before it is confirmed.
      terminal.onLook = (now) => {
        if (now > looks + 3) terminal.text = text;
      };
    };
  }, { agent: asksTwice });
  assert.deepEqual(result, { status: "sent", gone: false, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape"]);
});
