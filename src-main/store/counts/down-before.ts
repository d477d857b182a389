import { NONE_DOWN, type DownBefore } from '../../../src-shared/app-state';
import type { Database } from '../file/database';

/** So many are named; of the others the number says enough. */
const NAMED = 5;

interface DownRow {
  readonly account: string;
  readonly subject: string;
  readonly id: string;
  readonly ts: number;
}

/**
 * By account: agents that were down already when Tocsin first looked, and have not come back since. What was there
 * before alerts nothing (docs/alerts.md, step 1), so it is said in the window. The one that is down for the longest
 * comes first. An account without any is not in the map.
 */
export function downBefore(database: Database): ReadonlyMap<string, DownBefore> {
  const found = new Map<string, DownBefore>();
  // CROSS JOIN keeps the order: some accounts, their agents, and of those that are down one row each.
  const rows = database.all<DownRow>(
    `SELECT s.account, s.key AS subject, CAST(n.id AS TEXT) AS id, n.ts
     FROM sync CROSS JOIN subject s ON s.account = sync.account AND s.key >= 'agent:' AND s.key < 'agent;' AND s.state = 8
     CROSS JOIN notification n INDEXED BY by_subject ON n.account = s.account AND n.subject = s.key AND n.ts = s.since
       AND n.type = 8
     WHERE sync.baseline_set = 1 AND (n.found_by = 'baseline' OR n.ts <= sync.baseline_ts)
     ORDER BY n.ts, s.key`,
  );
  for (const { account, subject, id, ts } of rows) {
    const { count, first } = found.get(account) ?? NONE_DOWN;
    const one = { key: { account, id, ts }, subject };
    // Two rows of one agent may share a stamp.
    if (first.some((other) => other.subject === subject)) continue;
    found.set(account, { count: count + 1, first: count < NAMED ? [...first, one] : first });
  }
  return found;
}
