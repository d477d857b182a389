import { fail } from '../../src-shared/app-error';
import type { NotificationKey } from '../../src-shared/notification';
import type { DueMark, MarkOutcome } from '../core/store-port';
import type { Database } from './file/database';
import { readAgain } from './file/damage';
import { readKeys } from './file/mark-all-set';
import { noteRebuilt, toldRebuilt } from './file/rebuilt-note';
import { counted, KNOWN, type Known } from './pages/row-state';
import { createTally } from './counts/tally';

/** Marks that the server has not confirmed. A row in here is shown as seen. */
export function createOutbox(database: Database) {
  /** Moves one row's mark and its counts. To be called within a transaction. */
  function setRow(account: string, id: string, ts: number, change: Partial<Known>): boolean {
    const known = database.get<Known>(KNOWN, account, BigInt(id), ts);
    if (!known) return false;
    const after = { ...known, ...change };
    const tally = createTally(database, account);
    database.run(
      'UPDATE notification SET seen_server = ?, marked = ?, live = ? WHERE account = ? AND id = ? AND ts = ?',
      after.seen_server,
      after.marked,
      after.live,
      account,
      BigInt(id),
      ts,
    );
    tally.move(ts, counted(known), counted(after));
    tally.save();
    return true;
  }

  function put({ account, id, ts }: NotificationKey, batch: string, notBefore: number): boolean {
    const known = database.get<Known>(KNOWN, account, BigInt(id), ts);
    if (!known || known.seen_server === 1 || known.marked !== 0) return false;
    database.run(
      'INSERT OR REPLACE INTO outbox VALUES (?, ?, ?, ?, 0, ?, 0)',
      account,
      BigInt(id),
      ts,
      batch,
      notBefore,
    );
    return setRow(account, id, ts, { marked: 1 });
  }

  /**
   * A row that the user saw and that is not here: lost with a damaged file while the click waited. It gets its mark as it comes
   * again (`meet`). What retention let go of is seen, and what has no place in `sync` is asked no more.
   */
  const putWithoutRow = ({ account, id, ts }: NotificationKey, batch: string, notBefore: number): boolean =>
    database.get(KNOWN, account, BigInt(id), ts) === undefined &&
    database.run(
      `INSERT OR IGNORE INTO outbox SELECT ?1, ?2, ?3, ?4, 0, ?5, 0 FROM sync WHERE account = ?1 AND (floor_ts IS NULL OR floor_ts <= ?3)`,
      account,
      BigInt(id),
      ts,
      batch,
      notBefore,
    ) > 0;

  /**
   * Refused marks of rows that are not here (lost with a damaged file) and not on the server either: all was read since, so there is
   * nothing to show them on. Below the floor a row may still come with the walk of the unseen.
   */
  const endWithoutRow = (account: string): void =>
    void database.run(
      `DELETE FROM outbox WHERE account = ? AND parked = 1
       AND EXISTS (SELECT 1 FROM sync WHERE sync.account = outbox.account AND history_complete = 1 AND (floor_ts IS NULL OR outbox.ts >= floor_ts))
       AND NOT EXISTS (SELECT 1 FROM notification WHERE notification.account = outbox.account AND notification.id = outbox.id AND notification.ts = outbox.ts)`,
      account,
    );

  return {
    /** To be called within a transaction. */
    put,
    endWithoutRow,
    add: (keys: readonly NotificationKey[], batch: string, notBefore: number): number =>
      database.transaction(
        () => keys.filter((key) => put(key, batch, notBefore) || putWithoutRow(key, batch, notBefore)).length,
      ),

    takeBack: (batch: string, now: number): number =>
      database.transaction(() => {
        const waiting = database.all<NotificationKey>(
          'SELECT account, CAST(id AS TEXT) AS id, ts FROM outbox WHERE batch = ? AND tries = 0 AND next_at > ?',
          batch,
          now,
        );
        for (const { account, id, ts } of waiting) {
          database.run('DELETE FROM outbox WHERE account = ? AND id = ? AND ts = ?', account, BigInt(id), ts);
          setRow(account, id, ts, { marked: 0 });
        }
        return waiting.length;
      }),

    release: (now: number): void =>
      void database.run(
        'UPDATE outbox SET next_at = ? WHERE tries = 0 AND parked = 0 AND next_at > ?',
        now,
        now,
      ),

    due: (account: string, now: number, limit: number): DueMark[] =>
      database.all<DueMark>(
        'SELECT CAST(id AS TEXT) AS id, ts, tries FROM outbox WHERE account = ? AND parked = 0 AND next_at <= ? ORDER BY next_at, ts LIMIT ? + 0',
        account,
        now,
        limit,
      ),

    /** ms; `null`: none waits. */
    nextAt: (account: string): number | null =>
      database.get<{ at: number | null }>(
        'SELECT min(next_at) AS at FROM outbox WHERE account = ? AND parked = 0',
        account,
      )!.at,

    settle: (account: string, { id, ts }: DueMark, outcome: MarkOutcome): void =>
      database.transaction(() => {
        const where = [account, BigInt(id), ts] as const;
        if (outcome.state === 'later') {
          database.run(
            'UPDATE outbox SET tries = tries + 1, next_at = ? WHERE account = ? AND id = ? AND ts = ?',
            outcome.at,
            ...where,
          );
        } else if (outcome.state === 'parked') {
          // Met seen while it was on its way: then it has ended already.
          const isThere =
            database.run('UPDATE outbox SET parked = 1 WHERE account = ? AND id = ? AND ts = ?', ...where) >
            0;
          if (isThere && !setRow(account, id, ts, { marked: 2 })) endWithoutRow(account);
        } else {
          database.run('DELETE FROM outbox WHERE account = ? AND id = ? AND ts = ?', ...where);
          setRow(account, id, ts, { marked: 3, seen_server: 1 });
        }
      }),

    /** After a clock jump or at start: no mark waits longer than 5 min from now. */
    clamp: (now: number): void =>
      void database.run('UPDATE outbox SET next_at = ? WHERE next_at > ?', now + 300_000, now + 300_000),

    gone: (account: string, id: string, ts: number): void =>
      database.transaction(() => {
        database.run(
          'UPDATE outbox SET parked = 1 WHERE account = ? AND id = ? AND ts = ?',
          account,
          BigInt(id),
          ts,
        );
        const known = database.get<Known>(KNOWN, account, BigInt(id), ts);
        setRow(account, id, ts, { live: 0, marked: known?.marked === 1 ? 2 : (known?.marked ?? 0) });
      }),
  };
}

interface Unseen {
  id: string;
  ts: number;
}

/** "Mark all as seen": durable before the POST, so that a crash knows what the user was shown (sync.md). */
export function createMarkAll(
  database: Database,
  outbox: ReturnType<typeof createOutbox>,
  onMarksLost: () => void = () => undefined,
) {
  const unseen = (account: string): Unseen[] =>
    database.all<Unseen>(
      'SELECT CAST(id AS TEXT) AS id, ts FROM notification WHERE account = ? AND live = 1 AND seen_server = 0 AND marked = 0',
      account,
    );
  return {
    begin: (account: string, most = Infinity): number =>
      database.transaction(() => {
        const keys = unseen(account);
        if (keys.length > most) throw fail('grew');
        const json = JSON.stringify(keys.map(({ id, ts }) => [id, ts]));
        database.run('INSERT OR REPLACE INTO mark_all VALUES (?, 0, ?)', account, json);
        return keys.length;
      }),
    sent: (account: string): void =>
      void database.run('UPDATE mark_all SET sent = 1 WHERE account = ?', account),
    /** After a complete walk: had the POST no 2xx, what of the set is still unseen goes out one by one. */
    end(account: string, now: number | null): void {
      const isWhole = database.transaction(() => {
        const row = database.get<{ keys: unknown; sent: number }>(
          'SELECT keys, sent FROM mark_all WHERE account = ?',
          account,
        );
        const keys = row?.sent === 0 && now !== null ? readKeys(row.keys) : [];
        for (const [id, ts] of keys ?? []) outbox.put({ account, id, ts }, `mark-all-${now}`, now!);
        database.run('DELETE FROM mark_all WHERE account = ?', account);
        // Retention waits for it: one that is not there is a damaged name of another.
        const whole =
          keys?.every(([id, ts]) => database.get(KNOWN, account, BigInt(id), ts) !== undefined) ?? false;
        if (!whole) {
          readAgain(database, account, -Infinity);
          noteRebuilt(database, true);
        }
        return whole;
      });
      if (isWhole) return;
      onMarksLost();
      toldRebuilt(database);
    },
  };
}
