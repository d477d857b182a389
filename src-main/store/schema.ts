/**
 * The local history, by version. Migrations go forward only; a file of a newer version is refused, not wiped.
 * Accounts, secrets and preferences are elsewhere: this file may be thrown away and rebuilt from the server.
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
];
