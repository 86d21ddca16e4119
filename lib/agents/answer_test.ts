import assert from "node:assert/strict";
import type { Request } from "./agent.ts";
import { claude } from "./claude/claude.ts";
import { asked, closes, dialog, idle, play, three } from "./testing_answers.ts";

Deno.test("answer presses the key of the row that means yes, once", async () => {
  const { result, terminal } = await play(
    dialog("rm x", three),
    "once",
    closes,
  );
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["1"]);
});

Deno.test("answer goes by meaning where the rows stand otherwise", async () => {
  const rows = ["No", "Yes, and switch to auto mode", "Yes"];
  const { terminal } = await play(dialog("rm x", rows), "once", closes);
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["3"]);
});

Deno.test("answer denies with the agent's own key", async () => {
  const { terminal } = await play(dialog("rm x", three), "deny", closes);
  assert.deepEqual(terminal.keys.map(({ key }) => key), ["Escape"]);
});

Deno.test("answer waits until the agent listens", async () => {
  const { terminal } = await play(dialog("rm x", three), "once", closes);
  assert.ok(terminal.keys[0]!.at >= 1000 + claude.guard);
});

Deno.test("answer presses nothing on another dialog or none", async () => {
  const text = dialog("rm x", three);
  for (
    const other of [idle, dialog("rm y", three), dialog("rm x", ["Yes", "No"])]
  ) {
    const { result, terminal } = await play(
      text,
      "once",
      (terminal) => terminal.text = other,
    );
    assert.deepEqual(result, { status: "changed" });
    assert.deepEqual(terminal.keys, []);
  }
});

Deno.test("answer presses nothing when the dialog changes at the last moment", async () => {
  const text = dialog("rm x", three);
  const { result, terminal } = await play(text, "once", (terminal) => {
    const { capture } = terminal;
    terminal.capture = async () => {
      const seen = await capture.call(terminal);
      terminal.text = dialog("rm y", three);
      return seen;
    };
  });
  assert.deepEqual(result, { status: "changed" });
  assert.deepEqual(terminal.keys, []);
});

Deno.test("answer refuses what was not read whole or has no plain yes", async () => {
  const text = dialog("rm x", three);
  const cut = { ...asked(text), complete: false, incompleteBecause: "cut" };
  const refused: [string, Request | undefined][] = [
    [text, cut],
    [dialog("rm x", ["Yes, and switch to auto mode", "No"]), undefined],
    [dialog("rm x", ["Yes", "Yes", "No"]), undefined],
  ];
  for (const [screen, request] of refused) {
    const { result, terminal } = await play(
      screen,
      "once",
      closes,
      request ? { request } : {},
    );
    assert.equal(result.status, "refused");
    assert.deepEqual(terminal.keys, []);
  }
  // A no needs no more than to know the dialog again.
  const { result } = await play(text, "deny", closes, { request: cut });
  assert.deepEqual(result, { status: "sent", gone: true, attempts: 1 });
});
