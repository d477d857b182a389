import { DatabaseSync } from '@photostructure/sqlite';
import { existsSync } from 'node:fs';
import { readAgain, readAllAgain } from './damage';
import type { Database } from './database';
import { marksAgain } from './marks-again';
import { noteRebuilt } from './rebuilt-note';
import { insert, readTable, takeRows } from './salvage-rows';
import { wholeOf } from './schema';
import { isKeptFromUs, storageFailure } from './sqlite-error';
import { recount } from '../counts/tally';

type Connection = InstanceType<typeof DatabaseSync>;

/**
 * Takes over what can be read and is whole: first the marks on their way, then how far the accounts were, then rows
 * with what is known of their alerts. The rest comes from the server; what is not above the newest row taken over
 * alerts nothing (the baseline rule). One transaction, and in it stands that it is to be told. Never throws for what is damaged.
 * @param lostCommits the damaged one's log has lost what was written last
 * @throws as SQLite does where the damaged one is there and cannot be had now: held by somebody, or not ours to read
 */
export function salvage(file: string, into: Database, lostCommits: boolean): void {
  const from = openDamaged(file);
  const all = (): void => {
    const marksLost = from === undefined || take(from, into);
    if (lostCommits) readAllAgain(into);
    noteRebuilt(into, marksLost || lostCommits);
  };
  try {
    into.transaction(all);
  } catch (error) {
    if (storageFailure(error)) throw error;
    // A value that nobody thought of: better without what it was than no history at all.
    into.transaction(() => noteRebuilt(into, true));
  } finally {
    try {
      from?.close();
    } catch {
      // It is damaged; nothing is left to be done with it.
    }
  }
}

function openDamaged(file: string): Connection | undefined {
  if (!existsSync(file)) return undefined;
  let from: Connection | undefined;
  try {
    from = new DatabaseSync(file);
    from.exec('PRAGMA query_only = 1; PRAGMA busy_timeout = 2000');
    from.prepare('SELECT count(*) FROM sqlite_master').get();
    return from;
  } catch (error) {
    from?.close();
    if (isKeptFromUs(error)) throw error;
    return undefined;
  }
}

/** @returns whether marks that the server has not confirmed may have been in what could not be read */
function take(from: Connection, into: Database): boolean {
  const outbox = readTable(
    from,
    `SELECT account, CAST(id AS TEXT) AS id, ts, batch, tries, next_at, parked FROM outbox WHERE ${wholeOf('outbox')}`,
  );
  const all = readTable(from, 'SELECT count(*) AS n FROM outbox').rows[0]?.['n'];
  for (const row of outbox.rows) insert(into, 'outbox', OUTBOX, { ...row, id: BigInt(String(row['id'])) });
  const standing = readTable(from, 'SELECT * FROM mark_all');
  for (const row of standing.rows) insert(into, 'mark_all', ['account', 'sent', 'keys'], row);
  const states = readTable(from, 'SELECT * FROM alert_state');
  for (const row of states.rows) insert(into, 'alert_state', ['account', 'json', 'version'], row);
  // Accounts that go, or become an archive, go on doing so: nothing is sent for them.
  const notes = readTable(
    from,
    `SELECT name, value FROM meta WHERE name = 'rebuilt' OR name LIKE 'forget %' OR name LIKE 'archive %' OR name LIKE 'leave %' OR name LIKE 'keep %'`,
  );
  for (const row of notes.rows) insert(into, 'meta', ['name', 'value'], row);
  const whole = takeRows(from, into);
  for (const row of readTable(from, `SELECT * FROM sync WHERE ${wholeOf('sync')}`).rows)
    insert(into, 'sync', SYNC, row);
  if (notes.whole) marksAgain(into);
  const dropped = notes.whole ? 0 : dropMarks(into);
  settle(into, whole);
  return !outbox.whole || outbox.rows.length !== all || !standing.whole || dropped > 0;
}

const OUTBOX = ['account', 'id', 'ts', 'batch', 'tries', 'next_at', 'parked'];
const SYNC = [
  'account',
  'horizon',
  'lag',
  'baseline_ts',
  'baseline_set',
  'floor_ts',
  'page_limit',
  'history_complete',
];

/** Which accounts go is not known: a row that waits and has no mark on its way may be one of a server that is asked no more. */
const dropMarks = (into: Database): number =>
  into.run(
    `UPDATE notification SET marked = 0 WHERE marked = 1 AND NOT EXISTS
     (SELECT 1 FROM outbox WHERE outbox.account = notification.account AND outbox.id = notification.id AND outbox.ts = notification.ts)`,
  );

/** What follows from the rows is made anew. */
function settle(into: Database, whole: boolean): void {
  const seq = into.get<{ n: number | null }>('SELECT max(known_seq) AS n FROM notification')!.n ?? 0;
  into.run(`UPDATE meta SET value = max(value, ?) WHERE name = 'seq'`, seq + 1);
  // An archive has none: who adds it again begins with a first look.
  into.run(
    `INSERT OR IGNORE INTO sync (account, lag, history_complete, baseline_set) SELECT DISTINCT account, 600000000, 0, 1 FROM notification WHERE live = 1`,
  );
  into.run(
    `INSERT INTO subject SELECT account, subject, type, ts, max(ts) FROM notification WHERE subject LIKE 'agent:%' GROUP BY account, subject`,
  );
  recount(into);
  for (const { account } of into.all<{ account: string }>('SELECT account FROM sync'))
    readAgain(into, account, whole ? -Infinity : Infinity);
}
