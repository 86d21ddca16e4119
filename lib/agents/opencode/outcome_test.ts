import assert from "node:assert/strict";
import type { Request } from "../agent.ts";
import { outcome } from "./outcome.ts";

const after = (...rows: string[]) => ({
  text: [
    ...rows,
    "",
    "     ▣  Build · Some model",
    "",
    "  ┃",
    "  ┃",
    "  ┃",
    "  ┃  Build · Some model",
    `  ╹${"▀".repeat(75)}`,
    "   /src/shop                                  15 (0%)  ctrl+p commands",
  ].join("\n"),
  columns: 80,
});

const request: Request = {
  kind: "command",
  command: "git push origin main",
  complete: true,
  options: [],
  selected: undefined,
  fingerprint: "",
  evidence: [],
};

Deno.test("outcome knows a no by the line through the call", () => {
  const screen = after("", "     \x1b[9m$ git push origin main\x1b[0m");
  assert.equal(outcome(request, screen), "denied");
});

Deno.test("outcome knows a yes by the block that holds what it put out", () => {
  const screen = after(
    "  ┃",
    "  ┃  $ git push origin main",
    "  ┃",
    "  ┃  Everything up-to-date",
    "  ┃",
  );
  assert.equal(outcome(request, screen), "approved");
});

Deno.test("outcome is not sure of what only stands there", () => {
  const screens = [
    after("     $ git push origin main"),
    after("     something else"),
    { text: "     \x1b[9m$ git push origin main\x1b[0m", columns: 80 },
  ];
  for (const screen of screens) {
    assert.equal(outcome(request, screen), "unknown");
  }
  const question = { ...request, kind: "question" } as const;
  assert.equal(outcome(question, screens[0]!), "unknown");
});
