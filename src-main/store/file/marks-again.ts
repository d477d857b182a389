import { unfinished } from '../let-go';
import { CHECKS, isWhole, type Checked } from './damage';
import type { Database } from './database';

/**
 * Marks are in two places: a whole row that waits and has none on its way gets it back. To be called within a transaction. Not
 * where its account goes, or becomes an archive: what still waits there was meant for a server that is asked no more.
 */
export function marksAgain(database: Database): void {
  const going = new Set([...unfinished(database, 'forget'), ...unfinished(database, 'archive')]);
  const waiting = database.all<Checked>(
    `SELECT account, CAST(id AS TEXT) AS id, ts, type, severity, subject, raw, ${CHECKS} FROM notification WHERE marked = 1`,
  );
  for (const row of waiting)
    if (isWhole(row) && !going.has(row.account))
      database.run(
        `INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, 'salvaged', 0, 0, 0)`,
        row.account,
        BigInt(row.id),
        row.ts,
      );
}
