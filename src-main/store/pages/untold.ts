import { readItemText, type ReadRow } from '../../core/sync/read-page';
import type { Database } from '../file/database';
import type { Known } from './row-state';

interface Fate {
  readonly found_by: string;
  /** What was last written of it; `null`: nothing, as for what was seen already. */
  readonly last: string | null;
}

/**
 * A row that is there and unseen, and was taken for seen or gone: was it given up for that alone, and never told?
 * What is missing from the unseen may have been seen or be gone, and what is gone may come back with a backup: then it
 * is new all the same (sync.md, I2). What the server itself once called seen was seen by somebody.
 */
export function wasGivenUp(database: Database, account: string, { id, ts }: ReadRow, known: Known): boolean {
  const before = readItemText(known.raw);
  if (!before.ok || before.item.seen) return false;
  const fate = database.get<Fate>(
    `SELECT found_by, (SELECT step FROM verdict WHERE verdict.account = notification.account
     AND verdict.id = notification.id AND verdict.ts = notification.ts ORDER BY verdict.rowid DESC LIMIT 1) AS last
     FROM notification WHERE account = ? AND id = ? AND ts = ?`,
    account,
    BigInt(id),
    ts,
  );
  return fate !== undefined && fate.found_by !== 'baseline' && (fate.last ?? GIVEN_UP) === GIVEN_UP;
}

const GIVEN_UP = 'seen-elsewhere';
