import { fail } from '../../../src-shared/app-error';
import type { Database } from './database';
import { readAgain, readAllAgain } from './damage';
import { damagedMarkAlls } from './mark-all-set';
import { marksAgain } from './marks-again';
import { noteRebuilt } from './rebuilt-note';
import { wholeOf } from './schema';
import { recount } from '../counts/tally';

/** Checked before anything is shown: 20 ms. */
const AT_OPEN = 4 * 1024 * 1024;
/** Checked when nobody asks for anything: a third of a second. A larger file is checked as its rows are read. */
const LATER = 64 * 1024 * 1024;

/**
 * The pages and indexes of a file: a damaged index hides rows without a word.
 * @returns whether it was checked
 * @throws as a damaged file does
 */
export function checkPages(database: Pick<Database, 'get'>, when: 'at-open' | 'later'): boolean {
  const { bytes } = database.get<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  )!;
  if (bytes > (when === 'at-open' ? AT_OPEN : LATER)) return false;
  const { integrity_check: found } = database.get<{ integrity_check: string }>('PRAGMA integrity_check(1)')!;
  if (found !== 'ok') throw fail('storage', { detail: `malformed: ${found}` });
  return true;
}

/**
 * What is small is checked at each opening: a flipped bit there marks another notification as seen, or silences alerts.
 * @param rebuilt it was made anew, and all of it is read again already
 * @returns whether marks were lost, which stands in the history until it was told; and the accounts that have to be read again
 */
export function checkSmall(
  database: Database,
  rebuilt: boolean,
): {
  readonly marksLost: boolean;
  readonly reread: readonly string[];
} {
  const isBad = (table: Parameters<typeof wholeOf>[0]): string => `NOT ${wholeOf(table)}`;
  const accounts = database.all<{ account: string }>(`SELECT account FROM sync WHERE ${isBad('sync')}`);
  const marks = database.get<{ n: number }>(`SELECT count(*) AS n FROM outbox WHERE ${isBad('outbox')}`)!.n;
  const sums = database.get<{ bad: number }>(
    `WITH counted AS MATERIALIZED (SELECT count(*) AS n FROM notification)
     SELECT EXISTS (SELECT 1 FROM tally WHERE ${isBad('tally')})
     OR EXISTS (SELECT 1 FROM severity_count WHERE ${isBad('severity_count')})
     OR EXISTS (SELECT 1 FROM day_count WHERE ${isBad('day_count')})
     OR coalesce((SELECT sum(total) FROM tally), 0) <> n OR coalesce((SELECT sum(total) FROM severity_count), 0) <> n
     OR coalesce((SELECT sum(total) FROM day_count), 0) <> n AS bad
     FROM counted`,
  )!.bad;
  const standing = damagedMarkAlls(database);
  if (accounts.length + marks + sums + standing.length === 0) return { marksLost: false, reread: [] };
  const marksLost = marks + standing.length > 0;
  database.atomically(() => {
    if (marks > 0) {
      database.run(`DELETE FROM outbox WHERE ${isBad('outbox')}`);
      marksAgain(database);
    }
    for (const account of standing) database.run('DELETE FROM mark_all WHERE account = ?', account);
    if (sums > 0) recount(database);
    for (const { account } of accounts) {
      database.run(
        `UPDATE sync SET horizon = NULL, lag = 600000000, cursor_ts = NULL, history_complete = 0, baseline_ts = NULL,
         baseline_set = 1, floor_ts = NULL WHERE account = ?`,
        account,
      );
      readAgain(database, account, -Infinity);
    }
    if (marksLost) noteRebuilt(database, true);
    if (marksLost && !rebuilt) readAllAgain(database);
  });
  return { marksLost, reread: accounts.map(({ account }) => account) };
}
