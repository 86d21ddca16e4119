import assert from "node:assert/strict";
import type { PaneInfo } from "./pane_info.ts";
import { resolvePane } from "./resolve_pane.ts";

function pane(id: number, place: Partial<PaneInfo> = {}): PaneInfo {
  return {
    id: `%${id}`,
    session: "web",
    window: "shell",
    windowIndex: 0,
    paneIndex: 0,
    sessionId: `$${place.session ?? "web"}`,
    windowId: "@0",
    active: true,
    agent: undefined,
    dead: false,
    activity: 0,
    columns: 80,
    rows: 24,
    title: "",
    inMode: false,
    ...place,
  };
}

Deno.test("resolvePane() finds by id, agent, session and window", () => {
  const panes = [
    pane(1),
    pane(2, { session: "api", window: "claude", windowIndex: 3, agent: "bob" }),
    pane(3, { session: "db", window: "a:b", paneIndex: 1 }),
  ];
  const found = (target: string) => resolvePane(target, panes).id;
  for (const target of ["%2", "bob", "api", "api:claude", "api:3", "api:3.0"]) {
    assert.equal(found(target), "%2", target);
  }
  for (const target of ["db:a:b", "db:a:b.1", "db:0.1"]) {
    assert.equal(found(target), "%3", target);
  }
});

Deno.test("resolvePane() takes the agent in the session of the same name", () => {
  const panes = [pane(1), pane(2, { window: "claude", agent: "web" })];
  assert.equal(resolvePane("web", panes).id, "%2");
});

Deno.test("resolvePane() does not choose between an agent and a session", () => {
  const panes = [pane(1), pane(2, { session: "other", agent: "web" })];
  assert.throws(() => resolvePane("web", panes), {
    message: "'web' means 2 panes: %2 other:shell.0 (agent web), " +
      "%1 web:shell.0",
    hint: "use one of their ids, such as %2",
    exitCode: 2,
  });
});

Deno.test("resolvePane() takes entries of one pane for one pane", () => {
  const panes = [
    pane(1, { agent: "bob" }),
    pane(1, { session: "linked", agent: "bob" }),
  ];
  assert.equal(resolvePane("bob", panes).id, "%1");
  assert.equal(resolvePane("linked", panes).id, "%1");
});

Deno.test("resolvePane() names what is near, and nothing that is far", () => {
  const panes = [pane(1, { session: "frontend" }), pane(2, { agent: "bob" })];
  const hintOf = (target: string) => {
    try {
      resolvePane(target, panes);
    } catch (error) {
      return (error as { hint: string }).hint;
    }
  };
  assert.equal(hintOf("frontent"), "did you mean frontend?");
  assert.equal(hintOf("front"), "did you mean frontend, frontend:shell?");
  assert.equal(hintOf("bobb"), "did you mean bob?");
  assert.match(hintOf("zzz") ?? "", /orch status/);
});
