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
    for (const { type, severity } of kinds)
      database.run(
        // A damaged row keeps its guard: written anew, its flags would pass for the truth.
        `UPDATE notification SET level = ? WHERE type = ? AND severity = ? AND ${wholeOf('notification')}`,
        levelRank(levelOf(type, severity, levels)),
        type,
        severity,
      );
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
