import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { ManualClock } from "../clock/mod.ts";
import { OrchError } from "../errors/mod.ts";
import { Journal } from "./journal.ts";
import { type RequestFilter, requestQuery } from "./request_filter.ts";
import type { NewRequest } from "./request_record.ts";
import { sinceQuery, waitingQuery } from "./request_tally.ts";
import { migrations } from "./schema.ts";

async function withFolder(run: (folder: string) => void | Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "orch-journal-" });
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function request(fields: Partial<NewRequest> = {}): NewRequest {
  return {
    agent: "web",
    pane: "%1",
    server: "42 1700000000",
    fingerprint: "f1",
    request: { kind: "command", command: "npm test" },
    summary: "npm test",
    seen: 1000,
    ...fields,
  };
}

Deno.test("Journal keeps a request through its whole life", () =>
  withFolder((folder) => {
    const clock = new ManualClock(5000);
    using journal = Journal.open(`${folder}/journal.db`, { clock });
    const id = journal.recordRequest(request());
    journal.decide(id, { decision: "ask", tier: "remote", reason: "new" });
    assert.equal(journal.request(id)?.status, "waiting");
    assert.equal(journal.claim(id, "person", "once"), true);
    assert.equal(journal.closeRequest(id, "person", "approved"), true);
    assert.deepEqual(
      journal.requests({ toLearn: true }).map((row) => row.id),
      [id],
    );
    journal.markLearned(id, [{ rule: "r1" }]);
    assert.deepEqual(journal.requests({ toLearn: true }), []);
    assert.deepEqual(journal.events().map((event) => event.type), [
      "request-seen",
      "request-decided",
      "request-claimed",
      "request-closed",
      "rule-changed",
    ]);
  }));

Deno.test("Journal.claim() has one winner until the request is released", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.recordRequest(request());
    assert.equal(journal.claim(id, "orch", "once"), true);
    assert.equal(journal.claim(id, "person", "deny"), false);
    assert.equal(journal.release(id, "the key had no effect"), true);
    assert.equal(journal.claim(id, "person", "deny"), true);
    assert.equal(journal.request(id)?.attempts, 2);
    assert.equal(journal.request(id)?.note, "the key had no effect");
  }));

Deno.test("Journal.closeRequest() closes once", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.recordRequest(request());
    assert.equal(journal.closeRequest(id, "pane", "unknown"), true);
    assert.equal(journal.closeRequest(id, "orch", "approved"), false);
    assert.equal(journal.claim(id, "orch", "once"), false);
    assert.equal(journal.settle(id, "denied"), true);
    assert.equal(journal.settle(id, "approved"), false);
    assert.equal(journal.request(id)?.outcome, "denied");
  }));

Deno.test("Journal does not learn from what orch answered itself", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.recordRequest(request());
    journal.claim(id, "orch", "once");
    journal.closeRequest(id, "orch", "approved");
    assert.deepEqual(journal.requests({ toLearn: true }), []);
  }));

Deno.test("Journal.requireAgent() names the agents there are", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    journal.agents.setUp({
      name: "web",
      kind: "claude",
      project: "/srv/web",
      autonomy: "assisted",
    });
    assert.throws(() => journal.agents.require("wbe"), (error) => {
      assert.ok(error instanceof OrchError);
      assert.equal(error.exitCode, 3);
      assert.match(error.hint ?? "", /web/);
      return true;
    });
  }));

Deno.test("Journal refuses to change its history", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    using journal = Journal.open(file);
    journal.note("monitor-started", {});
    const database = new DatabaseSync(file);
    assert.throws(
      () => database.exec("UPDATE events SET at = 0"),
      /append-only/,
    );
    assert.throws(() => database.exec("DELETE FROM events"), /append-only/);
    database.close();
  }));

Deno.test("Journal.open() leaves a broken file as it is", () =>
  withFolder(async (folder) => {
    const file = `${folder}/journal.db`;
    const garbage = "this is not a database, but somebody's notes\n".repeat(99);
    await Deno.writeTextFile(file, garbage);
    assert.throws(() => Journal.open(file), (error) => {
      assert.ok(error instanceof OrchError);
      assert.match(error.message, /is broken/);
      assert.match(error.hint ?? "", /mv /);
      return true;
    });
    assert.equal(await Deno.readTextFile(file), garbage);
  }));

Deno.test("Journal.open() refuses a journal of a newer orch", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    newer.close();
    assert.throws(() => Journal.open(file), /newer orch/);
  }));

Deno.test("Journal.open() says when there is none and none is wanted", () =>
  withFolder((folder) => {
    assert.throws(
      () => Journal.open(`${folder}/none/journal.db`, { create: false }),
      (error) => {
        assert.ok(error instanceof OrchError);
        assert.equal(error.exitCode, 3);
        return true;
      },
    );
  }));

Deno.test("Journal.open() explains a folder that cannot be made", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    assert.throws(
      () => Journal.open(`${folder}/file/journal.db`),
      /Cannot open the journal/,
    );
  }));

Deno.test("Journal.tally() counts what waits and what was answered by whom", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const add = (fields: Partial<NewRequest> = {}) =>
      journal.recordRequest(request(fields));
    assert.deepEqual(journal.tally(0), new Map());
    journal.closeRequest(add({ seen: 10 }), "orch", "approved");
    journal.closeRequest(add({ seen: 20 }), "orch", "approved");
    journal.closeRequest(add({ seen: 20 }), "person", "denied");
    journal.closeRequest(add({ seen: 20 }), "pane", "unknown");
    journal.claim(add({ seen: 20 }), "orch", "once");
    add({ seen: 20 });
    journal.release(add({ seen: 10 }), "a person has to look");
    journal.release(add({ agent: "api", seen: 10 }), "a person has to look");
    assert.deepEqual(
      journal.tally(20),
      new Map([
        ["web", { waiting: 1, requests: 5, byOrch: 2, byPeople: 2 }],
        ["api", { waiting: 1, requests: 0, byOrch: 0, byPeople: 0 }],
      ]),
    );
  }));

Deno.test("requestQuery() never reads the whole table for a part of it", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    Journal.open(file).close();
    const database = new DatabaseSync(file);
    const filters: RequestFilter[] = [
      { unfinished: true },
      { waiting: true },
      { agent: "web", unfinished: true },
      { agent: "web", waiting: true },
      { agent: "web", toLearn: true },
      { since: 1 },
      { agent: "web", since: 1 },
    ];
    const queries = [
      ...filters.map((filter) => requestQuery(filter)),
      { sql: waitingQuery, values: [] },
      { sql: sinceQuery, values: [1] },
    ];
    for (const { sql, values } of queries) {
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...values)
        .map((row) => String(row["detail"]));
      assert.match(plan[0]!, /^(SEARCH|SCAN) requests USING INDEX/, sql);
    }
    database.close();
  }));

const web = {
  name: "web",
  kind: "claude",
  project: "/srv/web",
  autonomy: "assisted",
};

Deno.test("Journal.attach() and setSession() say what is news, once", () =>
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

Deno.test("Journal.setUpAgent() keeps a conversation that can be gone on with", () =>
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

Deno.test("Journal.open() brings an earlier journal up to date", () =>
  withFolder((folder) => {
    const file = `${folder}/journal.db`;
    const database = new DatabaseSync(file);
    database.exec(migrations[0]!);
    database.exec("PRAGMA user_version = 1");
    database.exec(
      "INSERT INTO agents VALUES ('web', 'claude', '/srv/web', 'assisted', 7)",
    );
    database.close();
    using journal = Journal.open(file);
    assert.deepEqual(journal.agents.all(), [{ ...web, created: 7 }]);
    assert.equal(journal.agents.setSession("web", "0f3c"), true);
  }));
