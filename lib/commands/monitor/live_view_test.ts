import assert from "node:assert/strict";
import type { Notice } from "../../monitor/mod.ts";
import { drawView, emptyView, withNotice } from "./live_view.ts";

const size = { columns: 60, rows: 12 };
const story: Notice[] = [
  { type: "state", agent: "web", pane: "%1", state: "working" },
  {
    type: "waiting",
    agent: "web",
    id: 7,
    summary: "git push --force origin main",
    reason: "it rewrites what others have",
  },
  {
    type: "closed",
    agent: "web",
    id: 6,
    summary: "npm test",
    by: "orch",
    outcome: "approved",
  },
];

Deno.test("drawView() shows agents, what waits and what happened", (t) => {
  const view = story.reduce(withNotice, emptyView);
  return t.assertSnapshot(drawView(view, size, false));
});

Deno.test("withNotice() takes an answered request off the list", () => {
  const view = [
    ...story,
    {
      type: "closed",
      agent: "web",
      id: 7,
      summary: "git push --force origin main",
      by: "pane",
      outcome: "denied",
    } as const,
  ].reduce(withNotice, emptyView);
  assert.equal(view.waiting.size, 0);
  assert.deepEqual(view.agents.get("web"), {
    state: "working",
    byOrch: 1,
    byPeople: 1,
  });
});

Deno.test("drawView() never draws more or wider than the terminal", () => {
  const notices: Notice[] = Array.from({ length: 50 }, (_, id) => ({
    type: "waiting",
    agent: "网店",
    id,
    summary: "测试".repeat(40),
    reason: "长".repeat(40),
  }));
  const view = [...story, ...notices].reduce(withNotice, emptyView);
  for (const rows of [1, 3, 10, 80]) {
    const drawn = drawView(view, { columns: 31, rows }, false);
    assert.ok(drawn.length <= rows, `${drawn.length} rows of ${rows}`);
    for (const row of drawn) assert.ok(cells(row) <= 31, row);
  }
});

/** Counts the wide characters of this test as the terminal does. */
function cells(row: string): number {
  return [...row].reduce((n, c) => n + (c > "\u2e80" ? 2 : 1), 0);
}
