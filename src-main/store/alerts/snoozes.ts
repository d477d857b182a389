import type { Filter } from '../../../src-shared/filter';
import { levelRank, type NotificationKey } from '../../../src-shared/notification';
import type { Snooze } from '../../core/store-port';
import { SHOWN_UNSEEN } from '../inbox/condition';
import type { Database } from '../file/database';

interface SnoozeRow extends NotificationKey {
  readonly until: number;
}

/** As long as nothing is put off, nothing has to be asked. */
export const anySnoozed = (database: Database): boolean =>
  database.get('SELECT 1 AS "some" FROM snooze LIMIT 1') !== undefined;

/** Wall ms; `null`: it is not put off. */
export const snoozedUntil = (
  database: Database,
  { account, id, ts }: { readonly account: string; readonly id: string; readonly ts: number },
): number | null =>
  database.get<{ until: number }>(
    'SELECT until FROM snooze WHERE account = ? AND id = ? AND ts = ?',
    account,
    BigInt(id),
    ts,
  )?.until ?? null;

export const snoozedOf = (database: Database, keys: readonly NotificationKey[]): readonly Snooze[] =>
  keys.flatMap((key) => {
    const until = snoozedUntil(database, key);
    return until === null ? [] : [{ key, until }];
  });

/** Makes the table say the same as the engine's list. To be called within a transaction. */
export function alignSnoozes(database: Database, wanted: readonly Snooze[]): void {
  database.run('DELETE FROM snooze');
  for (const { key, until } of wanted)
    database.run('INSERT INTO snooze VALUES (?, ?, ?, ?)', key.account, BigInt(key.id), key.ts, until);
}

export function differs(database: Database, wanted: readonly Snooze[]): boolean {
  const there = database.all<SnoozeRow>('SELECT account, CAST(id AS TEXT) AS id, ts, until FROM snooze');
  const text = (key: NotificationKey, until: number): string => `${key.account}/${key.id}/${key.ts}/${until}`;
  const known = new Set(there.map((row) => text(row, row.until)));
  return there.length !== wanted.length || wanted.some(({ key, until }) => !known.has(text(key, until)));
}

/** Of the unseen rows that a filter has, those that are put off: few, so they are simply counted. */
export function countSnoozed(
  database: Database,
  { account, level }: Pick<Filter, 'account' | 'level'>,
): number {
  return database.get<{ n: number }>(
    `SELECT count(*) AS n FROM snooze CROSS JOIN notification USING (account, id, ts) WHERE ${SHOWN_UNSEEN} AND level >= ?
     ${account === undefined ? '' : 'AND account = ?'}`,
    level ? levelRank(level) : 0,
    ...(account === undefined ? [] : [account]),
  )!.n;
}

export interface SnoozeSum {
  readonly account: string;
  readonly level: number;
  readonly n: number;
  /** Wall ms of the first that comes back. */
  readonly first: number;
}

/** What the counts of the unseen leave out. */
export const snoozeSums = (database: Database): readonly SnoozeSum[] =>
  database.all<SnoozeSum>(
    `SELECT account, level, count(*) AS n, min(until) AS first FROM snooze CROSS JOIN notification USING (account, id, ts)
     WHERE ${SHOWN_UNSEEN} GROUP BY account, level`,
  );
