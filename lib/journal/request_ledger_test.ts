import assert from "node:assert/strict";
import { ManualClock } from "../clock/mod.ts";
import { Journal } from "./journal.ts";
import type { NewRequest } from "./request_record.ts";
import { newRequest, withFolder } from "./testing.ts";

Deno.test("RequestLedger keeps a request through its whole life", () =>
  withFolder((folder) => {
    const clock = new ManualClock(5000);
    using journal = Journal.open(`${folder}/journal.db`, { clock });
    const id = journal.requests.record(newRequest());
    journal.requests.decide(id, {
      decision: "ask",
      tier: "remote",
      reason: "new",
    });
    assert.equal(journal.requests.find(id)?.status, "waiting");
    assert.equal(journal.requests.claim(id, "person", "once"), true);
    assert.equal(journal.requests.close(id, "person", "approved"), true);
    assert.deepEqual(
      journal.requests.all({ toLearn: true }).map((row) => row.id),
      [id],
    );
    journal.requests.markLearned(id, [{ rule: "r1" }]);
    assert.deepEqual(journal.requests.all({ toLearn: true }), []);
    assert.deepEqual(journal.events().map((event) => event.type), [
      "request-seen",
      "request-decided",
      "request-claimed",
      "request-closed",
      "rule-changed",
    ]);
    assert.deepEqual(journal.eventsOf(id).at(-1)?.data, [{ rule: "r1" }]);
    assert.deepEqual(journal.eventsOf(id + 1), []);
  }));

Deno.test("RequestLedger.claim() has one winner until the request is released", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.requests.record(newRequest());
    assert.equal(journal.requests.claim(id, "orch", "once"), true);
    assert.equal(journal.requests.claim(id, "person", "deny"), false);
    assert.equal(journal.requests.release(id, "the key had no effect"), true);
    assert.equal(journal.requests.claim(id, "person", "deny"), true);
    assert.equal(journal.requests.find(id)?.attempts, 2);
    assert.equal(journal.requests.find(id)?.note, "the key had no effect");
  }));

Deno.test("RequestLedger.close() closes once", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.requests.record(newRequest());
    assert.equal(journal.requests.close(id, "pane", "unknown"), true);
    assert.equal(journal.requests.close(id, "orch", "approved"), false);
    assert.equal(journal.requests.claim(id, "orch", "once"), false);
    assert.equal(journal.requests.settle(id, "denied"), true);
    assert.equal(journal.requests.settle(id, "approved"), false);
    assert.equal(journal.requests.find(id)?.outcome, "denied");
  }));

Deno.test("RequestLedger does not learn from what orch answered itself", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const id = journal.requests.record(newRequest());
    journal.requests.claim(id, "orch", "once");
    journal.requests.close(id, "orch", "approved");
    assert.deepEqual(journal.requests.all({ toLearn: true }), []);
  }));

Deno.test("RequestLedger.tally() counts what waits and what was answered by whom", () =>
  withFolder((folder) => {
    using journal = Journal.open(`${folder}/journal.db`);
    const add = (fields: Partial<NewRequest> = {}) =>
      journal.requests.record(newRequest(fields));
    assert.deepEqual(journal.requests.tally(0), new Map());
    journal.requests.close(add({ seen: 10 }), "orch", "approved");
    journal.requests.close(add({ seen: 20 }), "orch", "approved");
    journal.requests.close(add({ seen: 20 }), "person", "denied");
    journal.requests.close(add({ seen: 20 }), "pane", "unknown");
    journal.requests.claim(add({ seen: 20 }), "orch", "once");
    add({ seen: 20 });
    journal.requests.release(add({ seen: 10 }), "a person has to look");
    journal.requests.release(
      add({ agent: "api", seen: 10 }),
      "a person has to look",
    );
    assert.deepEqual(
      journal.requests.tally(20),
      new Map([
        ["web", { waiting: 1, requests: 5, byOrch: 2, byPeople: 2 }],
        ["api", { waiting: 1, requests: 0, byOrch: 0, byPeople: 0 }],
      ]),
    );
  }));
