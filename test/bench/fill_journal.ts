import { DatabaseSync } from "node:sqlite";
import { Journal } from "../../lib/journal/mod.ts";

/** Over how many days the requests are spread. */
const days = 100;

const day = 24 * 60 * 60 * 1000;

/** How many of the newest requests wait for a person. */
const waiting = 20;

const request = `'{"kind":"command","command":"npm test -- --shard=' || i ||
  '","complete":true,"options":[],"selected":0,"fingerprint":"f' || i ||
  '","evidence":["Run command","npm test -- --shard=' || i || '"]}'`;

const verdict = `'{"decision":"allow","tier":"project",
  "reason":"Allowed because it runs the project''s tests."}'`;

/**
 * Fills a journal with closed requests of its agents, and some that wait.
 *
 * @param file The journal.
 * @param agents How many agents there are, called `agent-0` and so on.
 * @param count How many requests.
 */
export function fillJournal(file: string, agents: number, count: number): void {
  {
    using journal = Journal.open(file);
    for (let index = 0; index < agents; index++) {
      const name = `agent-${index}`;
      const project = `/srv/${name}`;
      const kind = "rehearsal";
      journal.agents.setUp({ name, kind, project, autonomy: "assisted" });
    }
  }
  const database = new DatabaseSync(file);
  const open = count - waiting;
  const start = Date.now() - days * day;
  const each = Math.floor(days * day / count);
  database.exec(`
    BEGIN;
    WITH RECURSIVE numbers (i) AS (
      SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ${count}
    )
    INSERT INTO requests (agent, pane, server, fingerprint, request, summary,
      seen, status, verdict, by, answer, attempts, decided, closed, outcome,
      learned)
    SELECT 'agent-' || (i % ${agents}), '%' || (i % ${agents}), '/tmp/s 1 1',
      'f' || i, ${request}, 'npm test -- --shard=' || i, ${start} + i * ${each},
      iif(i < ${open}, 'closed', 'waiting'), ${verdict},
      iif(i < ${open}, iif(i % 10 = 0, 'pane', 'orch'), NULL),
      iif(i < ${open}, 'once', NULL), 1, ${start} + i * ${each},
      iif(i < ${open}, ${start} + i * ${each}, NULL),
      iif(i < ${open}, 'approved', NULL), 1
    FROM numbers;
    COMMIT;
  `);
  database.close();
}
