/**
 * The local history, by version. Migrations go forward only; a file of a newer version is refused, not wiped.
 * Accounts, secrets and preferences are elsewhere: this file may be thrown away and rebuilt from the server.
 * `row_hash(…)` and `row_hash_before(…)` are ours (`row-hash.ts`, `row-hash-before.ts`), registered while a file is migrated.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE notification (
    account TEXT NOT NULL, id INTEGER NOT NULL,
    ts INTEGER NOT NULL,              -- µs since the epoch, by the server's stamp
    type INTEGER NOT NULL, severity INTEGER NOT NULL, level INTEGER NOT NULL,
    subject TEXT NOT NULL,            -- agent:4
    seen_server INTEGER NOT NULL,
    marked INTEGER NOT NULL DEFAULT 0, -- 1 in the outbox, 2 refused by the server, 3 confirmed: shown as seen in any case
    live INTEGER NOT NULL DEFAULT 1,  -- 0: no longer on the server
    known_seq INTEGER NOT NULL,       -- the page that first brought it
    first_seen_at INTEGER NOT NULL,   -- wall time, ms
    found_by TEXT NOT NULL,
    toast TEXT NOT NULL,              -- skip | pending | held | showing | shown | digest
    raw TEXT NOT NULL,                -- exactly as the server sent it
    PRIMARY KEY (account, ts, id)     -- by time, so that an account's list needs no index of its own
  );
  CREATE INDEX by_time ON notification (ts DESC, id DESC);
  CREATE INDEX by_subject ON notification (account, subject, ts) WHERE type = 2 OR type = 3 OR type = 7 OR type = 8; -- outages and their ends
  CREATE INDEX by_unseen ON notification (ts DESC, id DESC) WHERE live = 1 AND seen_server = 0 AND marked = 0;
  -- OR, not IN: a longer IN list is built anew for each row written (100,000 rows: 200 ms).
  CREATE INDEX by_toast ON notification (account, toast) WHERE toast = 'pending' OR toast = 'held' OR toast = 'showing';
  -- Shown counts, kept in the transaction that changes a row: counting a million rows takes 50 ms.
  CREATE TABLE tally (account TEXT NOT NULL, level INTEGER NOT NULL, unseen INTEGER NOT NULL, total INTEGER NOT NULL,
    live INTEGER NOT NULL, server_unseen INTEGER NOT NULL, PRIMARY KEY (account, level)) WITHOUT ROWID;
  CREATE TABLE subject (account TEXT NOT NULL, key TEXT NOT NULL, state INTEGER NOT NULL, since INTEGER NOT NULL,
    last_change INTEGER NOT NULL, PRIMARY KEY (account, key)) WITHOUT ROWID;
  CREATE TABLE quarantine (account TEXT NOT NULL, raw TEXT NOT NULL, field TEXT NOT NULL, first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (account, raw)) WITHOUT ROWID;
  CREATE TABLE outbox (account TEXT NOT NULL, id INTEGER NOT NULL, ts INTEGER NOT NULL, batch TEXT NOT NULL,
    tries INTEGER NOT NULL, next_at INTEGER NOT NULL, parked INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (account, id, ts)) WITHOUT ROWID;
  CREATE TABLE mark_all (account TEXT PRIMARY KEY, sent INTEGER NOT NULL, keys TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE sync (account TEXT PRIMARY KEY, horizon INTEGER, lag INTEGER NOT NULL, cursor_ts INTEGER,
    history_complete INTEGER NOT NULL, baseline_ts INTEGER, baseline_set INTEGER NOT NULL, floor_ts INTEGER,
    page_limit INTEGER) WITHOUT ROWID;
  CREATE TABLE alert_state (account TEXT PRIMARY KEY, json TEXT NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE verdict (account TEXT NOT NULL, id INTEGER NOT NULL, at INTEGER NOT NULL, ts INTEGER NOT NULL,
    step TEXT NOT NULL, reason TEXT NOT NULL);
  CREATE INDEX verdict_of ON verdict (account, id, ts);
  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('seq', 1);
  `,
  // Damage is noticed. SQLite has no checksums of its own: a flipped bit in a flag would be shown as the truth. `hash`
  // covers what the server said; `guard` what changes here, computed by SQLite itself at each write.
  `
  CREATE TABLE whole (
    account TEXT NOT NULL, id INTEGER NOT NULL, ts INTEGER NOT NULL,
    type INTEGER NOT NULL, severity INTEGER NOT NULL, level INTEGER NOT NULL, subject TEXT NOT NULL,
    seen_server INTEGER NOT NULL, marked INTEGER NOT NULL DEFAULT 0, live INTEGER NOT NULL DEFAULT 1,
    known_seq INTEGER NOT NULL, first_seen_at INTEGER NOT NULL, found_by TEXT NOT NULL, toast TEXT NOT NULL,
    hash INTEGER NOT NULL,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (seen_server + marked * 3 + live * 13 + level * 29 + length(toast) * 131
      + unicode(toast) * 1013 + length(found_by) * 10007 + unicode(found_by) * 100003 + known_seq * 7 + first_seen_at * 11) STORED,
    raw TEXT NOT NULL,
    PRIMARY KEY (account, ts, id)
  );
  INSERT INTO whole (account, id, ts, type, severity, level, subject, seen_server, marked, live, known_seq, first_seen_at,
    found_by, toast, hash, raw)
    SELECT account, id, ts, type, severity, level, subject, seen_server, marked, live, known_seq, first_seen_at, found_by,
    toast, row_hash_before(account, CAST(id AS TEXT), ts, type, severity, subject, raw), raw FROM notification ORDER BY rowid;
  DROP TABLE notification;
  ALTER TABLE whole RENAME TO notification;
  CREATE INDEX by_time ON notification (ts DESC, id DESC);
  CREATE INDEX by_subject ON notification (account, subject, ts) WHERE type = 2 OR type = 3 OR type = 7 OR type = 8;
  CREATE INDEX by_unseen ON notification (ts DESC, id DESC) WHERE live = 1 AND seen_server = 0 AND marked = 0;
  CREATE INDEX by_toast ON notification (account, toast) WHERE toast = 'pending' OR toast = 'held' OR toast = 'showing';
  ALTER TABLE outbox RENAME TO outbox_before;
  CREATE TABLE outbox (account TEXT NOT NULL, id INTEGER NOT NULL, ts INTEGER NOT NULL, batch TEXT NOT NULL,
    tries INTEGER NOT NULL, next_at INTEGER NOT NULL, parked INTEGER NOT NULL DEFAULT 0,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (id % 1000003 * 7 + ts % 1000003 * 13 + parked * 31 + tries * 101 + unicode(account)) STORED,
    PRIMARY KEY (account, id, ts)) WITHOUT ROWID;
  INSERT INTO outbox SELECT * FROM outbox_before;
  DROP TABLE outbox_before;
  ALTER TABLE tally RENAME TO tally_before;
  CREATE TABLE tally (account TEXT NOT NULL, level INTEGER NOT NULL, unseen INTEGER NOT NULL, total INTEGER NOT NULL,
    live INTEGER NOT NULL, server_unseen INTEGER NOT NULL,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (level + unseen * 3 + total * 7 + live * 13 + server_unseen * 31) STORED,
    PRIMARY KEY (account, level)) WITHOUT ROWID;
  INSERT INTO tally SELECT * FROM tally_before;
  DROP TABLE tally_before;
  ALTER TABLE sync RENAME TO sync_before;
  CREATE TABLE sync (account TEXT PRIMARY KEY, horizon INTEGER, lag INTEGER NOT NULL, cursor_ts INTEGER,
    history_complete INTEGER NOT NULL, baseline_ts INTEGER, baseline_set INTEGER NOT NULL, floor_ts INTEGER,
    page_limit INTEGER,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(horizon % 1000003, 7) + lag % 1000003 * 3 + coalesce(cursor_ts % 1000003, 11) * 7
      + history_complete * 13 + coalesce(baseline_ts % 1000003, 17) * 31 + baseline_set * 59 + coalesce(floor_ts % 1000003, 23) * 101) STORED) WITHOUT ROWID;
  INSERT INTO sync SELECT * FROM sync_before;
  DROP TABLE sync_before;
  -- An unreadable item leaves when a page that is the truth about its stamp is without it, or a whole scrub is.
  ALTER TABLE quarantine ADD COLUMN ts INTEGER;
  ALTER TABLE quarantine ADD COLUMN known_seq INTEGER NOT NULL DEFAULT 0;
  `,
  // Search (`search-index.ts`): pieces of three letters, without their places: a third of the size.
  `
  CREATE VIRTUAL TABLE search USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');
  CREATE TABLE search_todo (second INTEGER PRIMARY KEY);
  INSERT INTO meta VALUES ('indexed', 0);
  `,
  // What the user put off: a copy of the alert engine's own list, for the questions of the inbox (`snoozes.ts`).
  `
  CREATE TABLE snooze (account TEXT NOT NULL, id INTEGER NOT NULL, ts INTEGER NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (account, id, ts)) WITHOUT ROWID;
  `,
  // Which severities were met, how often. Queries name the index that they mean, so this one changes no other's plan.
  `CREATE INDEX by_severity ON notification (account, severity);`,
  // The tray names the most urgent of the unseen, however many there are; plain information needs no index of its own.
  `CREATE INDEX by_urgency ON notification (level DESC, ts DESC, id DESC)
    WHERE live = 1 AND seen_server = 0 AND marked = 0 AND level > 0;`,
  // Counted as rows are written: an index of every row for this one question took a tenth of writing a long history.
  `
  DROP INDEX by_severity;
  CREATE TABLE severity_count (account TEXT NOT NULL, severity INTEGER NOT NULL, total INTEGER NOT NULL,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (severity % 1000003 * 3 + total * 7 + unicode(account)) STORED,
    PRIMARY KEY (account, severity)) WITHOUT ROWID;
  INSERT INTO severity_count SELECT account, severity, count(*) FROM notification GROUP BY account, severity;
  `,
  // Words of one or two letters are found by the pieces they begin: entries end in a way that their last letters do, too.
  `
  CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, instance);
  UPDATE meta SET value = 0 WHERE name = 'indexed';
  `,
  // Without the account, whose name is longer than all the rest of an entry: half the size, and read as well. Its places
  // are anywhere in it, and each page that a long history touches is written. Queries name it, or it is not chosen.
  `
  DROP INDEX by_subject;
  CREATE INDEX by_subject ON notification (subject, ts) WHERE type = 2 OR type = 3 OR type = 7 OR type = 8;
  `,
  // With the account: the unseen of one are passed over in the index alone. Looking at each row for it took 0.8 s of
  // a million, in the midst of 20,000 unseen.
  `
  DROP INDEX by_unseen;
  CREATE INDEX by_unseen ON notification (ts DESC, id DESC, account) WHERE live = 1 AND seen_server = 0 AND marked = 0;
  `,
  // A place in the midst of a million rows is found by its day (`days.ts`): passing over half of them to look at each one's
  // level took 0.1 s.
  `
  CREATE TABLE day_count (account TEXT NOT NULL, day INTEGER NOT NULL, level INTEGER NOT NULL, unseen INTEGER NOT NULL,
    total INTEGER NOT NULL,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (day % 1000003 * 3 + level + unseen * 7 + total * 13 + unicode(account)) STORED,
    PRIMARY KEY (account, day, level)) WITHOUT ROWID;
  INSERT INTO day_count SELECT account, (ts - (ts % 86400000000 + 86400000000) % 86400000000) / 86400000000 AS day, level,
    sum(live = 1 AND seen_server = 0 AND marked = 0), count(*) FROM notification GROUP BY account, day, level;
  `,
  // Newest first in the key, too: a long history comes in this order, and what is put at an end moves no other entries. A hash
  // that takes less than half of the time; of a row that was damaged before, one that fits nothing (a hash is never below 0).
  `
  CREATE TABLE newest_first (
    account TEXT NOT NULL, id INTEGER NOT NULL, ts INTEGER NOT NULL,
    type INTEGER NOT NULL, severity INTEGER NOT NULL, level INTEGER NOT NULL, subject TEXT NOT NULL,
    seen_server INTEGER NOT NULL, marked INTEGER NOT NULL DEFAULT 0, live INTEGER NOT NULL DEFAULT 1,
    known_seq INTEGER NOT NULL, first_seen_at INTEGER NOT NULL, found_by TEXT NOT NULL, toast TEXT NOT NULL,
    hash INTEGER NOT NULL,
    guard INTEGER NOT NULL GENERATED ALWAYS AS (seen_server + marked * 3 + live * 13 + level * 29 + length(toast) * 131
      + unicode(toast) * 1013 + length(found_by) * 10007 + unicode(found_by) * 100003 + known_seq * 7 + first_seen_at * 11) STORED,
    raw TEXT NOT NULL,
    PRIMARY KEY (account, ts DESC, id DESC)
  );
  DROP INDEX by_time;
  DROP INDEX by_subject;
  DROP INDEX by_unseen;
  DROP INDEX by_urgency;
  DROP INDEX by_toast;
  INSERT INTO newest_first (account, id, ts, type, severity, level, subject, seen_server, marked, live, known_seq, first_seen_at,
    found_by, toast, hash, raw)
    SELECT account, id, ts, type, severity, level, subject, seen_server, marked, live, known_seq, first_seen_at, found_by, toast,
    CASE WHEN hash IS row_hash_before(account, CAST(id AS TEXT), ts, type, severity, subject, raw)
      AND guard IS (seen_server + marked * 3 + live * 13 + level * 29 + length(toast) * 131
      + unicode(toast) * 1013 + length(found_by) * 10007 + unicode(found_by) * 100003 + known_seq * 7 + first_seen_at * 11)
      AND typeof(seen_server) = 'integer' AND typeof(marked) = 'integer' AND typeof(live) = 'integer' AND typeof(level) = 'integer'
    THEN row_hash(account, CAST(id AS TEXT), ts, type, severity, subject, raw) ELSE -1 END, raw
    FROM notification ORDER BY account, ts DESC, id DESC;
  DROP TABLE notification;
  ALTER TABLE newest_first RENAME TO notification;
  CREATE INDEX by_time ON notification (ts DESC, id DESC);
  CREATE INDEX by_subject ON notification (subject, ts) WHERE type = 2 OR type = 3 OR type = 7 OR type = 8;
  CREATE INDEX by_unseen ON notification (ts DESC, id DESC, account) WHERE live = 1 AND seen_server = 0 AND marked = 0;
  CREATE INDEX by_urgency ON notification (level DESC, ts DESC, id DESC)
    WHERE live = 1 AND seen_server = 0 AND marked = 0 AND level > 0;
  CREATE INDEX by_toast ON notification (account, toast) WHERE toast = 'pending' OR toast = 'held' OR toast = 'showing';
  `,
];

/** The guards as they have to be: what is stored differs where a value was damaged. */
const GUARDS = {
  notification: `(seen_server + marked * 3 + live * 13 + level * 29 + length(toast) * 131
    + unicode(toast) * 1013 + length(found_by) * 10007 + unicode(found_by) * 100003 + known_seq * 7 + first_seen_at * 11)`,
  outbox: '(id % 1000003 * 7 + ts % 1000003 * 13 + parked * 31 + tries * 101 + unicode(account))',
  severity_count: '(severity % 1000003 * 3 + total * 7 + unicode(account))',
  day_count: '(day % 1000003 * 3 + level + unseen * 7 + total * 13 + unicode(account))',
  tally: '(level + unseen * 3 + total * 7 + live * 13 + server_unseen * 31)',
  sync: `(coalesce(horizon % 1000003, 7) + lag % 1000003 * 3 + coalesce(cursor_ts % 1000003, 11) * 7 + history_complete * 13
    + coalesce(baseline_ts % 1000003, 17) * 31 + baseline_set * 59 + coalesce(floor_ts % 1000003, 23) * 101)`,
} as const;

/** To a sum an empty text or blob is 0 as well, and one flipped bit makes one of a 0: these have to be numbers. */
const NUMBERS = {
  notification: ['level', 'seen_server', 'marked', 'live'],
  outbox: ['parked', 'tries'],
  tally: ['level', 'unseen', 'total', 'live', 'server_unseen'],
  sync: ['history_complete', 'baseline_set'],
  severity_count: ['severity', 'total'],
  day_count: ['day', 'level', 'unseen', 'total'],
} as const;

/** 1: a row of this table is as it was written here. Never NULL. */
export const wholeOf = (table: keyof typeof GUARDS): string =>
  `(${[`guard IS ${GUARDS[table]}`, ...NUMBERS[table].map((one) => `typeof(${one}) = 'integer'`)].join(' AND ')})`;
