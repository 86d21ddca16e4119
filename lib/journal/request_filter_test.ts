import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { Journal } from "./journal.ts";
import { type RequestFilter, requestQuery } from "./request_filter.ts";
import { sinceQuery, waitingQuery } from "./request_tally.ts";
import { withFolder } from "./testing.ts";

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
