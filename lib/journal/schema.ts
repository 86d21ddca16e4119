/**
 * Each entry takes the database from the version that is its index to the
 * next. Entries are only ever added: a database in the field has run some of
 * them already.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE agents (
    name     TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    project  TEXT NOT NULL,
    autonomy TEXT NOT NULL,
    created  INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE requests (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    agent       TEXT NOT NULL,
    pane        TEXT NOT NULL,
    server      TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    request     TEXT NOT NULL,
    summary     TEXT NOT NULL,
    seen        INTEGER NOT NULL,
    status      TEXT NOT NULL DEFAULT 'open'
                CHECK (status IN ('open', 'waiting', 'answering', 'closed')),
    verdict     TEXT,
    note        TEXT,
    by          TEXT CHECK (by IN ('orch', 'person', 'pane')),
    answer      TEXT CHECK (answer IN ('once', 'deny')),
    attempts    INTEGER NOT NULL DEFAULT 0,
    decided     INTEGER,
    claimed     INTEGER,
    closed      INTEGER,
    outcome     TEXT CHECK (outcome IN ('approved', 'denied', 'unknown')),
    learned     INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX requests_unfinished ON requests (agent) WHERE status <> 'closed';
  CREATE INDEX requests_to_learn ON requests (agent)
    WHERE status = 'closed' AND learned = 0 AND by IN ('person', 'pane');
  CREATE INDEX requests_by_time ON requests (seen);

  CREATE TABLE events (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    type    TEXT NOT NULL,
    agent   TEXT,
    request INTEGER,
    data    TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_request ON events (request) WHERE request IS NOT NULL;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  `,
  `
  ALTER TABLE agents ADD COLUMN isolate TEXT;
  ALTER TABLE agents ADD COLUMN session TEXT;
  ALTER TABLE agents ADD COLUMN server TEXT;
  ALTER TABLE agents ADD COLUMN pane TEXT;
  ALTER TABLE agents ADD COLUMN ended INTEGER;
  `,
  `
  ALTER TABLE requests ADD COLUMN channel TEXT NOT NULL DEFAULT 'screen'
    CHECK (channel IN ('screen', 'hook'));
  `,
  `
  CREATE TABLE limits (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    agent   TEXT NOT NULL,
    pane    TEXT NOT NULL,
    server  TEXT NOT NULL,
    since   INTEGER NOT NULL,
    wording TEXT,
    resets  INTEGER,
    status  TEXT NOT NULL DEFAULT 'waiting'
            CHECK (status IN ('waiting', 'waking', 'over')),
    note    TEXT,
    woken   INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX limits_open ON limits (agent) WHERE status <> 'over';
  CREATE INDEX limits_by_agent ON limits (agent, id);
  `,
  `
  CREATE TABLE own_files (
    agent   TEXT NOT NULL,
    path    TEXT NOT NULL,
    request INTEGER NOT NULL,
    stamp   TEXT,
    PRIMARY KEY (agent, path)
  ) STRICT;
  `,
];
