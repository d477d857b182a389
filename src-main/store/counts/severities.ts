import { createHash } from 'node:crypto';
import { levelOf, levelRank, type SeverityLevels } from '../../../src-shared/notification';
import type { SeverityRows } from '../../core/store-port';
import type { Database } from '../file/database';
import { wholeOf } from '../file/schema';
import { recount } from './tally';

/** How many of an account's rows have which severity, lowest first; the first `most` of them. */
export const countSeverities = (database: Database, account: string, most: number): readonly SeverityRows[] =>
  database.all<SeverityRows>(
    'SELECT severity, total AS count FROM severity_count WHERE account = ? AND total > 0 ORDER BY severity LIMIT ? + 0',
    account,
    most,
  );

/** What a row's level is to be. */
const MEANT = `(SELECT meaning.level FROM temp.meaning
  WHERE meaning.type = notification.type AND meaning.severity = notification.severity)`;

/**
 * Severities have these meanings: where they had others before, every row gets its level anew, and the counts with it.
 * What they are may have changed while nobody looked: an administrator's file, one edited by hand.
 * @returns whether they had others
 */
export function relevel(database: Database, levels: SeverityLevels): boolean {
  const mark = markOf(levels);
  const before = database.get<{ value: number }>(`SELECT value FROM meta WHERE name = 'levels'`)?.value;
  if (mark === (before ?? markOf({}))) return false;
  database.transaction(() => {
    const kinds = database.all<{ type: number; severity: number }>(
      'SELECT DISTINCT type, severity FROM notification',
    );
    // In one go: a server that puts a measure there has thousands of kinds, and each would be a look at every row.
    database.run(
      'CREATE TEMP TABLE meaning (type INTEGER, severity INTEGER, level INTEGER, PRIMARY KEY (type, severity)) WITHOUT ROWID',
    );
    database.run(
      // What a disk has damaged may not be a number.
      `INSERT OR IGNORE INTO temp.meaning SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
      JSON.stringify(
        kinds.map(({ type, severity }) => [type, severity, levelRank(levelOf(type, severity, levels))]),
      ),
    );
    database.run(
      // A damaged row keeps its guard: written anew, its flags would pass for the truth.
      `UPDATE notification SET level = ${MEANT} WHERE level <> ${MEANT} AND ${wholeOf('notification')}`,
    );
    database.run('DROP TABLE temp.meaning');
    recount(database);
    database.run(`INSERT OR REPLACE INTO meta VALUES ('levels', ?)`, mark);
  });
  return true;
}

/** Some row may have another level than its severity means: the next `relevel` makes them all anew. */
export const forgetMeanings = (database: Database): void =>
  void database.run(`INSERT OR REPLACE INTO meta VALUES ('levels', ?)`, NO_MEANINGS);
/** Of no meanings at all: a mark is never below 0. */
const NO_MEANINGS = -1;

/** A number that stands for these meanings, in whatever order they are given. */
function markOf(levels: SeverityLevels): number {
  const text = Object.entries(levels)
    .map(([severity, level]) => `${severity}=${level}`)
    .toSorted()
    .join();
  return createHash('sha256').update(text).digest().readUIntBE(0, 6);
}
