import { levelOf, levelRank, type SeverityLevels } from '../../src-shared/notification';
import type { SeverityPlace, SeverityStretch } from '../core/store-port';
import type { Database } from './database';
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
       WHERE account = ? AND severity = ? AND rowid > ? ORDER BY rowid LIMIT ?)`,
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

/** A severity was given another meaning: every row gets its level anew, and the counts with it. */
export function relevel(database: Database, levels: SeverityLevels): void {
  database.transaction(() => {
    const kinds = database.all<{ type: number; severity: number }>(
      'SELECT DISTINCT type, severity FROM notification',
    );
    for (const { type, severity } of kinds)
      database.run(
        'UPDATE notification SET level = ? WHERE type = ? AND severity = ?',
        levelRank(levelOf(type, severity, levels)),
        type,
        severity,
      );
    recount(database);
  });
}
