import type { Database } from './file/database';
import { counted, type Known } from './pages/row-state';
import { rowsWent } from './inbox/search-index';
import { createTally } from './counts/tally';
import { keepNoteOf } from './retention';

// An account goes, or becomes an archive. Both may be about a million rows: a few at a time, and the thread answers others in
// between. What is to be done stands in the file, so that an end in the middle of it is no end of it.

/** Rows in one step: some milliseconds. */
const STEP = 250;
/** What is about an account's server, and not about what it said. */
const OF_THE_SERVER = ['subject', 'quarantine', 'outbox', 'mark_all', 'sync', 'alert_state', 'snooze'];
const COUNTS = ['tally', 'severity_count', 'day_count'];

type Act = 'forget' | 'archive' | 'leave';
const noteOf = (act: Act, account: string): string => `${act} ${account}`;

/** @param at where it goes on; `null`: it is done */
function note(database: Database, act: Act, account: string, at: number | null): void {
  if (at === null) database.run('DELETE FROM meta WHERE name = ?', noteOf(act, account));
  else database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', noteOf(act, account), at);
}

/**
 * An account is about to be removed. It stands here before the file of accounts lets go of it, so that what comes between
 * the two costs neither an account that stays its history nor leaves rows that are nobody's.
 */
export const leave = (database: Database, account: string): void => note(database, 'leave', account, 0);
/** It stays after all. */
export const stay = (database: Database, account: string): void => note(database, 'leave', account, null);

/** Accounts of which something is still to be done. */
export const unfinished = (database: Database, act: Act): readonly string[] =>
  database
    .all<{ name: string }>('SELECT name FROM meta WHERE name LIKE ?', `${act} %`)
    .map(({ name }) => name.slice(act.length + 1));

function leaveServer(database: Database, account: string): void {
  for (const table of OF_THE_SERVER) database.run(`DELETE FROM ${table} WHERE account = ?`, account);
  database.run('DELETE FROM meta WHERE name = ?', keepNoteOf(account));
}

/** What waited to be told of it is not told any more, wherever it stands. */
const tellNothing = (database: Database, account: string): void =>
  void database.run(
    `UPDATE notification SET toast = 'skip' WHERE account = ? AND (toast = 'pending' OR toast = 'held' OR toast = 'showing')`,
    account,
  );

interface Going extends Omit<Known, 'raw'> {
  readonly rowid: number;
  readonly ts: number;
}

/**
 * Deletes what is kept of an account, the newest first: the rest goes while nobody asks for anything.
 * @param most rows @returns whether there is more
 */
export function forget(database: Database, account: string, most = STEP): boolean {
  return database.transaction(() => {
    leaveServer(database, account);
    tellNothing(database, account);
    const rows = database.all<Going>(
      `SELECT rowid, ts, level, severity, seen_server, marked, live FROM notification WHERE account = ?
       ORDER BY ts DESC, notification.id DESC LIMIT ? + 0`,
      account,
      most,
    );
    const tally = createTally(database, account);
    for (const row of rows) {
      database.run('DELETE FROM notification WHERE rowid = ?', row.rowid);
      tally.drop(row.ts, counted(row));
    }
    tally.save();
    rowsWent(
      database,
      rows.map(({ ts }) => ts),
    );
    const verdicts = database.run(
      'DELETE FROM verdict WHERE rowid IN (SELECT rowid FROM verdict WHERE account = ? LIMIT ? + 0)',
      account,
      most,
    );
    const more = rows.length === most || verdicts === most;
    if (!more) for (const table of COUNTS) database.run(`DELETE FROM ${table} WHERE account = ?`, account);
    note(database, 'forget', account, more ? 0 : null);
    stay(database, account);
    return more;
  });
}

/**
 * What was read stays, as no longer on a server. A mark that the server has not confirmed (1, 2) is none: the row is what it
 * was there. @returns whether there is more
 */
function archive(database: Database, account: string): boolean {
  return database.transaction(() => {
    leaveServer(database, account);
    tellNothing(database, account);
    const from = database.get<{ value: number }>(
      'SELECT value FROM meta WHERE name = ?',
      noteOf('archive', account),
    )?.value;
    const rows = database.all<Going>(
      `SELECT rowid, ts, level, severity, seen_server, marked, live FROM notification WHERE account = ? AND ts <= ? AND (live = 1 OR marked IN (1, 2)) ORDER BY ts DESC LIMIT ? + 0`,
      account,
      from ?? Number.MAX_SAFE_INTEGER,
      STEP * 2,
    );
    database.run(
      `UPDATE notification SET live = 0, marked = CASE WHEN marked = 3 THEN 3 ELSE 0 END
       WHERE rowid IN (SELECT value FROM json_each(?))`,
      JSON.stringify(rows.map(({ rowid }) => rowid)),
    );
    // Moved with each part: counting a million rows anew would keep others waiting for a second.
    const tally = createTally(database, account);
    for (const row of rows)
      tally.move(row.ts, counted(row), counted({ ...row, live: 0, marked: row.marked === 3 ? 3 : 0 }));
    tally.save();
    const more = rows.length === STEP * 2;
    stay(database, account);
    note(database, 'archive', account, more ? rows.at(-1)!.ts : null);
    return more;
  });
}

/** Archives in this history, also those that a disk or the end of an earlier run broke off. */
export function createArchives(database: Database) {
  const left = new Set(unfinished(database, 'archive'));
  return {
    brokenOff: (): readonly string[] => [...left],
    /** @param goOn no new one is begun: where somebody was quicker it is whole, and what is there is another inbox's @returns whether there is more */
    step(account: string, goOn: boolean): boolean {
      if (goOn && !left.has(account)) return false;
      const more = archive(database, account);
      if (more) left.add(account);
      else left.delete(account);
      return more;
    },
    /** The rule is that one is whole before its account is asked anything; where somebody was quicker, it is made so at once. */
    finish(account: string): void {
      if (!left.has(account)) return;
      while (archive(database, account));
      left.delete(account); // only now: where the disk refuses, the next page tries again
    },
  };
}
