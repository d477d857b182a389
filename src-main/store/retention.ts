import type { Keep } from '../../src-shared/preferences';
import { TYPES } from '../../src-shared/notification';
import type { Retained, RetainMessage } from '../core/store-port';
import type { Database } from './file/database';
import { counted, type Known } from './pages/row-state';
import { rowsWent } from './inbox/search-index';
import { createTally } from './counts/tally';

const DAY = 86_400_000_000; // µs
/** Rows looked at in one call: a few milliseconds, then the thread answers others. */
const STEP = 250;
/** By which preference the floor of an account stands: in the table `meta`, as a number. */
export const keepNoteOf = (account: string): string => `keep ${account}`;
const numberOf = (keep: Keep): number =>
  keep.by === 'all' ? 0 : keep.by === 'days' ? keep.days : -keep.items;
/** What begins an outage, and what ends it. */
const ENDS: { readonly [began: number]: number } = {
  [TYPES.agentOffline]: TYPES.agentOnline,
  [TYPES.taskFailed]: TYPES.taskSucceeded,
};

interface Old extends Known {
  readonly rowid: number;
  readonly id: string;
  readonly ts: number;
  readonly type: number;
  readonly subject: string;
  /** 1: unseen, its mark is on its way or refused, or its alert is not settled. */
  readonly needed: number;
}

/**
 * Moves the floor of an account's history and deletes a few rows below it (sync.md, Retention): never one that is unseen,
 * that has a mark on its way or refused, whose alert is not settled, nor the start of an outage that still lasts.
 * Writes nothing where nothing is due.
 */
export function retain(database: Database, { account, keep, now, after }: RetainMessage): Retained {
  const state = database.get<{ floor: number | null; horizon: number | null }>(
    'SELECT floor_ts AS floor, horizon FROM sync WHERE account = ?',
    account,
  );
  if (!state) return { deleted: 0, next: null, reread: false };
  const wanted = floorOf(database, account, keep, now, state.horizon);
  const before = state.floor ?? -Infinity;
  // Only where the person keeps more may it go down. Noted, since a poll that sees to it may be many starts away.
  const kept = database.get<{ value: number }>('SELECT value FROM meta WHERE name = ?', keepNoteOf(account));
  const reread = kept !== undefined && kept.value !== numberOf(keep) && (wanted ?? -Infinity) < before - DAY;
  if (reread || kept?.value !== numberOf(keep))
    database.transaction(() => {
      if (reread) lower(database, account, wanted, before);
      database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', keepNoteOf(account), numberOf(keep));
    });
  if (reread) return { deleted: 0, next: null, reread: true };
  const floor = Math.max(before, wanted ?? -Infinity);
  if (floor === -Infinity || markAllStands(database, account))
    return { deleted: 0, next: null, reread: false };
  const rows = below(database, account, floor, after);
  const going = rows.filter((row) => row.needed === 0 && !lasts(database, account, row));
  // It moves with what is deleted, else once a day: an hour without anything due writes nothing.
  const moves = floor > before && (going.length > 0 || floor - before >= DAY);
  if (going.length > 0 || moves)
    database.transaction(() => {
      const tally = createTally(database, account);
      for (const row of going) {
        database.run(
          'DELETE FROM verdict WHERE account = ? AND id = ? AND ts = ?',
          account,
          BigInt(row.id),
          row.ts,
        );
        database.run('DELETE FROM notification WHERE rowid = ?', row.rowid);
        tally.drop(row.ts, counted(row));
      }
      tally.save();
      rowsWent(
        database,
        going.map(({ ts }) => ts),
      );
      if (moves) database.run('UPDATE sync SET floor_ts = ? WHERE account = ?', floor, account);
    });
  return { deleted: going.length, next: rows.length < STEP ? null : placeOf(rows.at(-1)!), reread: false };
}

/** What lies between comes from the server again. It was here before: it alerts no more than what came before the first look. */
function lower(database: Database, account: string, floor: number | null, before: number): void {
  database.run(
    `UPDATE sync SET floor_ts = ?1, cursor_ts = NULL, history_complete = 0, baseline_ts = max(coalesce(baseline_ts, ?3), ?3)
     WHERE account = ?2`,
    floor,
    account,
    before - 1, // what is at the floor itself was not let go of
  );
}

/** µs; `null`: everything is kept. Time is the server's as far as it is known: a clock of ours that runs ahead deletes nothing. */
function floorOf(
  database: Database,
  account: string,
  keep: Keep,
  now: number,
  horizon: number | null,
): number | null {
  if (keep.by === 'all') return null;
  if (keep.by === 'days') {
    const newest = database.get<{ ts: number | null }>(
      'SELECT max(ts) AS ts FROM notification WHERE account = ?',
      account,
    )!.ts;
    const today = Math.min(now * 1000, horizon ?? newest ?? -Infinity);
    return Number.isFinite(today) ? today - keep.days * DAY : null;
  }
  const { n } = database.get<{ n: number }>(
    'SELECT coalesce(sum(total), 0) AS n FROM tally WHERE account = ?',
    account,
  )!;
  // Above the horizon are rows that no walk has come down to yet: what it will find between them has to be told.
  if (n <= keep.items || horizon === null) return null;
  // Counted from the end that is nearer: a million entries take 20 ms.
  const [order, skip] = n - keep.items < keep.items ? ['ASC', n - keep.items] : ['DESC', keep.items - 1];
  const nth = database.get<{ ts: number }>(
    `SELECT ts FROM notification WHERE account = ? ORDER BY ts ${order}, notification.id ${order} LIMIT 1 OFFSET ? + 0`,
    account,
    Number(skip),
  );
  return nth ? Math.min(nth.ts, horizon) : null;
}

/** Not known to be done: its rows stay, seen or not, until each of them was looked for. */
const markAllStands = (database: Database, account: string): boolean =>
  database.get('SELECT 1 FROM mark_all WHERE account = ? AND sent = 0', account) !== undefined;

const placeOf = ({ ts, id }: Old): Retained['next'] => ({ ts, id });

const below = (database: Database, account: string, floor: number, after: RetainMessage['after']): Old[] =>
  database.all<Old>(
    `SELECT rowid, CAST(id AS TEXT) AS id, ts, type, subject, level, severity, seen_server, marked, live, raw,
     (live = 1 AND seen_server = 0 AND marked = 0) OR marked IN (1, 2) OR toast IN ('pending', 'held', 'showing') AS needed
     FROM notification WHERE account = ? AND ts < ? AND (ts, id) > (?, ?) ORDER BY ts, notification.id LIMIT ? + 0`,
    account,
    floor,
    after?.ts ?? Number.MIN_SAFE_INTEGER,
    BigInt(after?.id ?? 0),
    STEP,
  );

/** An outage without an end here; of an agent that was said to be offline more than once, also where it began. */
function lasts(database: Database, account: string, { type, subject, ts, live }: Old): boolean {
  if (type === TYPES.agentOffline && isStart(database, account, subject, ts)) return true;
  const end = ENDS[type];
  if (end === undefined || live === 0 || subject.startsWith('item:')) return false;
  const next = database.get(
    `SELECT 1 FROM notification INDEXED BY by_subject WHERE account = ? AND subject = ? AND ts > ? AND (type = 2 OR type = 3 OR type = 7 OR type = 8)
     AND type IN (?, ?) LIMIT 1`,
    account,
    subject,
    ts,
    type,
    end,
  );
  return next === undefined;
}

/** "Down since" and the list of what is down name this row. */
const isStart = (database: Database, account: string, subject: string, ts: number): boolean =>
  database.get(
    `SELECT 1 FROM subject WHERE account = ? AND key = ? AND state = ${TYPES.agentOffline} AND since = ?`,
    account,
    subject,
    ts,
  ) !== undefined;
