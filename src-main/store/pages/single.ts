import { fail } from '../../../src-shared/app-error';
import type { NotificationKey, SeverityLevels } from '../../../src-shared/notification';
import { readItemText, rowOf, type ReadRow } from '../../core/sync/read-page';
import type { Database } from '../file/database';
import { createInserts } from './inserts';
import { knownRows } from './known-rows';
import { meet, type Meeting } from './meet';
import { createSums } from './sums';
import { marksWait, readSync } from './sync-state';

/** Met unseen before our own doing made it seen: what waits to be told of it still is. */
const stayToBeTold = (database: Database, account: string, { id, ts }: ReadRow): void =>
  void database.run(
    `UPDATE notification SET found_by = 'mark-all' WHERE account = ? AND id = ? AND ts = ? AND toast IN ('pending', 'held', 'waiting')`,
    account,
    BigInt(id),
    ts,
  );

/** The answer of `GET ID/`: the same rules as for a row on a page. */
export function applySingle(
  database: Database,
  account: string,
  body: Uint8Array,
  now: number,
  levels: SeverityLevels,
  swallowed = false,
): NotificationKey {
  const raw = new TextDecoder().decode(body).trim();
  const read = readItemText(raw);
  if (!read.ok) throw fail('not-our-api', { detail: read.field });
  return database.transaction(() => {
    const sync = readSync(database, account);
    const row = rowOf(read.item, raw);
    const sums = createSums(database, account);
    const foundBy = sync.baselineSet ? 'single' : 'baseline';
    const seq = sync.seq + 1;
    const inserts = createInserts(database, { account, foundBy, seq, now });
    const meeting: Meeting = {
      account,
      foundBy,
      inserts,
      levels,
      baseline: sync.baselineSet ? sync.baseline : Infinity,
      floor: sync.floor,
      markAllStanding: swallowed || sync.markAllSent !== null,
      known: knownRows(database, account, { rows: [row] }, sums.tally, levels, inserts),
      tally: sums.tally,
      subjects: sums.subjects,
      marksWait: marksWait(database, account),
    };
    const before = meeting.known.find(row);
    const isUntold = before?.seen_server === 0 && before.marked === 0;
    if (meet(database, row, meeting)) {
      inserts.flush();
      if (swallowed && isUntold) stayToBeTold(database, account, row);
      sums.save();
      database.run(`UPDATE meta SET value = ? WHERE name = 'seq'`, seq);
    }
    return { account, id: read.item.id, ts: read.item.ts };
  });
}
