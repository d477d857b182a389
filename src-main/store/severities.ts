import { createHash } from 'node:crypto';
import { levelOf, levelRank, type SeverityLevels } from '../../src-shared/notification';
import type { SeverityPlace, SeverityStretch } from '../core/store-port';
import type { Database } from './database';
import { GUARDS } from './schema';
import { recount } from './tally';

/** Entries of the index at once: 6 ms. */
const STEP = 50_000;

/** Rows of one severity, from where the last stretch ended; at its end the next higher severity that was met. */
export function countSeverities(
  database: Database,
  account: string,
  after: SeverityPlace | null,
): SeverityStretch {
  if (after) {
    const { count, rowid } = database.get<{ count: number; rowid: number | null }>(
      `SELECT count(*) AS count, max(rowid) AS rowid FROM (SELECT rowid FROM notification INDEXED BY by_severity
       WHERE account = ? AND severity = ? AND rowid > ? ORDER BY rowid LIMIT ? + 0)`,
      account,
      after.severity,
      after.rowid,
      STEP,
    )!;
    if (rowid !== null) return { severity: after.severity, rowid, count };
  }
  const above = after === null ? '' : 'AND severity > ?';
  const next = database.get<{ severity: number | null }>(
    `SELECT min(severity) AS severity FROM notification INDEXED BY by_severity WHERE account = ? ${above}`,
    account,
    ...(after === null ? [] : [after.severity]),
  )!.severity;
  return next === null ? null : { severity: next, rowid: 0, count: 0 };
}

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
        `UPDATE notification SET level = ? WHERE type = ? AND severity = ? AND guard = ${GUARDS.notification}`,
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
