import assert from "node:assert/strict";
import { ManualClock } from "../clock/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { Journal } from "./journal.ts";
import { withFolder } from "./testing.ts";

const web = {
  name: "web",
  kind: "claude",
  project: "/srv/web",
  autonomy: "assisted",
};

Deno.test("AgentLedger.require() names the agents there are", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    journal.agents.setUp(web);
    assert.throws(() => journal.agents.require("wbe"), (error) => {
      assert.ok(error instanceof OrchError);
      assert.equal(error.exitCode, 3);
      assert.match(error.hint ?? "", /web/);
      return true;
    });
  }));

Deno.test("AgentLedger.attach() and setSession() say what is news, once", () =>
  withFolder((folder) => {
    const clock = new ManualClock(5000);
    using journal = Journal.open(`${folder}/journal.db`, { clock });
    assert.deepEqual(journal.agents.setUp(web), { ...web, created: 5000 });
    const place = { server: "/tmp/s 42 1700000000", pane: "%1" };
    assert.equal(journal.agents.attach("web", place), true);
    assert.equal(journal.agents.attach("web", place), false);
    assert.equal(journal.agents.setSession("web", "0f3c"), true);
    assert.equal(journal.agents.setSession("web", "0f3c"), false);
    assert.equal(journal.agents.ended("web"), true);
    assert.equal(journal.agents.ended("web"), false);
    assert.deepEqual(journal.agents.find("web"), {
      ...web,
      created: 5000,
      session: "0f3c",
      place,
      ended: 5000,
    });
    // In the very same place again: it runs, so it has not ended.
    assert.equal(journal.agents.attach("web", place), true);
    assert.equal(journal.agents.find("web")?.ended, undefined);
    assert.equal(journal.agents.attach("nobody", place), false);
    assert.deepEqual(journal.events().map((event) => event.type), [
      "agent-set-up",
      "agent-attached",
      "session-changed",
      "agent-ended",
      "agent-attached",
    ]);
  }));

Deno.test("AgentLedger.setUp() keeps a conversation that can be gone on with", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const sessionAfter = (
      change: Partial<typeof web> & { isolate?: string },
    ) => {
      journal.agents.setUp(web);
      journal.agents.setSession("web", "0f3c");
      return journal.agents.setUp({ ...web, ...change }).session;
    };
    assert.equal(sessionAfter({ autonomy: "supervised" }), "0f3c");
    assert.equal(sessionAfter({ kind: "rehearsal" }), undefined);
    assert.equal(sessionAfter({ project: "/srv/other" }), undefined);
    assert.equal(sessionAfter({ isolate: "/home/dev/own" }), undefined);
  }));
